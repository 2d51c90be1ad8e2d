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
import dev.uncanned.cluster.ClusterState;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.cluster.NightStage;
import dev.uncanned.entity.CoreNlpEntityFinder;
import dev.uncanned.entity.EntityConfig;
import dev.uncanned.message.MessageNormalizer;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.score.Audience;
import dev.uncanned.score.AudienceStage;
import dev.uncanned.score.Burst;
import dev.uncanned.score.BurstStage;
import dev.uncanned.score.ClusterSegments;
import dev.uncanned.score.Crowd;
import dev.uncanned.score.CrowdStage;
import dev.uncanned.score.CustomReuseStage;
import dev.uncanned.score.CustomisationStage;
import dev.uncanned.score.Customised;
import dev.uncanned.score.FamilyReach;
import dev.uncanned.score.FollowUp;
import dev.uncanned.score.FollowUpStage;
import dev.uncanned.score.ForeignFill;
import dev.uncanned.score.ForeignFillStage;
import dev.uncanned.score.FoundLeaks;
import dev.uncanned.score.HistoryStage;
import dev.uncanned.score.KnownPeople;
import dev.uncanned.score.LeakStage;
import dev.uncanned.score.LinkStage;
import dev.uncanned.score.LinkedSend;
import dev.uncanned.score.MessageScore;
import dev.uncanned.score.OfferConfig;
import dev.uncanned.score.OfferMatch;
import dev.uncanned.score.OfferStage;
import dev.uncanned.score.OverlapStage;
import dev.uncanned.score.PermutationStage;
import dev.uncanned.score.Permuted;
import dev.uncanned.score.Personal;
import dev.uncanned.score.PersonalisationStage;
import dev.uncanned.score.ReachStage;
import dev.uncanned.score.ReplyClassStage;
import dev.uncanned.score.ReplyCredit;
import dev.uncanned.score.ReplyCreditStage;
import dev.uncanned.score.ReusedCustom;
import dev.uncanned.score.ScoreStage;
import dev.uncanned.score.SegmentStage;
import dev.uncanned.score.TeamOverlap;
import dev.uncanned.score.Touch;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureStage;
import dev.uncanned.table.Records;
import dev.uncanned.template.SkeletonStage;
import dev.uncanned.template.SlotEntityStage;
import dev.uncanned.template.Template;
import dev.uncanned.text.TextDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The flow of a run: archives → messages → texts → signatures → clusters → campaigns → templates →
 * scores, each step's table written once and read back by the next.
 */
final class Pipeline {

  private static final long PERMUTATION_SEED = 1;

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
    Path folder = work.path("cluster-segments");
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
    Instant latest = intake.latest(asOf);
    return documents.all(
        new MessageNormalizer(people, run.pseudonyms(), latest),
        people,
        latest,
        intake.span().last());
  }

  /** The distinct masked texts. */
  Dataset<DistinctText> texts(Dataset<TextDocument> documents) {
    return work.table("signature", DistinctText.class, () -> new SignatureStage().apply(documents));
  }

  /** The cluster of each distinct text. */
  Dataset<ClusteredText> clusters(Dataset<DistinctText> texts) {
    clustersAreKept = texts.count() <= run.config().cluster().max_texts_in_one_task();
    if (!clustersAreKept) {
      return new ShuffledClusters(run.config().signature(), run.config().cluster(), work)
          .clusters(ofOneNight(texts));
    }
    return work.table(
        "cluster",
        ClusteredText.class,
        () -> new NightStage(memory.clusterRules(), clusterMemory()).apply(texts));
  }

  /** Ids of clusters that have become part of others, in this run or before. */
  List<ClusterAlias> aliases() {
    try (ClusterState state = ClusterState.read(clusterMemory().live(), memory.clusterRules())) {
      return state.aliases();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What is not remembered has come on one night, so that it is ordered by fingerprint alone. */
  private static Dataset<DistinctText> ofOneNight(Dataset<DistinctText> texts) {
    return Records.project(
        texts, DistinctText.class, Map.of(DistinctText.FIRST_SEEN, functions.lit(0L)));
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
    Dataset<Template> skeletons =
        work.table(
            "skeleton",
            Template.class,
            () ->
                new SkeletonStage(run.config().template(), entities)
                    .apply(texts, clusters, documents));
    if (!entities.enabled()) {
      return skeletons;
    }
    return work.table(
        "template",
        Template.class,
        () -> new SlotEntityStage(entities, new CoreNlpEntityFinder()).apply(skeletons, documents));
  }

  /** How different the people are who got each template. */
  Dataset<Audience> audiences(Dataset<TextDocument> documents, Dataset<CampaignMember> campaigns) {
    return work.table(
        "audience", Audience.class, () -> new AudienceStage().apply(documents, campaigns));
  }

  /** The links of the messages that have any, and what these ask for. */
  Dataset<LinkedSend> links(Dataset<TextDocument> documents, Dataset<CampaignMember> campaigns) {
    return work.table("link", LinkedSend.class, () -> new LinkStage().apply(documents, campaigns));
  }

  /** How fast each sender sent on each day. */
  Dataset<Burst> bursts(Dataset<Touch> history) {
    return work.table("burst", Burst.class, () -> new BurstStage().apply(history));
  }

  /** To how many people and companies several members of a team wrote. */
  Dataset<TeamOverlap> overlaps(Dataset<TextDocument> documents, Dataset<Touch> history) {
    return work.table(
        "overlap", TeamOverlap.class, () -> new OverlapStage().apply(documents, history));
  }

  /** Whether messages with an offer went to those it is meant for; null without offers. */
  Dataset<OfferMatch> offered(Dataset<TextDocument> documents, Dataset<CampaignMember> campaigns) {
    OfferConfig offers = new OfferConfig(run.config().offers());
    if (offers.offers().isEmpty()) {
      return null;
    }
    return work.table(
        "offered", OfferMatch.class, () -> new OfferStage(offers).apply(documents, campaigns));
  }

  /**
   * The scores of each message and recipient.
   *
   * @param templates asked for while other scores are worked out
   */
  Dataset<MessageScore> scores(
      Dataset<TextDocument> documents,
      Dataset<ClusteredText> clusters,
      Dataset<CampaignMember> campaigns,
      Supplier<Dataset<Template>> templates,
      KnownPeople people,
      LocalDate asOf) {
    SideBySide.run(
        List.of(
            () -> pairs(documents, history(documents, campaigns, asOf)),
            () -> words(documents, clusters, campaigns, people),
            () -> leaks(documents, campaigns, templates)));
    Dataset<Touch> history = history(documents, campaigns, asOf);
    Dataset<Customised> customised = customised(documents, campaigns, clusters);
    return work.table(
        "score",
        MessageScore.class,
        () ->
            new ScoreStage(run.config().score())
                .apply(
                    documents,
                    history,
                    reaches(history),
                    customised,
                    reused(customised),
                    personal(documents, campaigns, customised, people),
                    followUps(documents, history),
                    credits(documents, history),
                    leaks(documents, campaigns, templates)));
  }

  private Dataset<FoundLeaks> leaks(
      Dataset<TextDocument> documents,
      Dataset<CampaignMember> campaigns,
      Supplier<Dataset<Template>> templates) {
    Dataset<ForeignFill> fills =
        work.table(
            "foreign_fill",
            ForeignFill.class,
            () ->
                new ForeignFillStage(run.config().score())
                    .apply(documents, campaigns, templates.get()));
    return work.table(
        "leak", FoundLeaks.class, () -> new LeakStage().apply(fills, documents, campaigns));
  }

  private void pairs(Dataset<TextDocument> documents, Dataset<Touch> history) {
    reaches(history);
    followUps(documents, history);
    credits(documents, history);
  }

  private void words(
      Dataset<TextDocument> documents,
      Dataset<ClusteredText> clusters,
      Dataset<CampaignMember> campaigns,
      KnownPeople people) {
    Dataset<Customised> customised = customised(documents, campaigns, clusters);
    reused(customised);
    personal(documents, campaigns, customised, people);
  }

  private Dataset<Personal> personal(
      Dataset<TextDocument> documents,
      Dataset<CampaignMember> campaigns,
      Dataset<Customised> customised,
      KnownPeople people) {
    Dataset<ClusterSegments> segments =
        work.table(
            "segments",
            ClusterSegments.class,
            () -> new SegmentStage().apply(documents, campaigns));
    return work.table(
        "personal",
        Personal.class,
        () -> {
          Crowd crowd = new Crowd(new CrowdStage(people).apply(documents).collectAsList());
          return new PersonalisationStage(people, crowd)
              .apply(documents, campaigns, customised, segments);
        });
  }

  /** How often references are verified for recipients whom the texts did not go to. */
  Dataset<Permuted> permuted(
      Dataset<TextDocument> documents,
      Dataset<ClusteredText> clusters,
      Dataset<CampaignMember> campaigns,
      KnownPeople people) {
    return work.table(
        "permuted",
        Permuted.class,
        () ->
            new PermutationStage(people, PERMUTATION_SEED)
                .apply(documents, campaigns, customised(documents, campaigns, clusters)));
  }

  private Dataset<FollowUp> followUps(Dataset<TextDocument> documents, Dataset<Touch> history) {
    return work.table(
        "follow_up", FollowUp.class, () -> new FollowUpStage().apply(documents, history));
  }

  private Dataset<ReplyCredit> credits(Dataset<TextDocument> documents, Dataset<Touch> history) {
    return work.table(
        "credit",
        ReplyCredit.class,
        () ->
            new ReplyCreditStage(run.config().score())
                .apply(history, new ReplyClassStage().apply(documents)));
  }

  /** Who wrote to whom, when, and what came before. */
  Dataset<Touch> history(
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
