package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.uncanned.evaluation.Evaluation;
import dev.uncanned.evaluation.EvaluationPage;
import dev.uncanned.evaluation.EvaluationText;
import dev.uncanned.evaluation.Judge;
import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges what is published by labels. */
@Command(
    name = "evaluate",
    description = "Judges what is published by labels: mass sends, templates, campaigns, defects.",
    mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = "--truth",
      required = true,
      paramLabel = "FILE",
      description =
          "CSV of labels: sender,recipient,sent_at,kind,campaign,mass_send and, where known,"
              + " template,defect")
  private Path truth;

  @Option(names = "--out", required = true, paramLabel = "DIR", description = "output folder")
  private Path out;

  @Option(names = "--json", paramLabel = "FILE", description = "writes the figures as JSON")
  private Path json;

  @Option(names = "--page", paramLabel = "FILE", description = "writes the tables as a page")
  private Path page;

  @Override
  public Integer call() throws JsonProcessingException {
    Evaluation found = Judge.judge(truth, out);
    ObjectMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    if (json != null) {
      write(json, mapper.writeValueAsString(found) + "\n");
    }
    if (page != null) {
      write(page, EvaluationPage.of(found));
    }
    spec.commandLine().getErr().print(EvaluationText.of(found));
    spec.commandLine().getErr().flush();
    spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(found));
    return 0;
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.CANNOT_CREATE, file + ": cannot be written; check path and rights");
    }
  }
}
