package dev.uncanned.cli;

import dev.uncanned.export.ExportDictionary;
import dev.uncanned.mart.DataDictionary;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what every published column means. */
@Command(
    name = "dictionary",
    description = "Prints the data dictionary as Markdown.",
    mixinStandardHelpOptions = true)
final class DictionaryCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--export", description = "of the tables of uncanned export")
  private boolean export;

  @Override
  public Integer call() {
    spec.commandLine()
        .getOut()
        .print(export ? ExportDictionary.markdown() : DataDictionary.markdown());
    spec.commandLine().getOut().flush();
    return 0;
  }
}
