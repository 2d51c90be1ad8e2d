package dev.uncanned.cli;

import dev.uncanned.pipeline.RunRequest;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the last run, given once more to do it anew. */
final class LastRequest {

  @Mixin private RunInputs inputs;

  @Mixin private BadFiles badFiles;

  @Option(names = "--salvage", description = "as in uncanned run")
  private boolean salvage;

  @Mixin private ClusterOption cluster;

  @Mixin private LockWait lockWait;

  /** File of the pseudonym key; null for the usual one. */
  Path keyFile() {
    return inputs.keyFile();
  }

  /** A run over these archives that takes nothing over, whatever has become of them. */
  RunRequest anew(List<Path> archives, Path out) {
    return new RunRequest(
        archives,
        out,
        inputs.roster(),
        inputs.asOf(),
        null,
        inputs.config(),
        inputs.keyFile(),
        RunRequest.Until.REPORT,
        cluster.master(),
        badFiles.allowed(),
        salvage,
        true,
        true,
        true,
        lockWait.seconds());
  }
}
