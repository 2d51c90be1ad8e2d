package dev.uncanned.pipeline;

import dev.uncanned.archive.InputCount;
import dev.uncanned.archive.Parsed;
import dev.uncanned.archive.RawMessage;
import dev.uncanned.archive.Rejected;
import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.campaign.CampaignStage;
import dev.uncanned.campaign.CrossSenderStage;
import dev.uncanned.campaign.SenderMember;
import dev.uncanned.cluster.ClusterAlias;
import dev.uncanned.cluster.ClusterMemory;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.cluster.NightStage;
import dev.uncanned.entity.CoreNlpEntityFinder;
import dev.uncanned.entity.EntityConfig;
import dev.uncanned.message.BelievedDates;
import dev.uncanned.message.MessageNormalizer;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureStage;
import dev.uncanned.table.Records;
import dev.uncanned.template.SampleStage;
import dev.uncanned.template.SkeletonStage;
import dev.uncanned.template.SlotEntityStage;
import dev.uncanned.template.Template;
import dev.uncanned.text.TextDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The flow of a run up to what is scored: archives → messages → texts → signatures → clusters →
 * campaigns → templates, each step's table written once and read back by the next.
 */
final class Pipeline {

  private final PreparedRun run;
  private final RunMemory memory;
  private final WorkTables work;
  private final ArchiveRows archives;
  private final DocumentRows documents;
  private boolean clustersAreKept = true;

  Pipeline(PreparedRun run, RunMemory memory, SparkSession session, WorkTables work) {
    this.run = run;
    this.memory = memory;
    this.work = work;
    this.archives = new ArchiveRows(run, memory, session, work);
    this.documents = new DocumentRows(run, memory, session, work, archives);
  }

  /** The rows of the archives, and which of them this run has read. */
  ArchiveRows archives() {
    return archives;
  }

  /** The texts of the messages, and which of them this run has cleaned. */
  DocumentRows documents() {
    return documents;
  }

  /** What the clustering takes over and leaves; nothing where it cannot remember so many texts. */
  ClusterMemory clusterMemory() {
    Path folder = work.segments("cluster");
    return clustersAreKept ? memory.clusters(folder) : ClusterMemory.none(folder);
  }

  /** Messages, rejected records, counts and owners of all archives in one table. */
  Dataset<Parsed> parsed() {
    return archives.all();
  }

  /**
   * The texts of all messages, copies joined.
   *
   * @param intake what the archives hold
   * @param asOf day up to which the run looks
   */
  Dataset<TextDocument> documents(Intake intake, PeopleDirectory people, LocalDate asOf) {
    BelievedDates dates = intake.dates(asOf);
    return documents.all(
        new MessageNormalizer(people, run.pseudonyms(), dates),
        people,
        dates,
        intake.span().last());
  }

  /** The distinct masked texts. */
  Dataset<DistinctText> texts(Dataset<TextDocument> documents) {
    return work.table("signature", DistinctText.class, () -> new SignatureStage().apply(documents));
  }

  /** The cluster of each distinct text. */
  Dataset<ClusteredText> clusters(Dataset<DistinctText> texts) {
    clustersAreKept = run.config().cluster().isForOneTask(texts.count(), heapBytes(texts));
    if (!clustersAreKept) {
      memory.requireNoClusters();
      return new ShuffledClusters(run.config().signature(), run.config().cluster(), work)
          .clusters(texts);
    }
    return work.table(
        "cluster",
        ClusteredText.class,
        () -> new NightStage(memory.clusterRules(), clusterMemory()).apply(texts));
  }

  /** Memory of a task; on a cluster of machines it is not known here. */
  private static long heapBytes(Dataset<DistinctText> texts) {
    return texts.sparkSession().sparkContext().isLocal()
        ? Runtime.getRuntime().maxMemory()
        : Long.MAX_VALUE;
  }

  /** Ids of clusters that have become part of others, in this run or before. */
  List<ClusterAlias> aliases() {
    try {
      return clusterMemory().aliases(memory.clusterRules());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Recurring phrases and the campaign of each message. */
  Dataset<CampaignMember> campaigns(
      Dataset<TextDocument> documents, Dataset<ClusteredText> clusters) {
    Dataset<SenderMember> ofSenders = campaignsOfSenders(documents, clusters);
    return work.table(
        "campaign",
        CampaignMember.class,
        () -> new CrossSenderStage(run.config().campaign()).apply(ofSenders));
  }

  private Dataset<SenderMember> campaignsOfSenders(
      Dataset<TextDocument> documents, Dataset<ClusteredText> clusters) {
    return work.table(
        "sender_campaign",
        SenderMember.class,
        () -> new CampaignStage(run.config().campaign()).apply(documents, clusters));
  }

  /** Skeleton and slots of each cluster. */
  Dataset<Template> templates(
      Dataset<TextDocument> documents,
      Dataset<DistinctText> texts,
      Dataset<ClusteredText> clusters) {
    EntityConfig entities = run.config().entities();
    Dataset<ClusteredText> sampled =
        work.table(
            "sample",
            ClusteredText.class,
            () -> new SampleStage(run.config().template()).apply(clusters));
    Dataset<Template> skeletons =
        work.table(
            "skeleton",
            Template.class,
            () ->
                new SkeletonStage(run.config().template(), entities)
                    .apply(texts, sampled, documents));
    if (!entities.enabled()) {
      return skeletons;
    }
    return work.table(
        "template",
        Template.class,
        () -> new SlotEntityStage(entities, new CoreNlpEntityFinder()).apply(skeletons, documents));
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
