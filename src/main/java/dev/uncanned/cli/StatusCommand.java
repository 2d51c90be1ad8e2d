package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.pipeline.Outputs;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which generation is published. */
@Command(
    name = "status",
    description = "Says which generation is published.",
    mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "output folder")
  private Path out;

  @Override
  public Integer call() throws JsonProcessingException {
    Outputs.Newest newest = Outputs.newest(out);
    Map<String, Object> status = new LinkedHashMap<>();
    status.put("generation", newest.manifest().generation());
    status.put("run_id", newest.manifest().run_id());
    status.put("as_of", newest.manifest().as_of());
    status.put("code_version", newest.manifest().code_version());
    status.put("metric_version", newest.manifest().metric_version());
    status.put("files", newest.manifest().files().size());
    spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(status));
    return 0;
  }
}
