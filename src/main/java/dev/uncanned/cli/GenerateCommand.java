package dev.uncanned.cli;

import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.UserException;
import dev.uncanned.synthetic.ArchiveGenerator;
import dev.uncanned.synthetic.GeneratorConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Makes synthetic archives whose truth is known. */
@Command(
    name = "generate",
    description = "Makes synthetic archives with their truth.",
    mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--messages",
      required = true,
      paramLabel = "N",
      description = "about how many messages, 200 and more")
  private long messages;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "7",
      description = "the same seed gives the same bytes; default ${DEFAULT-VALUE}")
  private long seed;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder to fill")
  private Path out;

  @Override
  public Integer call() {
    try {
      new ArchiveGenerator(new GeneratorConfig(messages, seed)).generate(out);
    } catch (IllegalArgumentException wrong) {
      throw new UserException(ExitCode.USAGE, wrong.getMessage());
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.CANNOT_CREATE, out + ": cannot be written; check path and rights");
    }
    spec.commandLine().getOut().println(out);
    return 0;
  }
}
