package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.uncanned.evaluation.SweepPage;
import dev.uncanned.evaluation.SweepScore;
import dev.uncanned.evaluation.SweepTable;
import dev.uncanned.evaluation.TruthReader;
import dev.uncanned.evaluation.TruthRow;
import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.Sweep;
import dev.uncanned.pipeline.SweepGrid;
import dev.uncanned.pipeline.SweepRequest;
import dev.uncanned.pipeline.SweepSetting;
import dev.uncanned.pipeline.UserException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tries a grid of parameters on archives and publishes nothing. */
@Command(
    name = "sweep",
    description = "Tries a grid of parameters on archives; publishes nothing.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A parameter without values keeps the configured one. At most 500 points.",
      "Example: uncanned sweep exports --threshold 0.4,0.5,0.6 --recipients 3,5,8 --page sweep.html"
    })
final class SweepCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "ARCHIVE",
      arity = "1..*",
      description = "files and folders to read, mixed formats welcome")
  private List<Path> archives;

  @Option(
      names = "--threshold",
      split = ",",
      paramLabel = "SHARE",
      description = "least similarity of the texts of a template (cluster.threshold)")
  private List<Double> thresholds = List.of();

  @Option(
      names = "--shingle-words",
      split = ",",
      paramLabel = "N",
      description = "words of a shingle (signature.shingle_words)")
  private List<Integer> shingleWords = List.of();

  @Option(
      names = "--bands",
      split = ",",
      paramLabel = "N",
      description = "bands of a signature (signature.bands)")
  private List<Integer> bands = List.of();

  @Option(
      names = "--phrase-words",
      split = ",",
      paramLabel = "N",
      description = "words of a recurring phrase (campaign.phrase_words)")
  private List<Integer> phraseWords = List.of();

  @Option(
      names = "--recipients",
      split = ",",
      paramLabel = "N",
      description = "recipients that make a mass send (score.mass_reach)")
  private List<Integer> recipients = List.of();

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "CSV of labels to compare with; see uncanned evaluate")
  private Path truth;

  @Mixin private RunInputs inputs;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description =
          "new folder for what is kept between points; default: a new one beside"
              + " --page, --csv or --json, else in the current folder")
  private Path work;

  @Option(names = "--csv", paramLabel = "FILE", description = "writes the points as CSV")
  private Path csv;

  @Option(names = "--json", paramLabel = "FILE", description = "writes the points as JSON")
  private Path json;

  @Option(names = "--page", paramLabel = "FILE", description = "writes charts and points as a page")
  private Path page;

  @Mixin private LogOptions log;

  @Override
  public Integer call() throws JsonProcessingException {
    requireWritable(csv, "--csv");
    requireWritable(json, "--json");
    requireWritable(page, "--page");
    List<TruthRow> labels = truth == null ? null : TruthReader.read(truth);
    List<SweepScore> scores = new ArrayList<>();
    SweepSetting configured = sweep(labels, scores);
    write(csv, SweepTable.csv(scores));
    ObjectMapper mapper = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    write(json, mapper.writeValueAsString(scores) + "\n");
    write(page, SweepPage.of(scores, configured));
    if (!log.json()) {
      spec.commandLine().getErr().print(SweepTable.text(scores));
      spec.commandLine().getErr().flush();
    }
    spec.commandLine().getOut().println(new ObjectMapper().writeValueAsString(scores));
    return 0;
  }

  /** Adds the points, and gives the one that is configured. */
  private SweepSetting sweep(List<TruthRow> labels, List<SweepScore> scores) {
    return log.watch(
        spec.commandLine().getErr(),
        (record, line) -> {
          Sweep sweep = new Sweep(System.getenv(), System.getProperty("user.home"), record);
          sweep.run(request(labels), point -> scores.add(SweepScore.of(point, labels)));
          return sweep.configured(inputs.config());
        });
  }

  private SweepRequest request(List<TruthRow> labels) {
    return new SweepRequest(
        archives,
        inputs.roster(),
        inputs.asOf(),
        inputs.config(),
        inputs.keyFile(),
        work,
        results(),
        new SweepGrid(thresholds, shingleWords, bands, phraseWords, recipients),
        labels != null);
  }

  private static void requireWritable(Path file, String option) {
    if (file != null) {
      OutputFile.requireWritable(file, option);
    }
  }

  private Path results() {
    Path file =
        Stream.of(page, csv, json).filter(Objects::nonNull).findFirst().orElse(Path.of("any"));
    return file.toAbsolutePath().getParent();
  }

  private static void write(Path file, String text) {
    if (file == null) {
      return;
    }
    try {
      Files.writeString(file, text, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.CANNOT_CREATE, file + ": cannot be written; check path and rights");
    }
  }
}
