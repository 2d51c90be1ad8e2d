package dev.uncanned.cli;

import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.UserException;
import dev.uncanned.pipeline.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The program: finds the command that was typed and runs it. */
@Command(
    name = "uncanned",
    description =
        "Finds mass sends in exported message archives and measures what was really customised.",
    mixinStandardHelpOptions = true,
    versionProvider = Uncanned.VersionProvider.class,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      RunCommand.class,
      GenerateCommand.class,
      ExplainCommand.class,
      EvaluateCommand.class,
      SweepCommand.class,
      LabelCommand.class,
      PathCommand.class,
      StatusCommand.class,
      VerifyCommand.class,
      RollbackCommand.class,
      GcCommand.class,
      ForgetCommand.class,
      DoctorCommand.class,
      QuarantineCommand.class,
      ConfigCommand.class,
      DictionaryCommand.class,
      HelpCommand.class
    })
public final class Uncanned {

  private Uncanned() {}

  /** Runs the command line and ends the process with the exit code of the command. */
  public static void main(String[] arguments) {
    int code = ended(arguments);
    System.out.flush();
    System.exit(code);
  }

  private static int ended(String... arguments) {
    CommandLine line = commandLine();
    try {
      return line.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError failure) {
      boolean memory = failure instanceof OutOfMemoryError;
      line.getErr()
          .println(
              ErrorLine.text(
                  memory
                      ? "the memory given to Java does not suffice; set UNCANNED_MEMORY to more"
                      : "this is a bug in uncanned; nothing was published"));
      SafeTrace.print(failure, line.getErr());
      return (memory ? ExitCode.CONFIG : ExitCode.INTERNAL).number();
    }
  }

  /** The command line, ready to execute; for tests too. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Uncanned());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Uncanned::usage);
    line.setExecutionExceptionHandler(Uncanned::failure);
    return line;
  }

  private static int usage(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println("uncanned: " + wrong.getMessage());
    command.getErr().println("see " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.number();
  }

  private static int failure(Exception failure, CommandLine command, ParseResult parsed) {
    if (failure instanceof UserException user) {
      if (user.exitCode() != ExitCode.TERMINATED) {
        say(user.exitCode(), user.getMessage(), command, parsed);
      }
      return user.exitCode().number();
    }
    say(ExitCode.INTERNAL, "this is a bug in uncanned; nothing was published", command, parsed);
    SafeTrace.print(failure, command.getErr());
    return ExitCode.INTERNAL.number();
  }

  private static void say(ExitCode code, String message, CommandLine command, ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    boolean json =
        last.matchedOptionValue("--log-format", LogOptions.Format.TEXT) == LogOptions.Format.JSON;
    command.getErr().println(json ? ErrorLine.json(code, message) : ErrorLine.text(message));
  }

  /** Says the version of the program. */
  static final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
      return new String[] {
        "uncanned " + Version.CODE, "metric definitions " + Version.METRICS, "GPL-3.0-or-later"
      };
    }
  }
}
