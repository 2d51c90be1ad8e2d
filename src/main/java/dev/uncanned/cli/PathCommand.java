package dev.uncanned.cli;

import dev.uncanned.pipeline.Outputs;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the folder of a generation, which never changes while it is kept. */
@Command(
    name = "path",
    description = "Prints the folder of the newest generation, or of another that is kept.",
    mixinStandardHelpOptions = true)
final class PathCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "output folder")
  private Path out;

  @Option(names = "--generation", paramLabel = "N", description = "which one; default: the newest")
  private Long generation;

  @Override
  public Integer call() {
    Outputs.Newest found = Outputs.of(out, generation);
    spec.commandLine().getOut().println(found.folder());
    return 0;
  }
}
