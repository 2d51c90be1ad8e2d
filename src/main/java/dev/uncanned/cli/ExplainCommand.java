package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.pipeline.Explainer;
import dev.uncanned.pipeline.Explanation;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows why one message got its scores. */
@Command(
    name = "explain",
    description = "Shows why one message got its scores: its template, its words, each figure.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "Prints the text of the message, if its owner may read it. Ids stand in",
      "OUT/current/tables/messages and beside the examples of the report."
    })
final class ExplainCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MESSAGE", description = "id of the message, or the beginning of it")
  private String message;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "output folder")
  private Path out;

  @Option(names = "--generation", paramLabel = "N", description = "which one; default: the newest")
  private Long generation;

  @Option(
      names = "--width",
      paramLabel = "N",
      defaultValue = "100",
      description = "columns of a line; default ${DEFAULT-VALUE}")
  private int width;

  @Option(names = "--brief", description = "figures without what they mean")
  private boolean brief;

  @Option(names = "--json", description = "as one line of JSON")
  private boolean json;

  @Override
  public Integer call() throws JsonProcessingException {
    Explanation explanation = Explainer.open(out, generation).explain(message);
    PrintWriter to = spec.commandLine().getOut();
    if (json) {
      to.println(new ObjectMapper().writeValueAsString(explanation));
    } else {
      to.print(new ExplanationPage(explanation, width, brief).text());
    }
    to.flush();
    return 0;
  }
}
