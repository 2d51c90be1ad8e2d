package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.pipeline.ClusterCheck;
import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.Finding;
import dev.uncanned.pipeline.MachineCheck;
import dev.uncanned.pipeline.PseudonymKey;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks at this machine, and at a cluster, before runs are entrusted to them. */
@Command(
    name = "doctor",
    description = "Checks this machine, or a cluster, and says what of a run others could reach.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Changes nothing. Standard output is one line of JSON, standard error is for people.",
      "Exit codes: 0 nothing bad was found, 78 something must be mended."
    })
final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "output folder, which need not exist; default: ${DEFAULT-VALUE}")
  private Path out;

  @Option(names = "--key-file", paramLabel = "FILE", description = "as in uncanned run")
  private Path key;

  @Option(
      names = "--cluster",
      paramLabel = "URL",
      description = "Spark master of a cluster to look at too; its installation is SPARK_HOME")
  private String master;

  @Override
  public Integer call() throws JsonProcessingException {
    Map<String, String> environment = System.getenv();
    Path usual = PseudonymKey.usual(environment, System.getProperty("user.home"));
    List<Finding> findings = new ArrayList<>();
    findings.addAll(new MachineCheck(out, key == null ? usual : key, environment).findings());
    if (master != null) {
      String home = environment.get("SPARK_HOME");
      findings.addAll(new ClusterCheck(home == null ? null : Path.of(home), master).findings());
    }
    PrintWriter people = spec.commandLine().getErr();
    findings.forEach(finding -> people.println(line(finding)));
    people.flush();
    boolean bad = findings.stream().anyMatch(one -> one.verdict() == Finding.Verdict.BAD);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("well", !bad);
    result.put("findings", findings);
    spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(result));
    return bad ? ExitCode.CONFIG.number() : 0;
  }

  private static String line(Finding finding) {
    String line =
        String.format(
            Locale.ROOT,
            "%-4s  %s: %s",
            finding.verdict().name().toLowerCase(Locale.ROOT),
            finding.subject(),
            finding.finding());
    return finding.way_out() == null ? line : line + "; " + finding.way_out();
  }
}
