package dev.uncanned.pipeline;

import dev.uncanned.score.MassVerdict;
import dev.uncanned.store.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Runs the pipeline for every point of a grid of parameters and publishes nothing.
 *
 * <p>What a parameter does not change is done once: archives are read, texts cleaned and collapsed
 * once; texts are clustered once for each shingle size, number of bands and threshold; campaigns
 * are found once for each of these and each phrase length; the number of recipients only changes
 * the last count. Signatures are worked out again for each threshold, inside of the kernel.
 */
public final class Sweep {

  private static final String MASS_REACH = "mass_reach";
  private static final String MESSAGE_ID = "message_id";
  private static final String CLUSTER_ID = "cluster_id";
  private static final String CAMPAIGN_ID = "campaign_id";
  private static final String MASS_SEND = "mass_send";

  private final Map<String, String> environment;
  private final String home;
  private final RunRecord record;

  /**
   * @param environment variables of the process, for the configuration and the place of the key
   * @param home the user's home folder
   * @param record is told of each step, and stops the sweep when it is told to
   */
  public Sweep(Map<String, String> environment, String home, RunRecord record) {
    this.environment = Map.copyOf(environment);
    this.home = home;
    this.record = record;
  }

  /**
   * Hands over the points in the order of their settings.
   *
   * @throws UserException for what the user can mend
   */
  public void run(SweepRequest request, Consumer<SweptPoint> points) {
    try {
      sweep(request, points);
    } catch (Throwable failure) {
      // Tasks that were cancelled fail in many ways.
      if (record.interrupted()) {
        throw RunRecord.stopped();
      }
      throw failure;
    }
  }

  private void sweep(SweepRequest request, Consumer<SweptPoint> points) {
    record.begins("checks");
    SweepGrid grid = request.grid().over(new ConfigReader().read(request.config(), environment));
    PreparedRun run = new Preflight(environment, home).prepare(request.asRun(), Erasures.none());
    try {
      try (TemporaryFolder work = new TemporaryFolder(work(request))) {
        FreeSpace.requireForSweep(
            work.path(), Files.getFileStore(work.path()).getUsableSpace(), run.bytes());
        withSession(run, request.deliveries(), grid, work.path(), points);
      }
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.IO, "the working folder cannot be written; check --work, disk space and rights");
    }
  }

  /**
   * The point that is configured.
   *
   * @param config the user's configuration file, or null
   */
  public SweepSetting configured(Path config) {
    PipelineConfig inForce = new ConfigReader().read(config, environment);
    return new SweepSetting(
        inForce.cluster().threshold(),
        inForce.signature().shingle_words(),
        inForce.signature().bands(),
        inForce.campaign().phrase_words(),
        inForce.score().mass_reach());
  }

  /** A new folder for the owner only, on the disk that the user has chosen for the results. */
  static Path work(SweepRequest request) throws IOException {
    Path asked = request.work();
    if (asked == null) {
      return Files.createTempDirectory(request.results(), "uncanned-sweep");
    }
    if (Files.exists(asked)) {
      throw new UserException(
          ExitCode.CANNOT_CREATE, asked + ": is there already; name a new folder to work in");
    }
    OwnerOnly.createDirectories(asked);
    return asked;
  }

  private void withSession(
      PreparedRun run, boolean deliveries, SweepGrid grid, Path work, Consumer<SweptPoint> points)
      throws IOException {
    Path scratch = work.resolve("scratch");
    OwnerOnly.createDirectories(scratch);
    record.begins("spark");
    SparkSession session = SparkSessions.local(scratch, run.bytes());
    SparkWork engine = new SparkWork();
    session.sparkContext().addSparkListener(engine);
    try {
      record.works(engine, session.sparkContext()::cancelAllJobs);
      sweep(run, deliveries, grid, session, work, points);
    } finally {
      record.rests();
      session.stop();
    }
  }

  private void sweep(
      PreparedRun run,
      boolean deliveries,
      SweepGrid grid,
      SparkSession session,
      Path work,
      Consumer<SweptPoint> points) {
    SweptTexts texts = new SweptTexts(run, session, work, new StageTimes(record));
    PublishedPeople people = deliveries ? texts.people() : null;
    for (SweepSetting setting : grid.settings()) {
      if (setting.recipients() != grid.recipients().get(0)) {
        continue;
      }
      texts.judge(
          setting,
          grid.recipients(),
          verdicts -> {
            for (int recipients : grid.recipients()) {
              points.accept(point(setting.with(recipients), verdicts, people));
            }
          });
    }
  }

  private static SweptPoint point(
      SweepSetting setting, Dataset<MassVerdict> all, PublishedPeople people) {
    Dataset<MassVerdict> verdicts =
        all.where(functions.col(MASS_REACH).equalTo(setting.recipients()));
    Row counts =
        verdicts
            .agg(
                functions.countDistinct(functions.col(MESSAGE_ID)),
                functions.countDistinct(functions.col(CLUSTER_ID)),
                functions.countDistinct(functions.col(CAMPAIGN_ID)),
                functions.count(functions.lit(1)),
                functions.count(functions.col(MASS_SEND)),
                functions.count(functions.when(functions.col(MASS_SEND), 1)))
            .first();
    return new SweptPoint(
        setting,
        counts.getLong(0),
        counts.getLong(1),
        counts.getLong(2),
        counts.getLong(3),
        counts.getLong(4),
        counts.getLong(5),
        people == null ? null : new PublishedScores(people, deliveries(verdicts)));
  }

  /** In the order in which a run publishes them, so that both give the same to the same label. */
  private static List<PublishedScores.Delivery> deliveries(Dataset<MassVerdict> verdicts) {
    List<PublishedScores.Delivery> deliveries = new ArrayList<>();
    for (MassVerdict verdict : verdicts.sort(MESSAGE_ID, "recipient_id").collectAsList()) {
      deliveries.add(
          new PublishedScores.Delivery(
              verdict.message_id(),
              verdict.sender_id(),
              verdict.recipient_id(),
              verdict.sent_at(),
              verdict.mass_send(),
              verdict.cluster_id(),
              verdict.campaign_id(),
              List.of()));
    }
    return deliveries;
  }
}
