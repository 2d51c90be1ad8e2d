package dev.uncanned.pipeline;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.cluster.ClusteredText;
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
import dev.uncanned.template.Template;
import dev.uncanned.text.TextDocument;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;

/**
 * Works out all measures of the messages of a run and puts them together as scores; the table of
 * each measure is written once and read back where it is asked for.
 */
final class Scoring {

  private static final long PERMUTATION_SEED = 1;

  private final PipelineConfig config;
  private final WorkTables work;
  private final Dataset<TextDocument> documents;
  private final Dataset<ClusteredText> clusters;
  private final Dataset<CampaignMember> campaigns;
  private final LocalDate asOf;

  /**
   * @param asOf day up to which the run looks
   */
  Scoring(
      PipelineConfig config,
      WorkTables work,
      Dataset<TextDocument> documents,
      Dataset<ClusteredText> clusters,
      Dataset<CampaignMember> campaigns,
      LocalDate asOf) {
    this.config = config;
    this.work = work;
    this.documents = documents;
    this.clusters = clusters;
    this.campaigns = campaigns;
    this.asOf = asOf;
  }

  /** Who wrote to whom, when, and what came before. */
  Dataset<Touch> history() {
    Instant end = asOf.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return work.table(
        "history",
        Touch.class,
        () -> new HistoryStage(config.score(), end).apply(documents, campaigns));
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
        "overlap", TeamOverlap.class, () -> new OverlapStage().apply(documents, history()));
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
  Dataset<Permuted> permuted(KnownPeople people) {
    return work.table(
        "permuted",
        Permuted.class,
        () ->
            new PermutationStage(people, PERMUTATION_SEED)
                .apply(documents, campaigns, customised()));
  }

  /**
   * The scores of each message and recipient.
   *
   * @param templates asked for while other scores are worked out
   */
  Dataset<MessageScore> scores(Supplier<Dataset<Template>> templates, KnownPeople people) {
    SideBySide.run(List.of(this::ofPairs, () -> ofWords(people), () -> leaks(templates)));
    return work.table(
        "score",
        MessageScore.class,
        () ->
            new ScoreStage(config.score())
                .apply(
                    documents,
                    history(),
                    reaches(),
                    customised(),
                    reused(),
                    personal(people),
                    followUps(),
                    credits(),
                    leaks(templates)));
  }

  private void ofPairs() {
    history();
    reaches();
    followUps();
    credits();
  }

  private void ofWords(KnownPeople people) {
    customised();
    reused();
    personal(people);
  }

  private Dataset<FoundLeaks> leaks(Supplier<Dataset<Template>> templates) {
    Dataset<ForeignFill> fills =
        work.table(
            "foreign_fill",
            ForeignFill.class,
            () ->
                new ForeignFillStage(config.score()).apply(documents, campaigns, templates.get()));
    return work.table(
        "leak", FoundLeaks.class, () -> new LeakStage().apply(fills, documents, campaigns));
  }

  private Dataset<FamilyReach> reaches() {
    return work.table(
        "reach", FamilyReach.class, () -> new ReachStage(config.score()).apply(history()));
  }

  private Dataset<FollowUp> followUps() {
    return work.table(
        "follow_up", FollowUp.class, () -> new FollowUpStage().apply(documents, history()));
  }

  private Dataset<ReplyCredit> credits() {
    return work.table(
        "credit",
        ReplyCredit.class,
        () ->
            new ReplyCreditStage(config.score())
                .apply(history(), new ReplyClassStage().apply(documents)));
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

  private Dataset<Personal> personal(KnownPeople people) {
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
              .apply(documents, campaigns, customised(), segments);
        });
  }
}
