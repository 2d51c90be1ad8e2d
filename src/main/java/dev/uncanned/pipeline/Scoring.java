package dev.uncanned.pipeline;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.score.ArchiveSpan;
import dev.uncanned.score.Audience;
import dev.uncanned.score.AudienceStage;
import dev.uncanned.score.Burst;
import dev.uncanned.score.BurstStage;
import dev.uncanned.score.ClusterSegments;
import dev.uncanned.score.ContactHistory;
import dev.uncanned.score.Correspondence;
import dev.uncanned.score.Crowd;
import dev.uncanned.score.CrowdMember;
import dev.uncanned.score.CrowdStage;
import dev.uncanned.score.CustomReuseStage;
import dev.uncanned.score.CustomisationStage;
import dev.uncanned.score.Customised;
import dev.uncanned.score.Delivery;
import dev.uncanned.score.DeliveryStage;
import dev.uncanned.score.FamilyReach;
import dev.uncanned.score.ForeignFill;
import dev.uncanned.score.FoundLeaks;
import dev.uncanned.score.KnownPeople;
import dev.uncanned.score.LabelStage;
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
import dev.uncanned.score.ReachStage;
import dev.uncanned.score.ReplyCredits;
import dev.uncanned.score.ReusedCustom;
import dev.uncanned.score.ScoreStage;
import dev.uncanned.score.SegmentStage;
import dev.uncanned.score.TeamOverlap;
import dev.uncanned.score.TextLabels;
import dev.uncanned.score.TextScan;
import dev.uncanned.score.Touch;
import dev.uncanned.table.Records;
import dev.uncanned.template.Template;
import dev.uncanned.text.TextDocument;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/**
 * Works out all measures of the messages of a run and puts them together as scores; the table of
 * each measure is written once and read back where it is asked for.
 */
final class Scoring {

  private static final long PERMUTATION_SEED = 1;
  private static final String DELIVERY = "delivery";

  private final PipelineConfig config;
  private final WorkTables work;
  private final Dataset<TextDocument> documents;
  private final Dataset<ClusteredText> clusters;
  private final Dataset<CampaignMember> campaigns;
  private final Supplier<Dataset<Template>> templates;
  private final KnownPeople people;
  private final Supplier<Dataset<ArchiveSpan>> spans;
  private final Set<String> colleagues;
  private final LocalDate asOf;

  /**
   * @param templates asked for while other measures are worked out
   * @param people what is known of the owners of archives
   * @param spans the time that each archive covers; asked for where the texts are read
   * @param colleagues everybody on the roster, by pseudonym
   * @param asOf day up to which the run looks
   */
  Scoring(
      PipelineConfig config,
      WorkTables work,
      Dataset<TextDocument> documents,
      Dataset<ClusteredText> clusters,
      Dataset<CampaignMember> campaigns,
      Supplier<Dataset<Template>> templates,
      KnownPeople people,
      Supplier<Dataset<ArchiveSpan>> spans,
      Set<String> colleagues,
      LocalDate asOf) {
    this.config = config;
    this.work = work;
    this.documents = documents;
    this.clusters = clusters;
    this.campaigns = campaigns;
    this.templates = templates;
    this.people = people;
    this.spans = spans;
    this.colleagues = colleagues;
    this.asOf = asOf;
  }

  /** Who wrote to whom, when, and what came before. */
  Dataset<Touch> history() {
    return deliveries()
        .select(functions.col(Delivery.TOUCH + ".*"))
        .as(Records.encoder(Touch.class));
  }

  /** How different the people are who got each template. */
  Dataset<Audience> audiences() {
    return work.table(
        "audience", Audience.class, () -> new AudienceStage().apply(documents, campaigns));
  }

  /** The links of the messages that have any, and what these ask for. */
  Dataset<LinkedSend> links() {
    return work.table("link", LinkedSend.class, () -> new LinkStage().apply(documents, campaigns));
  }

  /** How fast each sender sent on each day. */
  Dataset<Burst> bursts() {
    return work.table("burst", Burst.class, () -> new BurstStage().apply(history()));
  }

  /** To how many people and companies several members of a team wrote. */
  Dataset<TeamOverlap> overlaps() {
    return work.table(
        "overlap",
        TeamOverlap.class,
        () -> new OverlapStage(colleagues).apply(documents, history()));
  }

  /** Whether messages with an offer went to those it is meant for; null without offers. */
  Dataset<OfferMatch> offered() {
    OfferConfig offers = new OfferConfig(config.offers());
    if (offers.offers().isEmpty()) {
      return null;
    }
    return work.table(
        "offered", OfferMatch.class, () -> new OfferStage(offers).apply(documents, campaigns));
  }

  /** How often references are verified for recipients whom the texts did not go to. */
  Dataset<Permuted> permuted() {
    return work.table(
        "permuted",
        Permuted.class,
        () ->
            new PermutationStage(people, PERMUTATION_SEED)
                .apply(documents, campaigns, customised()));
  }

  /** The scores of each message and recipient. */
  Dataset<MessageScore> scores() {
    deliveries();
    SideBySide.run(List.of(this::reaches, this::reused, this::leaks));
    return work.table(
        "score",
        MessageScore.class,
        () -> new ScoreStage(config.score()).apply(deliveries(), reaches(), reused(), leaks()));
  }

  /** What the text of each message and the other messages of its two people say of it. */
  private Dataset<Delivery> deliveries() {
    if (!work.finished(DELIVERY)) {
      SideBySide.run(List.of(this::customised, templates::get, this::segments, this::crowd));
      labels();
    }
    return work.table(
        DELIVERY,
        Delivery.class,
        () ->
            new DeliveryStage(new TextScan(config.score(), people), correspondence())
                .apply(documents, labels(), segments(), spans.get()));
  }

  private Dataset<TextLabels> labels() {
    return work.table(
        "label",
        TextLabels.class,
        () -> new LabelStage().apply(campaigns, customised(), templates.get()));
  }

  private Correspondence correspondence() {
    return new Correspondence(
        new ContactHistory(config.score(), Intake.endOf(asOf)),
        new ReplyCredits(config.score()),
        new Crowd(crowd().collectAsList()));
  }

  private Dataset<FoundLeaks> leaks() {
    Column fill = functions.explode(functions.col(Delivery.FILLS)).as(Delivery.FILLS);
    Dataset<ForeignFill> fills =
        deliveries()
            .select(fill)
            .select(functions.col(Delivery.FILLS + ".*"))
            .as(Records.encoder(ForeignFill.class));
    return work.table(
        "leak", FoundLeaks.class, () -> new LeakStage().apply(fills, documents, campaigns));
  }

  private Dataset<FamilyReach> reaches() {
    return work.table(
        "reach", FamilyReach.class, () -> new ReachStage(config.score()).apply(history()));
  }

  private Dataset<Customised> customised() {
    return work.table(
        "customised",
        Customised.class,
        () -> new CustomisationStage(config.score()).apply(documents, campaigns, clusters));
  }

  private Dataset<ReusedCustom> reused() {
    return work.table(
        "reused",
        ReusedCustom.class,
        () -> new CustomReuseStage(config.score()).apply(customised()));
  }

  private Dataset<ClusterSegments> segments() {
    return work.table(
        "segments", ClusterSegments.class, () -> new SegmentStage().apply(documents, campaigns));
  }

  private Dataset<CrowdMember> crowd() {
    return work.table("crowd", CrowdMember.class, () -> new CrowdStage(people).apply(documents));
  }
}
