package dev.uncanned.score;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.text.NullReason;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Puts all that was measured of one message side by side.
 *
 * <p>Of several reasons for a null the first of these is shown: the text may not be scored, it is a
 * reply, it was seen from one inbox only, its scope has too few copies.
 */
public final class ScoreAssembly implements Serializable {

  private static final long serialVersionUID = 1L;

  /** Hard defects of these types name somebody else. */
  private static final Set<Defect.Type> WRONG_PERSON =
      EnumSet.of(
          Defect.Type.WRONG_NAME,
          Defect.Type.LEAKED_NAME,
          Defect.Type.LEAKED_ORG,
          Defect.Type.ROW_SHIFT);

  private final MassSend massSend;

  /** An assembly with the configured rule for mass sends. */
  public ScoreAssembly(ScoreConfig config) {
    this.massSend = new MassSend(config);
  }

  /** The score of one message to one recipient. */
  public MessageScore score(Measured measured) {
    MessageFacts facts = measured.facts();
    Touch touch = measured.touch();
    Send send = touch.send();
    JudgedWords customised = measured.customised();
    Personal personal = measured.personal();
    FollowUp followUp = measured.follow_up();
    ReplyCredit credit = measured.credit();
    List<Defect> defects = defects(facts, measured.leaks());
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
        personal == null ? null : personal.personal_level(),
        personal == null ? null : personalScore(personal, defects),
        personal == null ? null : personal.id_bits(),
        personal == null ? List.of() : personal.evidence(),
        personal == null ? null : personal.profile_fields_n(),
        personal == null ? null : personal.personal_null_reason(),
        defects,
        facts.eligible() ? facts.hollow_praise_n() : null,
        facts.eligible() ? facts.specific_praise_n() : null,
        touch.unsolicited(),
        followUp == null ? null : followUp.unanswered_run(),
        followUp == null ? null : followUp.bare_bump(),
        afterOptOut(send, credit),
        touch.replied(),
        touch.reply_latency_h(),
        credit == null ? null : credit.reply_class(),
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

  /** The defects of the text, and what its template shows of them: a wrong name may be leaked. */
  private static List<Defect> defects(MessageFacts facts, FoundLeaks found) {
    if (found == null) {
      return facts.defects();
    }
    List<Defect> leaks = found.leaks();
    Set<Integer> leaked = leaks.stream().map(Defect::start).collect(Collectors.toSet());
    List<Defect> all = new ArrayList<>();
    for (Defect own : facts.defects()) {
      boolean same = own.type() == Defect.Type.WRONG_NAME && leaked.contains(own.start());
      if (!same) {
        all.add(own);
      }
    }
    all.addAll(leaks);
    return all;
  }

  /** What is said of somebody else is not personal, whatever it refers to. */
  private static Float personalScore(Personal personal, List<Defect> defects) {
    boolean wrong = defects.stream().anyMatch(defect -> WRONG_PERSON.contains(defect.type()));
    boolean scored = personal.personal_score() != null;
    return scored && wrong ? Float.valueOf(0f) : personal.personal_score();
  }

  /** Nobody knows what had been asked for when a message without a time was sent. */
  private static Boolean afterOptOut(Send send, ReplyCredit credit) {
    if (!send.hasHistory()) {
      return null;
    }
    return credit != null && credit.after_opt_out();
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
