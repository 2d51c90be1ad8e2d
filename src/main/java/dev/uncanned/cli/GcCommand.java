package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.Upkeep;
import dev.uncanned.pipeline.UserException;
import dev.uncanned.store.Garbage;
import dev.uncanned.store.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes generations that need not be kept. */
@Command(
    name = "gc",
    description = "Removes generations that need not be kept, and what belongs to none.",
    mixinStandardHelpOptions = true)
final class GcCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "output folder")
  private Path out;

  @Option(
      names = "--keep",
      paramLabel = "N",
      defaultValue = "7",
      description = "keep the N newest; default: ${DEFAULT-VALUE}")
  private int keep;

  @Option(
      names = "--months",
      paramLabel = "N",
      defaultValue = "12",
      description = "keep the newest of each of N months; default: ${DEFAULT-VALUE}")
  private int months;

  @Option(
      names = "--older-than",
      paramLabel = "HOURS",
      defaultValue = "72",
      description = "keep all that are younger, for their readers; default: ${DEFAULT-VALUE}")
  private int hours;

  @Option(names = "--dry-run", description = "say what would be removed, and remove nothing")
  private boolean dryRun;

  @Mixin private LockWait lockWait;

  @Override
  public Integer call() throws JsonProcessingException {
    if (keep < 1 || months < 0 || hours < 0) {
      throw new UserException(
          ExitCode.USAGE, "--keep is 1 or more, --months and --older-than are 0 or more");
    }
    Retention retention = new Retention(keep, months, Duration.ofHours(hours));
    Garbage garbage = new Upkeep(out, lockWait.seconds()).collect(retention, Instant.now(), dryRun);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("removed", !dryRun);
    result.put("generations", garbage.generations());
    result.put("folders", garbage.folders().size());
    result.put("bytes", garbage.bytes());
    spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(result));
    return 0;
  }
}
