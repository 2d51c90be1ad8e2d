package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.uncanned.pipeline.PublishedReport;
import dev.uncanned.pipeline.ReportConfig;
import dev.uncanned.pipeline.ReportRequest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Draws the report of a generation again, into a file elsewhere. */
@Command(
    name = "report",
    description = "Draws the report of a generation again, from its tables alone.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Reads no archive and changes nothing in DIR. Without --names, --roster and",
      "--config people appear as in the run. To hand on: --names pseudonym.",
      "Example: uncanned report --out out --names pseudonym --to report.html",
      "Exit codes: 0 drawn, 65 an older version wrote less than the page needs,",
      "66 no such output, generation or file, 70 a table is damaged, 73 cannot write."
    })
final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "output folder")
  private Path out;

  @Option(names = "--generation", paramLabel = "N", description = "which one; default: the newest")
  private Long generation;

  @Option(
      names = "--to",
      required = true,
      paramLabel = "FILE",
      description = "HTML file to write, replaced if it is there; not in DIR")
  private Path to;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "writes the figures of the page too, as JSON")
  private Path json;

  @Option(
      names = "--page",
      paramLabel = "READER",
      defaultValue = "manager",
      description =
          "manager: the page of the run; analyst: distributions, what the mass share hangs on,"
              + " what is missing and why; default: manager")
  private ReportRequest.Page reader;

  @Option(
      names = "--names",
      paramLabel = "HOW",
      description = "how the team appears: roster or pseudonym (report.names)")
  private ReportConfig.Names names;

  @Option(
      names = "--roster",
      paramLabel = "FILE",
      description = "shows the names of this roster instead of that of the run")
  private Path roster;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file over conf/uncanned.yaml")
  private Path config;

  @Override
  public Integer call() throws JsonProcessingException {
    requireSensible();
    OutputFile page = OutputFile.outside(out, to, "--to");
    OutputFile figures = json == null ? null : OutputFile.outside(out, json, "--json");
    Path results = to.toAbsolutePath().getParent();
    ReportRequest request =
        new ReportRequest(out, generation, reader, names, roster, config, results);
    PublishedReport.Found found = PublishedReport.read(request, System.getenv());
    if (found.note() != null) {
      spec.commandLine().getErr().println(ErrorLine.text(found.note()));
    }
    if (figures != null) {
      figures.replace(pretty().writeValueAsString(found.figures()) + "\n");
    }
    page.replace(found.html());
    spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(result(found)));
    return 0;
  }

  private void requireSensible() {
    if (roster != null && names == ReportConfig.Names.PSEUDONYM) {
      throw new ParameterException(
          spec.commandLine(), "--roster shows names and --names pseudonym hides them; give one");
    }
    boolean named = roster != null || names == ReportConfig.Names.ROSTER;
    if (reader == ReportRequest.Page.ANALYST && named) {
      throw new ParameterException(
          spec.commandLine(), "the analyst's page names nobody; leave out --names and --roster");
    }
    boolean same =
        json != null && json.toAbsolutePath().normalize().equals(to.toAbsolutePath().normalize());
    if (same) {
      throw new ParameterException(spec.commandLine(), "--to and --json name the same file");
    }
  }

  private static ObjectMapper pretty() {
    return JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  }

  private Map<String, Object> result(PublishedReport.Found found) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("generation", found.manifest().generation());
    result.put("as_of", found.manifest().as_of());
    result.put("page", reader.name().toLowerCase(Locale.ROOT));
    result.put("names", found.names().name().toLowerCase(Locale.ROOT));
    result.put("report", to.toString());
    if (json != null) {
      result.put("json", json.toString());
    }
    return result;
  }
}
