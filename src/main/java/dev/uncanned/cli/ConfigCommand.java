package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.uncanned.pipeline.ConfigReader;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Groups what can be done with the configuration. */
@Command(
    name = "config",
    description = "Shows the configuration.",
    mixinStandardHelpOptions = true,
    subcommands = ConfigCommand.Print.class)
final class ConfigCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }

  /** Prints the configuration in force. */
  @Command(
      name = "print",
      description = "Prints the configuration in force: shipped, file, environment.",
      mixinStandardHelpOptions = true)
  static final class Print implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", description = "YAML file over the shipped one")
    private Path config;

    @Option(
        names = "--origin",
        description =
            "one key a line, with who has set it: default, the file, or the variable of the"
                + " environment")
    private boolean origin;

    @Override
    public Integer call() throws JsonProcessingException {
      ConfigReader reader = new ConfigReader();
      reader.read(config, System.getenv());
      PrintWriter out = spec.commandLine().getOut();
      if (origin) {
        reader
            .values(config, System.getenv())
            .forEach(one -> out.println(one.key() + ": " + one.value() + "  # " + one.origin()));
      } else {
        out.print(new YAMLMapper().writeValueAsString(reader.tree(config, System.getenv())));
      }
      return 0;
    }
  }
}
