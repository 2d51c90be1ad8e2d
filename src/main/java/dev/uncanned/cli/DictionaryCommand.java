package dev.uncanned.cli;

import dev.uncanned.mart.DataDictionary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints what every published column means. */
@Command(
    name = "dictionary",
    description = "Prints the data dictionary as Markdown.",
    mixinStandardHelpOptions = true)
final class DictionaryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().getOut().print(DataDictionary.markdown());
    spec.commandLine().getOut().flush();
    return 0;
  }
}
