package dev.uncanned.pipeline;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.campaign.CampaignConfig;
import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.campaign.CampaignStage;
import dev.uncanned.campaign.CrossSenderStage;
import dev.uncanned.campaign.SenderMember;
import dev.uncanned.cluster.ClusterConfig;
import dev.uncanned.cluster.ClusterMemory;
import dev.uncanned.cluster.NightStage;
import dev.uncanned.cluster.StateRules;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.message.MessageHeader;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.signature.SignatureStage;
import dev.uncanned.synthetic.TextCorpus;
import dev.uncanned.synthetic.TextCorpus.Kind;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;

/**
 * Measures the steps of the pipeline that find clusters and campaigns, from Parquet to Parquet; a
 * program, no product code.
 *
 * <p>Arguments: an empty folder, a number of messages, a seed. The messages have about 100 words;
 * two of three have a text of their own, and a thousand in a row have one sender. They are written
 * as the table of texts that a run has after masking; then each step runs once, as in a run, in the
 * session that the launcher opens. Before that each step runs over a tenth as many messages: in a
 * run a minute of reading and masking goes before, and finds the JVM warm. Then what a hot key could
 * blow up: equal messages of one sender, and texts of one sender that differ in one word, as many as
 * given and half as many. Ends with 1 if a target is missed.
 */
final class StageThroughput {

  private static final double MOST_SECONDS_A_MILLION = 18;
  private static final int MESSAGES_A_SENDER = 1_000;
  private static final int PARTS = 8;
  private static final long MINUTE = 60;
  private static final int WARM_UP_PART = 10;
  private static final double MOST_GROWTH = 2.3;

  private final PrintStream out;
  private final WorkTables work;
  private final StageTimes times;
  private int missed;

  private StageThroughput(PrintStream out, SparkSession session, Path folder) {
    this.out = out;
    this.times = new StageTimes(step -> {});
    this.work = new WorkTables(session, folder, times);
  }

  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    SparkSession session = SparkSessions.local(folder.resolve("scratch"), Long.MAX_VALUE);
    int messages = Integer.parseInt(args[1]);
    long seed = Long.parseLong(args[2]);
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    new StageThroughput(nowhere, session, folder.resolve("warm"))
        .measure(session, Math.max(1, messages / WARM_UP_PART), seed + 1, Shape.MIXED);
    StageThroughput bench = new StageThroughput(System.out, session, folder.resolve("measured"));
    bench.measure(session, messages, seed, Shape.MIXED);
    bench.sayClusters(messages);
    bench.grows(session, folder, messages, seed, Shape.EQUAL);
    bench.grows(session, folder, messages / 2, seed, Shape.ALIKE);
    session.stop();
    bench.out.println(bench.missed == 0 ? "targets reached" : bench.missed + " targets missed");
    System.exit(bench.missed == 0 ? 0 : 1);
  }

  /** What the messages are like. */
  enum Shape {
    MIXED,
    EQUAL,
    ALIKE
  }

  /** All steps over many messages of one shape, against half as many. */
  private void grows(SparkSession session, Path folder, int messages, long seed, Shape shape) {
    double[] seconds = new double[2];
    for (int i = 0; i < seconds.length; i++) {
      StageThroughput part =
          new StageThroughput(
              new PrintStream(OutputStream.nullOutputStream()),
              session,
              folder.resolve(shape.name() + i));
      part.measure(session, messages / (seconds.length - i), seed, shape);
      seconds[i] =
          part.seconds("signature")
              + part.seconds("cluster")
              + part.seconds("sender_campaign")
              + part.seconds("campaign");
    }
    double ratio = seconds[1] / seconds[0];
    boolean reached = ratio <= MOST_GROWTH;
    missed += reached ? 0 : 1;
    out.printf(
        Locale.ROOT,
        "%d %s texts of one sender: %.1f s, half as many %.1f s, ratio %.2f, limit %.1f%s%n",
        messages,
        shape.name().toLowerCase(Locale.ROOT),
        seconds[1],
        seconds[0],
        ratio,
        MOST_GROWTH,
        reached ? "" : " MISSED");
  }

  private void measure(SparkSession session, int messages, long seed, Shape shape) {
    Dataset<TextDocument> documents =
        work.table("text", TextDocument.class, () -> documents(session, messages, seed, shape));
    Dataset<DistinctText> texts =
        work.table(
            "signature", DistinctText.class, () -> new SignatureStage().apply(documents));
    long distinct = texts.count();
    StateRules rules =
        new StateRules("bench", SignatureConfig.defaults(), ClusterConfig.defaults());
    Dataset<ClusteredText> clusters =
        work.table(
            "cluster",
            ClusteredText.class,
            () ->
                new NightStage(rules, ClusterMemory.none(work.segments("cluster")))
                    .apply(texts));
    Dataset<SenderMember> ofSenders =
        work.table(
            "sender_campaign",
            SenderMember.class,
            () -> new CampaignStage(CampaignConfig.standard()).apply(documents, clusters));
    Dataset<CampaignMember> campaigns =
        work.table(
            "campaign",
            CampaignMember.class,
            () -> new CrossSenderStage(CampaignConfig.standard()).apply(ofSenders));
    out.printf(
        Locale.ROOT,
        "%d messages, %d distinct texts, %d clusters, %d campaigns; messages written in %.1f s%n",
        messages,
        distinct,
        clusters.filter(ClusteredText.IS_MEDOID).count(),
        campaigns.select("campaign_id").distinct().count(),
        seconds("text"));
    out.printf(
        Locale.ROOT,
        "copies joined in %.1f s, clusters in %.1f s; campaigns of senders in %.1f s, of several in"
            + " %.1f s%n",
        seconds("signature"),
        seconds("cluster"),
        seconds("sender_campaign"),
        seconds("campaign"));
  }

  private void sayClusters(int messages) {
    say("clustering, Parquet to Parquet", seconds("signature") + seconds("cluster"), messages);
    say("recurring phrases, Parquet to Parquet", seconds("sender_campaign") + seconds("campaign"), messages);
  }

  private double seconds(String step) {
    return times.inOrder().get(step) / 1e3;
  }

  private void say(String what, double seconds, int messages) {
    double most = MOST_SECONDS_A_MILLION * Math.max(1, messages / 1e6);
    boolean reached = seconds <= most;
    missed += reached ? 0 : 1;
    out.printf(
        Locale.ROOT, "%-40s %.1f s, limit %.1f%s%n", what, seconds, most, reached ? "" : " MISSED");
  }

  /** The table of texts after masking; two of three messages have a text of their own. */
  static Dataset<TextDocument> documents(
      SparkSession session, int messages, long seed, Shape shape) {
    return session
        .range(0, messages, 1, PARTS)
        .as(Encoders.LONG())
        .mapPartitions(
            (MapPartitionsFunction<Long, TextDocument>)
                numbers -> documents(numbers, messages, seed, shape),
            Records.encoder(TextDocument.class));
  }

  private static Iterator<TextDocument> documents(
      Iterator<Long> numbers, int messages, long seed, Shape shape) {
    int texts = (int) Math.max(1, messages * 2L / 3);
    TextCorpus corpus = new TextCorpus(seed, texts, Kind.forSpeed());
    String template = new TextCorpus(seed, 1, List.of(Kind.SINGLE)).text(0).masked();
    Iterable<Long> all = () -> numbers;
    return StreamSupport.stream(all.spliterator(), false)
        .map(
            number ->
                switch (shape) {
                  case MIXED ->
                      document(
                          number,
                          number / MESSAGES_A_SENDER,
                          corpus.text((int) (number * texts / messages)).masked());
                  case EQUAL -> document(number, 0, template);
                  case ALIKE -> document(number, 0, template + " n" + number);
                })
        .iterator();
  }

  private static TextDocument document(long number, long sender, String masked) {
    MessageHeader header =
        new MessageHeader(
            String.format(Locale.ROOT, "%032x", number),
            null,
            null,
            null,
            number,
            null,
            null,
            null,
            ContentHash.of("sender " + sender),
            null,
            null,
            List.of("recipient" + number),
            Instant.ofEpochSecond(number * MINUTE),
            null,
            false,
            false,
            null,
            0,
            null);
    int tokens = 1 + (int) masked.chars().filter(c -> c == ' ').count();
    return new TextDocument(
        header,
        null,
        masked,
        masked,
        tokens,
        masked.length(),
        "en",
        1,
        ContentHash.of(masked),
        true,
        null,
        null,
        List.of());
  }
}
