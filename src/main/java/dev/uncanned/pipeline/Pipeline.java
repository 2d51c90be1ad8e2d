package dev.uncanned.pipeline;

import dev.uncanned.archive.AnyReader;
import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.ArchiveStage;
import dev.uncanned.archive.InputCount;
import dev.uncanned.archive.Parsed;
import dev.uncanned.archive.RawMessage;
import dev.uncanned.archive.Rejected;
import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.campaign.CampaignStage;
import dev.uncanned.cluster.ClusterStage;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.message.MessageNormalizer;
import dev.uncanned.message.MessageStage;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.score.CustomReuseStage;
import dev.uncanned.score.CustomisationStage;
import dev.uncanned.score.Customised;
import dev.uncanned.score.FamilyReach;
import dev.uncanned.score.HistoryStage;
import dev.uncanned.score.MessageScore;
import dev.uncanned.score.ReachStage;
import dev.uncanned.score.ReusedCustom;
import dev.uncanned.score.ScoreStage;
import dev.uncanned.score.Touch;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureStage;
import dev.uncanned.table.Records;
import dev.uncanned.template.Template;
import dev.uncanned.template.TemplateStage;
import dev.uncanned.text.TextDocument;
import dev.uncanned.text.TextStage;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The flow of a run: archives → messages → texts → signatures → clusters → campaigns → templates →
 * scores, each step's table written once and read back by the next.
 */
final class Pipeline {

  /** Archives are packed: their messages take several times this. */
  private static final long TASK_BYTES = 2_000_000;

  private static final int TASKS_A_CORE = 16;

  private final PreparedRun run;
  private final SparkSession session;
  private final WorkTables work;

  Pipeline(PreparedRun run, SparkSession session, WorkTables work) {
    this.run = run;
    this.session = session;
    this.work = work;
  }

  /** Reads the archives once: messages, rejected records, counts and owners in one table. */
  Dataset<Parsed> parsed() {
    return work.table(
        "archive",
        Parsed.class,
        () -> new ArchiveStage(new AnyReader(run.config().archive())).apply(parts(run.parts())));
  }

  /** The largest part first, so that no core is left with a large one at the end. */
  private Dataset<ArchivePart> parts(List<ArchivePart> parts) {
    List<ArchivePart> bySize = new ArrayList<>(parts);
    bySize.sort(Comparator.comparingLong(ArchivePart::bytes).reversed());
    long bytes = parts.stream().mapToLong(ArchivePart::bytes).sum();
    int cores = session.sparkContext().defaultParallelism();
    long tasks = Math.max(cores, Math.min(bytes / TASK_BYTES, (long) TASKS_A_CORE * cores));
    return session
        .createDataset(bySize, Records.encoder(ArchivePart.class))
        .coalesce(1)
        .repartition((int) Math.min(tasks, parts.size()));
  }

  /** The texts of all messages, copies joined. */
  Dataset<TextDocument> documents(Dataset<Parsed> parsed, PeopleDirectory people) {
    MessageStage messages = new MessageStage(new MessageNormalizer(people, run.pseudonyms()));
    return work.table(
        "text",
        TextDocument.class,
        () -> new TextStage(run.config().text()).apply(messages.apply(messages(parsed))));
  }

  /** The distinct masked texts. */
  Dataset<DistinctText> texts(Dataset<TextDocument> documents) {
    return work.table("signature", DistinctText.class, () -> new SignatureStage().apply(documents));
  }

  /** The cluster of each distinct text. */
  Dataset<ClusteredText> clusters(Dataset<DistinctText> texts) {
    if (texts.count() > run.config().cluster().max_texts_in_one_task()) {
      return new ShuffledClusters(run.config().signature(), run.config().cluster(), work)
          .clusters(texts);
    }
    return work.table(
        "cluster",
        ClusteredText.class,
        () -> new ClusterStage(run.config().signature(), run.config().cluster()).apply(texts));
  }

  /** Recurring phrases and the campaign of each message. */
  Dataset<CampaignMember> campaigns(
      Dataset<TextDocument> documents, Dataset<ClusteredText> clusters) {
    return work.table(
        "campaign",
        CampaignMember.class,
        () -> new CampaignStage(run.config().campaign()).apply(documents, clusters));
  }

  /** Skeleton and slots of each cluster. */
  Dataset<Template> templates(Dataset<DistinctText> texts, Dataset<ClusteredText> clusters) {
    return work.table(
        "template",
        Template.class,
        () -> new TemplateStage(run.config().template()).apply(texts, clusters));
  }

  /** The scores of each message and recipient. */
  Dataset<MessageScore> scores(
      Dataset<TextDocument> documents,
      Dataset<ClusteredText> clusters,
      Dataset<CampaignMember> campaigns,
      LocalDate asOf) {
    SideBySide.run(
        List.of(
            () -> reaches(history(documents, campaigns, asOf)),
            () -> reused(customised(documents, campaigns, clusters))));
    Dataset<Touch> history = history(documents, campaigns, asOf);
    Dataset<FamilyReach> reaches = reaches(history);
    Dataset<Customised> customised = customised(documents, campaigns, clusters);
    Dataset<ReusedCustom> reused = reused(customised);
    return work.table(
        "score",
        MessageScore.class,
        () ->
            new ScoreStage(run.config().score())
                .apply(documents, history, reaches, customised, reused));
  }

  private Dataset<Touch> history(
      Dataset<TextDocument> documents, Dataset<CampaignMember> campaigns, LocalDate asOf) {
    Instant end = asOf.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return work.table(
        "history",
        Touch.class,
        () -> new HistoryStage(run.config().score(), end).apply(documents, campaigns));
  }

  private Dataset<FamilyReach> reaches(Dataset<Touch> history) {
    return work.table(
        "reach", FamilyReach.class, () -> new ReachStage(run.config().score()).apply(history));
  }

  private Dataset<Customised> customised(
      Dataset<TextDocument> documents,
      Dataset<CampaignMember> campaigns,
      Dataset<ClusteredText> clusters) {
    return work.table(
        "customised",
        Customised.class,
        () -> new CustomisationStage(run.config().score()).apply(documents, campaigns, clusters));
  }

  private Dataset<ReusedCustom> reused(Dataset<Customised> customised) {
    return work.table(
        "reused",
        ReusedCustom.class,
        () -> new CustomReuseStage(run.config().score()).apply(customised));
  }

  static Dataset<RawMessage> messages(Dataset<Parsed> parsed) {
    return only(parsed, Parsed.MESSAGE, RawMessage.class);
  }

  static Dataset<Rejected> rejected(Dataset<Parsed> parsed) {
    return only(parsed, Parsed.REJECTED, Rejected.class);
  }

  static Dataset<InputCount> counts(Dataset<Parsed> parsed) {
    return only(parsed, Parsed.COUNT, InputCount.class);
  }

  private static <R extends Record> Dataset<R> only(
      Dataset<Parsed> parsed, String component, Class<R> record) {
    return parsed
        .where(functions.col(component).isNotNull())
        .select(functions.col(component + ".*"))
        .as(Records.encoder(record));
  }
}
