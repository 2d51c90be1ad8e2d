package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.Outputs;
import dev.uncanned.pipeline.Runner;
import dev.uncanned.pipeline.UserException;
import dev.uncanned.pipeline.Verification;
import dev.uncanned.store.Manifest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks that a generation is still what was published. */
@Command(
    name = "verify",
    description = "Checks every file of a generation against its manifest.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "With --recompute it also runs the request once more, into a folder that is",
      "thrown away, and compares the tables. Give the same options as to the run.",
      "Exit codes: 0 all is well, 70 something differs, 65 the request is another one."
    })
final class VerifyCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "output folder")
  private Path out;

  @Option(names = "--generation", paramLabel = "N", description = "which one; default: the newest")
  private Long generation;

  @Option(
      names = "--recompute",
      paramLabel = "ARCHIVE",
      arity = "1..*",
      description = "run again on these archives and compare")
  private List<Path> archives;

  @Mixin private LastRequest last;

  @Mixin private LogOptions log;

  @Override
  public Integer call() throws JsonProcessingException {
    Manifest manifest = Outputs.of(out, generation).manifest();
    List<String> faults = Verification.faults(out, manifest);
    if (faults.isEmpty() && archives != null) {
      faults = recomputed(manifest);
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("generation", manifest.generation());
    result.put("files", manifest.files().size() + manifest.state().size());
    result.put("tables", manifest.tables().size());
    result.put("recomputed", archives != null);
    result.put("faults", faults);
    spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(result));
    if (!faults.isEmpty()) {
      throw new UserException(
          ExitCode.INTERNAL,
          out
              + ": generation "
              + manifest.generation()
              + " is not as it was published ("
              + faults.get(0)
              + "); restore it from a backup, or see uncanned rollback");
    }
    return 0;
  }

  private List<String> recomputed(Manifest manifest) {
    return log.watch(
        spec.commandLine().getErr(),
        (record, line) -> {
          Runner runner = new Runner(System.getenv(), System.getProperty("user.home"), record);
          return Verification.recompute(runner, last.anew(archives, out), manifest);
        });
  }
}
