package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.export.ExportSummary;
import dev.uncanned.pipeline.ExportRequest;
import dev.uncanned.pipeline.Exporting;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes an anonymised copy of the published tables for researchers. */
@Command(
    name = "export",
    description = {
      "Writes an anonymised copy of the published tables for researchers: structure and scores,",
      "no text, new ids, shifted days, nothing that fewer than k people share."
    },
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "The same label and key give the same ids and days, another label gives ids that meet",
      "nothing of this one. Use one label for one release, and one k and jitter for it.",
      "It is k-anonymity, no differential privacy: docs/export.md says what may still show.",
      "Exit codes: 0 done, 64 the command line is wrong, 65 nothing is left or another version has",
      "written the tables, 66 nothing is published or there is no key, 73 the folder cannot be",
      "made, 77 others may read the key, 78 the tables were made under another key."
    })
final class ExportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "output folder")
  private Path out;

  @Option(names = "--to", required = true, paramLabel = "DIR", description = "new folder to make")
  private Path to;

  @Option(
      names = "--label",
      required = true,
      paramLabel = "TEXT",
      description = "name of the release; decides ids and days, and is not written down")
  private String label;

  @Option(names = "--generation", paramLabel = "N", description = "which one; default: the newest")
  private Long generation;

  @Option(
      names = "--k",
      paramLabel = "N",
      defaultValue = "5",
      description = "people who must share what is told, 2 and more; default: 5")
  private int k;

  @Option(
      names = "--jitter-days",
      paramLabel = "N",
      defaultValue = "14",
      description = "most days by which days are shifted; default: 14")
  private int jitterDays;

  @Option(
      names = "--csv",
      description = "CSV instead of Parquet; cells that a spreadsheet would compute begin with '")
  private boolean csv;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description =
          "pseudonym key of the run; default: uncanned/pseudonym.key in the configuration folder")
  private Path keyFile;

  @Mixin private LogOptions log;

  @Override
  public Integer call() throws JsonProcessingException {
    ExportRequest request =
        new ExportRequest(
            out, generation, to, csv, ExportRequest.config(k, jitterDays), label, keyFile);
    ExportSummary made = export(request);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("to", to.toString());
    result.put("k", k);
    result.put("jitter_days", jitterDays);
    made.tables().forEach(table -> result.put(table.name(), table.rows()));
    result.put("messages_suppressed", made.tables().get(0).rows_suppressed());
    spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(result));
    return 0;
  }

  private ExportSummary export(ExportRequest request) {
    return log.watch(
        spec.commandLine().getErr(),
        (record, line) ->
            new Exporting(System.getenv(), System.getProperty("user.home"), record).run(request));
  }
}
