package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.pipeline.Upkeep;
import dev.uncanned.store.Manifest;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Publishes an older generation once more. */
@Command(
    name = "rollback",
    description = "Publishes an older generation once more, under a new number.",
    mixinStandardHelpOptions = true,
    footer = {"", "uncanned status lists the generations that are kept. Nothing is deleted."})
final class RollbackCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "output folder")
  private Path out;

  @Option(names = "--to", required = true, paramLabel = "N", description = "number of a generation")
  private long to;

  @Mixin private LockWait lockWait;

  @Override
  public Integer call() throws JsonProcessingException {
    Manifest manifest = new Upkeep(out, lockWait.seconds()).rollback(to);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("generation", manifest.generation());
    result.put("rollback_of", manifest.rollback_of());
    result.put("run_id", manifest.run_id());
    result.put("as_of", manifest.as_of());
    spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(result));
    return 0;
  }
}
