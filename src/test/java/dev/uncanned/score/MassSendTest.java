package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.DateQuality;
import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.message.MessageHeader;
import dev.uncanned.text.NullReason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MassSendTest {

  private final MassSend rule = new MassSend(ScoreConfig.DEFAULT);

  @ParameterizedTest
  @CsvSource({"0,0", "2,0", "3,1", "4,1", "5,2", "19,2", "20,3", "99,3", "100,4", "5000,4"})
  void gradesTheReach(int reach, byte level) {
    assertThat(verdict(Direction.OUTBOUND, null, template(reach)).mass_level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({"25,22,1", "25,25,3", "25,120,4", "2,2,2", "2,1,0", "150,149,1", "150,150,4"})
  void noLevelOfAMassSendIsBelowTheReachThatMakesOne(int massReach, int reach, byte level) {
    MassSend other = new MassSend(ScoreConfig.DEFAULT.withMassReach(massReach));
    MassSend.Verdict verdict = verdict(other, Direction.OUTBOUND, null, template(reach));
    assertThat(verdict.mass_level()).isEqualTo(level);
    assertThat(verdict.mass_send()).isEqualTo(level >= 2);
  }

  @Test
  void takesATemplateFromFiveRecipients() {
    assertThat(verdict(Direction.OUTBOUND, null, template(4)).mass_send()).isFalse();
    MassSend.Verdict five = verdict(Direction.OUTBOUND, null, template(5));
    assertThat(five.mass_send()).isTrue();
    assertThat(five.mass_evidence()).isEqualTo(MassEvidence.TEMPLATE);
    assertThat(five.reason()).isNull();
  }

  @Test
  void takesACampaignOnlyWhereEnoughIsReused() {
    MassSend.Verdict reused = verdict(Direction.OUTBOUND, 0.3f, template(1), campaign(40));
    MassSend.Verdict own = verdict(Direction.OUTBOUND, 0.29f, template(1), campaign(40));
    assertThat(reused.mass_send()).isTrue();
    assertThat(reused.mass_evidence()).isEqualTo(MassEvidence.CAMPAIGN);
    assertThat(reused.reach_n()).isEqualTo(40);
    assertThat(own.mass_send()).isFalse();
    assertThat(reused.mass_level()).isEqualTo((byte) 3);
    assertThat(own.reach_n()).isEqualTo(40);
    assertThat(own.mass_level()).as("level of what is no copy of its campaign").isZero();
  }

  @Test
  void neverSaysNoFromAnInbox() {
    MassSend.Verdict one = verdict(Direction.INBOUND, 0f, template(1));
    assertThat(one.mass_send()).isNull();
    assertThat(one.reason()).isEqualTo(NullReason.ONE_INBOX);
    assertThat(one.mass_evidence()).isEqualTo(MassEvidence.NONE);
    FamilyReach two = new FamilyReach("m", Scope.TEMPLATE, 2, null, 2);
    assertThat(verdict(Direction.INBOUND, 0f, two).mass_send()).isNull();
    assertThat(verdict(Direction.INBOUND, 0f, two).mass_evidence())
        .isEqualTo(MassEvidence.CROSS_ARCHIVE);
  }

  @Test
  void believesBulkHeaders() {
    MassSend.Verdict bulk =
        rule.verdict(
            facts(Direction.INBOUND, true, true, null),
            touch(Direction.INBOUND, false, false),
            null,
            List.of(template(1)));
    assertThat(bulk.mass_send()).isTrue();
    assertThat(bulk.mass_evidence()).isEqualTo(MassEvidence.HEADERS);
  }

  @Test
  void doesNotJudgeRepliesNorTextsThatMayNotBeScored() {
    MessageFacts facts = facts(Direction.OUTBOUND, false, true, null);
    MassSend.Verdict reply =
        rule.verdict(facts, touch(Direction.OUTBOUND, true, false), 1f, List.of(template(50)));
    assertThat(reply.mass_send()).isNull();
    assertThat(reply.reason()).isEqualTo(NullReason.REPLY);
    MessageFacts shortText = facts(Direction.OUTBOUND, false, false, NullReason.TOO_SHORT);
    MassSend.Verdict tooShort =
        rule.verdict(shortText, touch(Direction.OUTBOUND, false, false), 1f, List.of(template(50)));
    assertThat(tooShort.mass_send()).isNull();
    assertThat(tooShort.reason()).isEqualTo(NullReason.TOO_SHORT);
    MassSend.Verdict oneTap =
        rule.verdict(facts, touch(Direction.OUTBOUND, false, true), 1f, List.of(template(50)));
    assertThat(oneTap.reason()).isEqualTo(NullReason.ONE_TAP);
  }

  @Test
  void leavesOpenWhatNobodyMeasured() {
    MassSend.Verdict none = verdict(Direction.OUTBOUND, null);
    assertThat(none.mass_send()).isNull();
    assertThat(none.reach_n()).isNull();
    assertThat(none.mass_level()).isNull();
    assertThat(none.reason()).isEqualTo(NullReason.NOT_COMPUTED);
  }

  private MassSend.Verdict verdict(Direction direction, Float reuse, FamilyReach... reaches) {
    return verdict(rule, direction, reuse, reaches);
  }

  private static MassSend.Verdict verdict(
      MassSend rule, Direction direction, Float reuse, FamilyReach... reaches) {
    return rule.verdict(
        facts(direction, false, true, null),
        touch(direction, false, false),
        reuse,
        List.of(reaches));
  }

  private static FamilyReach template(int reach) {
    return new FamilyReach("m", Scope.TEMPLATE, reach, null, 0);
  }

  private static FamilyReach campaign(int reach) {
    return new FamilyReach("m", Scope.CAMPAIGN, reach, null, 0);
  }

  private static Touch touch(Direction direction, boolean reply, boolean oneTap) {
    Send send =
        new Send(
            "p",
            "m",
            "s",
            "r",
            null,
            "x",
            Channel.EMAIL,
            direction,
            Instant.EPOCH,
            DateQuality.SECOND,
            false,
            oneTap,
            null,
            null,
            null,
            null,
            null);
    return new Touch("m", send, null, 1, null, reply, !reply, null, null, null, reply);
  }

  private static MessageFacts facts(
      Direction direction, boolean bulk, boolean eligible, NullReason reason) {
    MessageHeader header =
        new MessageHeader(
            "m",
            "t",
            "x",
            "i",
            1,
            Channel.EMAIL,
            MessageKind.MESSAGE,
            direction,
            "s",
            "o",
            null,
            List.of("r"),
            Instant.EPOCH,
            DateQuality.SECOND,
            false,
            bulk,
            null,
            0,
            null);
    return new MessageFacts(header, 20, 100, "en", 1f, eligible, reason, List.of(), null, null);
  }
}
