package dev.uncanned.pipeline;

import dev.uncanned.cluster.ClusterConfig;
import dev.uncanned.cluster.ClusterMemory;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.cluster.NightStage;
import dev.uncanned.cluster.StateRules;
import dev.uncanned.pipeline.StageThroughput.Shape;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.signature.SignatureStage;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * Clusters the same texts in one task and by shuffling ({@link ShuffledClusters}), from Parquet to
 * Parquet, and compares rows and times; a program, no product code.
 *
 * <p>Arguments: an empty folder, a seed, MIXED or ALIKE, then numbers of distinct texts of about
 * 100 words. Texts that are alike differ in one word, so that they all meet in each bucket and make
 * one component; of them half as many are clustered as well, and what twice as many cost is
 * compared. Both ways run over a tenth of the first number before, so that the JVM is warm. Ends
 * with 1 if the rows of the two ways differ in anything, or if twice as many take more than {@value
 * #MOST_GROWTH} times as long.
 */
final class ShuffleThroughput {

  private static final int WARM_UP_PART = 10;
  private static final double MESSAGES_A_TEXT = 1.5;
  private static final double MOST_GROWTH = 2.3;
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;
  private static final SignatureConfig SIGNATURE = SignatureConfig.defaults();
  private static final ClusterConfig CONFIG = ClusterConfig.defaults();

  private final SparkSession session;
  private final PrintStream out;
  private final Path folder;
  private final Shape shape;
  private final long seed;
  private double seconds;

  private ShuffleThroughput(
      SparkSession session, PrintStream out, Path folder, Shape shape, long seed) {
    this.session = session;
    this.out = out;
    this.folder = folder;
    this.shape = shape;
    this.seed = seed;
  }

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    long seed = Long.parseLong(args[1]);
    Shape shape = Shape.valueOf(args[2]);
    SparkSession session = SparkSessions.local(folder.resolve("scratch"), Long.MAX_VALUE);
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    int warmUp = Math.max(1, Integer.parseInt(args[3]) / WARM_UP_PART);
    new ShuffleThroughput(session, nowhere, folder.resolve("warm"), shape, seed + 1)
        .compare(warmUp);
    boolean reached = true;
    for (int i = 3; i < args.length; i++) {
      Path own = folder.resolve("texts" + i);
      int size = Integer.parseInt(args[i]);
      ShuffleThroughput whole = new ShuffleThroughput(session, System.out, own, shape, seed);
      if (shape == Shape.ALIKE) {
        reached &= whole.grows(size);
      } else {
        reached &= whole.compare(size);
      }
    }
    session.stop();
    System.exit(reached ? 0 : 1);
  }

  /** Whether twice as many texts take about twice as long, with equal rows of both ways. */
  private boolean grows(int size) {
    ShuffleThroughput half =
        new ShuffleThroughput(session, out, folder.resolve("half"), shape, seed);
    boolean equal = half.compare(size / 2) & compare(size);
    double ratio = seconds / half.seconds;
    boolean reached = ratio <= MOST_GROWTH;
    say(
        "%d texts that differ in one word, by shuffling: %.1f s, half as many %.1f s, ratio %.2f,"
            + " limit %.1f%s",
        size, seconds, half.seconds, ratio, MOST_GROWTH, reached ? "" : " MISSED");
    return equal && reached;
  }

  /** Whether both ways give the same rows for so many texts. */
  private boolean compare(int size) {
    Dataset<DistinctText> texts = texts(size);
    Dataset<ClusteredText> inOneTask = timed(() -> inOneTask(texts));
    double oneTask = seconds;
    StageTimes steps = new StageTimes(step -> {});
    ShuffledClusters shuffle = new ShuffledClusters(SIGNATURE, CONFIG, tables("shuffle", steps));
    Dataset<ClusteredText> shuffled = timed(() -> shuffle.clusters(texts));
    boolean equal =
        inOneTask.exceptAll(shuffled).isEmpty() && shuffled.exceptAll(inOneTask).isEmpty();
    say(
        "%d texts: in one task %.1f s, by shuffling %.1f s, ratio %.1f, rows %s",
        inOneTask.count(), oneTask, seconds, seconds / oneTask, equal ? "equal" : "DIFFER");
    steps.inOrder().forEach((step, millis) -> say("  %s %.1f s", step, millis / MILLIS));
    return equal;
  }

  private void say(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }

  private Dataset<DistinctText> texts(int size) {
    int messages = shape == Shape.MIXED ? (int) Math.ceil(size * MESSAGES_A_TEXT) : size;
    Supplier<Dataset<DistinctText>> collapsed =
        () -> new SignatureStage().apply(StageThroughput.documents(session, messages, seed, shape));
    return tables("texts", new StageTimes(step -> {}))
        .table("signature", DistinctText.class, collapsed);
  }

  private Dataset<ClusteredText> inOneTask(Dataset<DistinctText> texts) {
    StateRules rules = new StateRules("bench", SIGNATURE, CONFIG);
    WorkTables work = tables("task", new StageTimes(step -> {}));
    return work.table(
        "cluster",
        ClusteredText.class,
        () -> new NightStage(rules, ClusterMemory.none(work.segments("cluster"))).apply(texts));
  }

  private WorkTables tables(String name, StageTimes times) {
    return new WorkTables(session, folder.resolve(name), times);
  }

  private <T> T timed(Supplier<T> work) {
    long start = System.nanoTime();
    T made = work.get();
    seconds = (System.nanoTime() - start) / NANOS;
    return made;
  }
}
