package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.pipeline.Outputs;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedFile;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says which generation is published and which others are kept. */
@Command(
    name = "status",
    description = "Says which generation is published and which others are kept.",
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
    status.put("bytes", newest.manifest().files().stream().mapToLong(PublishedFile::bytes).sum());
    status.put("rollback_of", newest.manifest().rollback_of());
    Outputs.Kept kept = Outputs.kept(out);
    status.put("kept", kept.generations().stream().map(StatusCommand::line).toList());
    status.put("damaged_manifests", kept.damaged());
    status.put("hints_agree", kept.hintsAgree());
    spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(status));
    return 0;
  }

  private static Map<String, Object> line(Manifest manifest) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("generation", manifest.generation());
    line.put("as_of", manifest.as_of());
    line.put("run_id", manifest.run_id());
    line.put("rollback_of", manifest.rollback_of());
    return line;
  }
}
