package dev.uncanned.score;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.text.NullReason;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts all that was measured of one message side by side.
 *
 * <p>Of several reasons for a null the first of these is shown: the text may not be scored, it is a
 * reply, it was seen from one inbox only, its scope has too few copies.
 */
public final class ScoreAssembly implements Serializable {

  private static final long serialVersionUID = 1L;

  private final MassSend massSend;

  /** An assembly with the configured rule for mass sends. */
  public ScoreAssembly(ScoreConfig config) {
    this.massSend = new MassSend(config);
  }

  /**
   * The score of one message to one recipient, without what is told of pairs of people: {@link
   * Personal}, {@link FollowUp} and {@link ReplyCredit}.
   */
  public MessageScore score(Measured measured) {
    MessageFacts facts = measured.facts();
    Touch touch = measured.touch();
    Send send = touch.send();
    JudgedWords customised = measured.customised();
    MassSend.Verdict mass = massSend.verdict(facts, touch, send.reuse_share(), reaches(measured));
    return new MessageScore(
        facts.header(),
        send.recipient_id(),
        dyad(send),
        facts.tokens_n(),
        facts.chars_n(),
        facts.lang(),
        facts.lang_conf(),
        touch.relationship(),
        touch.touch_no(),
        touch.gap_prev_d(),
        touch.is_reply(),
        touch.first_touch(),
        send.cluster_id(),
        send.campaign_id(),
        mass.mass_send(),
        send.reuse_share(),
        mass.reach_n(),
        mass.team_reach_n(),
        mass.mass_level(),
        mass.mass_evidence(),
        customised == null ? null : customised.customised_words(),
        customised == null ? null : customised.customised_share(),
        measured.reused() == null ? null : measured.reused().custom_reused_share(),
        customised == null ? null : customised.edit_ratio(),
        customised == null ? null : customised.scope(),
        null,
        null,
        null,
        List.of(),
        null,
        null,
        facts.defects(),
        facts.eligible() ? facts.hollow_praise_n() : null,
        facts.eligible() ? facts.specific_praise_n() : null,
        touch.unsolicited(),
        null,
        null,
        null,
        touch.replied(),
        touch.reply_latency_h(),
        null,
        customised == null ? null : customised.confidence(),
        reason(mass, customised));
  }

  private static List<FamilyReach> reaches(Measured measured) {
    List<FamilyReach> reaches = new ArrayList<>(2);
    if (measured.template() != null) {
      reaches.add(measured.template());
    }
    if (measured.campaign() != null) {
      reaches.add(measured.campaign());
    }
    return reaches;
  }

  private static String dyad(Send send) {
    if (send.sender_id() == null || send.recipient_id() == null) {
      return null;
    }
    return ContentHash.of("dyad", send.sender_id(), send.recipient_id());
  }

  private static NullReason reason(MassSend.Verdict mass, JudgedWords customised) {
    if (mass.reason() != null) {
      return mass.reason();
    }
    boolean counted = customised != null && customised.customised_words() != null;
    return counted ? null : NullReason.FEW_COPIES;
  }
}
