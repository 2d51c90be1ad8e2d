package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.evaluation.LabelScore;
import dev.uncanned.evaluation.LabelText;
import dev.uncanned.evaluation.Labels;
import dev.uncanned.pipeline.PublishedAnswers.Question;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Groups what it takes to have people judge a sample. */
@Command(
    name = "label",
    description = "Draws a sample for people to judge, and says how often they agree.",
    mixinStandardHelpOptions = true,
    subcommands = {LabelCommand.Draw.class, LabelCommand.Score.class})
final class LabelCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return 0;
  }

  /** Writes a sheet to fill in. */
  @Command(
      name = "draw",
      description = "Writes a CSV of deliveries with their texts and an empty column to fill in.",
      mixinStandardHelpOptions = true)
  static final class Draw implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "output folder")
    private Path out;

    @Option(
        names = "--sheet",
        required = true,
        paramLabel = "FILE",
        description = "CSV to write; it holds texts and names")
    private Path sheet;

    @Option(
        names = "--question",
        defaultValue = "PERSONAL_LEVEL",
        description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}")
    private Question question;

    @Option(
        names = "--direction",
        defaultValue = "outbound",
        description = "outbound, inbound or both; default ${DEFAULT-VALUE}")
    private String direction;

    @Option(
        names = "--size",
        defaultValue = "100",
        paramLabel = "N",
        description = "deliveries wanted; default ${DEFAULT-VALUE}")
    private int size;

    @Option(
        names = "--seed",
        defaultValue = "1",
        paramLabel = "N",
        description = "another seed draws another sample; default ${DEFAULT-VALUE}")
    private long seed;

    @Override
    public Integer call() throws JsonProcessingException {
      if (size < 1) {
        throw new ParameterException(spec.commandLine(), "--size must be at least 1");
      }
      if (!List.of("outbound", "inbound", "both").contains(direction)) {
        throw new ParameterException(
            spec.commandLine(), "--direction must be outbound, inbound or both");
      }
      String only = direction.equals("both") ? null : direction;
      int drawn = Labels.draw(out, question, only, size, seed, sheet);
      spec.commandLine().getErr().println(question.column() + ": " + question.words());
      spec.commandLine()
          .getErr()
          .println(
              "answers: " + String.join(", ", question.answers()) + "; leave empty where unsure");
      spec.commandLine().getErr().flush();
      Map<String, Object> result = new LinkedHashMap<>();
      result.put("question", question.column());
      result.put("deliveries", drawn);
      result.put("sheet", sheet.toString());
      spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(result));
      return 0;
    }
  }

  /** Reads filled sheets. */
  @Command(
      name = "score",
      description = "Says how often people agree with what is published, and with each other.",
      mixinStandardHelpOptions = true)
  static final class Score implements Callable<Integer> {

    @Spec private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "output folder")
    private Path out;

    @Parameters(arity = "1..*", paramLabel = "SHEET", description = "filled sheets, one a person")
    private List<Path> sheets;

    @Override
    public Integer call() throws JsonProcessingException {
      LabelScore score = Labels.score(out, sheets);
      spec.commandLine().getErr().print(LabelText.of(score));
      spec.commandLine().getErr().flush();
      spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(score));
      return 0;
    }
  }
}
