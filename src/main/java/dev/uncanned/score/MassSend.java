package dev.uncanned.score;

import dev.uncanned.archive.Direction;
import dev.uncanned.text.NullReason;
import java.io.Serializable;
import java.util.List;

/**
 * Decides whether a message to a recipient is a mass send, how large, and on what evidence.
 *
 * <p>It is one if its template reached enough people, or if enough of it are recurring phrases and
 * its campaign did, or if its headers say so. From inboxes "no" cannot be known, so there it stays
 * null; that copies came to two archives and more is a hint and no proof.
 */
public final class MassSend implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int REPEATED = 3;
  private static final int BULK = 20;
  private static final int MASS = 100;

  private final int massReach;
  private final double reuseShare;

  /** The rule with the configured thresholds. */
  public MassSend(ScoreConfig config) {
    this.massReach = config.mass_reach();
    this.reuseShare = config.reuse_share();
  }

  /**
   * What is known of one message to one recipient.
   *
   * @param mass_send null if not known or no outreach
   * @param reason why {@code mass_send} is null; null otherwise
   */
  public record Verdict(
      Boolean mass_send,
      Integer reach_n,
      Integer team_reach_n,
      Byte mass_level,
      MassEvidence mass_evidence,
      NullReason reason) {}

  /**
   * The verdict.
   *
   * @param reuse share of recurring phrases, null if not known
   * @param reaches how far its template and its campaign went: none, one or both
   */
  public Verdict verdict(MessageFacts facts, Touch touch, Float reuse, List<FamilyReach> reaches) {
    FamilyReach template = of(Scope.TEMPLATE, reaches);
    FamilyReach campaign = of(Scope.CAMPAIGN, reaches);
    MassEvidence evidence = evidence(facts, reuse, template, campaign);
    NullReason reason = reason(facts, touch, evidence, template);
    Integer reach = larger(reachOf(template), reachOf(campaign));
    Integer counted = isReused(reuse) ? reach : reachOf(template);
    return new Verdict(
        reason == null ? Boolean.valueOf(isProof(evidence)) : null,
        reach,
        larger(
            template == null ? null : template.team_reach_n(),
            campaign == null ? null : campaign.team_reach_n()),
        level(counted),
        facts.eligible() ? evidence : MassEvidence.NONE,
        reason);
  }

  private MassEvidence evidence(
      MessageFacts facts, Float reuse, FamilyReach template, FamilyReach campaign) {
    if (template != null && template.reach_n() >= massReach) {
      return MassEvidence.TEMPLATE;
    }
    if (isReused(reuse) && campaign != null && campaign.reach_n() >= massReach) {
      return MassEvidence.CAMPAIGN;
    }
    if (facts.header().bulk_headers()) {
      return MassEvidence.HEADERS;
    }
    boolean archives = template != null && template.archives_n() > 1;
    return archives ? MassEvidence.CROSS_ARCHIVE : MassEvidence.NONE;
  }

  /** Whether enough of the message recurs for the reach of its campaign to be its own. */
  private boolean isReused(Float reuse) {
    return reuse != null && reuse >= reuseShare;
  }

  private static boolean isProof(MassEvidence evidence) {
    return evidence != MassEvidence.NONE && evidence != MassEvidence.CROSS_ARCHIVE;
  }

  private static NullReason reason(
      MessageFacts facts, Touch touch, MassEvidence evidence, FamilyReach template) {
    if (!facts.eligible()) {
      return facts.null_reason() == null ? NullReason.NOT_COMPUTED : facts.null_reason();
    }
    if (touch.send().mechanical()) {
      return touch.send().automatic() ? NullReason.AUTOMATIC : NullReason.ONE_TAP;
    }
    if (Boolean.TRUE.equals(touch.is_reply())) {
      return NullReason.REPLY;
    }
    if (isProof(evidence)) {
      return null;
    }
    if (facts.header().direction() == Direction.INBOUND) {
      return NullReason.ONE_INBOX;
    }
    boolean measured = template != null && touch.send().recipient_id() != null;
    return measured ? null : NullReason.NOT_COMPUTED;
  }

  /**
   * 0 single, 1 repeated (3), 2 templated (a mass send), 3 bulk (20), 4 mass (100); what is no mass
   * send is below 2, whatever reach makes one.
   */
  private Byte level(Integer reach) {
    if (reach == null) {
      return null;
    }
    if (reach < massReach) {
      return (byte) (reach < REPEATED ? 0 : 1);
    }
    int bulk = reach < BULK ? 2 : 3;
    return (byte) (reach < MASS ? bulk : 4);
  }

  private static FamilyReach of(Scope scope, List<FamilyReach> reaches) {
    for (FamilyReach reach : reaches) {
      if (reach.scope() == scope) {
        return reach;
      }
    }
    return null;
  }

  private static Integer reachOf(FamilyReach reach) {
    return reach == null ? null : Integer.valueOf(reach.reach_n());
  }

  private static Integer larger(Integer one, Integer other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    return Math.max(one, other);
  }
}
