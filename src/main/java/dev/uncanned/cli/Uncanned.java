package dev.uncanned.cli;

import dev.uncanned.pipeline.EditDistance;
import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.UserException;
import dev.uncanned.pipeline.Version;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

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
      ReportCommand.class,
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
      ExportCommand.class,
      DoctorCommand.class,
      QuarantineCommand.class,
      ConfigCommand.class,
      DictionaryCommand.class,
      HelpCommand.class
    })
public final class Uncanned {

  private static final String BUG = "this is a bug in uncanned; nothing was published";

  /** A word is mistyped if no more than one of so many letters is wrong. */
  private static final int MISTYPED = 3;

  private Uncanned() {}

  /** Runs the command line and ends the process with the exit code of the command. */
  public static void main(String[] arguments) {
    System.exit(ended(arguments));
  }

  /** Runs the command line and gives the exit code, once all that was said has left. */
  static int ended(String... arguments) {
    CommandLine line = commandLine();
    // Asked for here they are those of all commands, else each command has its own.
    PrintWriter out = line.getOut();
    PrintWriter err = line.getErr();
    try {
      return line.execute(arguments);
    } catch (StackOverflowError | OutOfMemoryError failure) {
      boolean memory = failure instanceof OutOfMemoryError;
      ExitCode code = memory ? ExitCode.CONFIG : ExitCode.INTERNAL;
      String message =
          memory ? "the memory given to Java does not suffice; set UNCANNED_MEMORY to more" : BUG;
      boolean json = LogOptions.wantsJson(List.of(arguments));
      say(code, message, memory ? null : failure, json, err);
      return code.number();
    } finally {
      out.flush();
      err.flush();
    }
  }

  /** The command line, ready to execute; for tests too. */
  public static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Uncanned());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.registerConverter(LocalDate.class, Uncanned::day);
    line.setExecutionStrategy(Uncanned::execute);
    line.setParameterExceptionHandler(Uncanned::usage);
    line.setExecutionExceptionHandler(Uncanned::failure);
    return line;
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException other) {
      throw new TypeConversionException("'" + text + "' is no day; write it as YYYY-MM-DD");
    }
  }

  /** With --help picocli would let a word pass that is no command, and help with another. */
  private static int execute(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    if (!last.unmatched().isEmpty()) {
      CommandLine command = last.commandSpec().commandLine();
      throw new UnmatchedArgumentException(command, last.unmatched());
    }
    return new RunLast().execute(parsed);
  }

  /** What is wrong with the command line, with what may have been meant. */
  private static String complaint(ParameterException wrong) {
    if (!(wrong instanceof UnmatchedArgumentException unmatched)) {
      return wrong.getMessage();
    }
    CommandSpec spec = wrong.getCommandLine().getCommandSpec();
    String typed = unmatched.getUnmatched().get(0);
    boolean command = !typed.startsWith("-") && !spec.subcommands().isEmpty();
    String message = command ? "there is no command " + typed : wrong.getMessage();
    Set<String> names = command ? spec.subcommands().keySet() : spec.optionsMap().keySet();
    String near = EditDistance.nearest(typed, names);
    boolean meant = EditDistance.between(typed, near) <= typed.length() / MISTYPED;
    return meant ? message + "; did you mean " + near + "?" : message;
  }

  private static int usage(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    String help = "see " + command.getCommandSpec().qualifiedName() + " --help";
    boolean json = LogOptions.wantsJson(List.of(arguments));
    String message = json ? complaint(wrong) + "; " + help : complaint(wrong);
    say(ExitCode.USAGE, message, null, json, command.getErr());
    if (!json) {
      command.getErr().println(help);
    }
    return ExitCode.USAGE.number();
  }

  private static int failure(Exception failure, CommandLine command, ParseResult parsed) {
    boolean json = asksForJson(parsed);
    if (failure instanceof UserException user) {
      if (user.exitCode() != ExitCode.TERMINATED) {
        say(user.exitCode(), user.getMessage(), null, json, command.getErr());
      }
      return user.exitCode().number();
    }
    say(ExitCode.INTERNAL, BUG, failure, json, command.getErr());
    return ExitCode.INTERNAL.number();
  }

  private static boolean asksForJson(ParseResult parsed) {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    return last.matchedOptionValue(LogOptions.NAME, LogOptions.Format.TEXT)
        == LogOptions.Format.JSON;
  }

  /** For people a trace has lines of its own, for machines everything is one. */
  private static void say(
      ExitCode code, String message, Throwable bug, boolean json, PrintWriter err) {
    if (json) {
      err.println(ErrorLine.json(code, message, bug));
      return;
    }
    err.println(ErrorLine.text(message));
    if (bug != null) {
      SafeTrace.lines(bug).forEach(err::println);
    }
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
