package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.DateQuality;
import dev.uncanned.archive.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ContactHistoryTest {

  private static final Instant DAY0 = Instant.parse("2025-06-01T09:00:00Z");
  private static final Instant LONG_AGO = DAY0.minus(Duration.ofDays(400));
  private static final Instant AS_OF = DAY0.plus(Duration.ofDays(365));

  private final ContactHistory history = new ContactHistory(ScoreConfig.DEFAULT, AS_OF);

  @Test
  void countsTouchesAndGapsOfEachDirection() {
    Map<String, Touch> touches =
        follow(sent("m1", "a", 0), sent("m2", "a", 3), sent("m3", "a", 10));
    assertThat(touches.get("m1").touch_no()).isEqualTo(1);
    assertThat(touches.get("m1").gap_prev_d()).isNull();
    assertThat(touches.get("m1").first_touch()).isTrue();
    assertThat(touches.get("m3").touch_no()).isEqualTo(3);
    assertThat(touches.get("m3").gap_prev_d()).isEqualTo(7f);
    assertThat(touches.get("m3").first_touch()).isFalse();
    assertThat(touches.get("m3").relationship()).isEqualTo(Relationship.COLD);
    assertThat(touches.get("m3").unsolicited()).isTrue();
  }

  @Test
  void tellsRepliesFromTwoWay() {
    Map<String, Touch> touches =
        follow(sent("m1", "a", 0), sent("m2", "b", 1), sent("m3", "a", 2), sent("m4", "a", 9));
    assertThat(touches.get("m2").relationship()).isEqualTo(Relationship.REPLY);
    assertThat(touches.get("m2").touch_no()).isEqualTo(1);
    assertThat(touches.get("m2").first_touch()).isFalse();
    assertThat(touches.get("m3").is_reply()).isTrue();
    assertThat(touches.get("m4").is_reply()).isFalse();
    assertThat(touches.get("m4").relationship()).isEqualTo(Relationship.TWO_WAY);
    assertThat(touches.get("m4").unsolicited()).isFalse();
  }

  @Test
  void doesNotTakeAMessageForTheReplyToAYearOldOne() {
    Touch touch = follow(sent("m1", "b", -400), sent("m2", "a", 0)).get("m2");
    assertThat(touch.is_reply()).isFalse();
    assertThat(touch.heard_back()).isTrue();
    assertThat(touch.relationship()).isEqualTo(Relationship.TWO_WAY);
    assertThat(touch.unsolicited()).isFalse();
    assertThat(touch.first_touch()).as("the first to the recipient, and no answer").isTrue();
  }

  @Test
  void takesAMessageForAReplyUntilTheWindowOfReachEnds() {
    assertThat(follow(sent("m1", "b", 0), sent("m2", "a", 90)).get("m2").is_reply()).isTrue();
    assertThat(follow(sent("m1", "b", 0), sent("m2", "a", 90.01)).get("m2").is_reply()).isFalse();
  }

  @Test
  void doesNotKnowWhetherAMessageAtTheSameInstantWasAnsweredWhateverCameLongBefore() {
    Map<String, Touch> touches =
        follow(sent("m1", "b", -400), sent("m2", "a", 0), sent("m3", "b", 0));
    assertThat(touches.get("m2").is_reply()).isNull();
    assertThat(touches.get("m2").first_touch()).isNull();
    assertThat(touches.get("m2").relationship()).isEqualTo(Relationship.TWO_WAY);
  }

  @Test
  void creditsAnAnswerToEveryMessageWithinItsHorizon() {
    Map<String, Touch> touches =
        follow(sent("m1", "a", 0), sent("m2", "a", 10), sent("m3", "b", 15), sent("m4", "a", 60));
    assertThat(touches.get("m1").replied()).isFalse();
    assertThat(touches.get("m1").reply_latency_h()).isNull();
    assertThat(touches.get("m2").replied()).isTrue();
    assertThat(touches.get("m2").reply_latency_h()).isEqualTo(120f);
    assertThat(touches.get("m4").replied()).isFalse();
  }

  @Test
  void countsAnAnswerAtTheEndOfTheHorizonAndNotBehindIt() {
    assertThat(follow(sent("m1", "a", 0), sent("m2", "b", 14)).get("m1").replied()).isTrue();
    assertThat(follow(sent("m1", "a", 0), sent("m2", "b", 14.01)).get("m1").replied()).isFalse();
  }

  @Test
  void machinesNeitherAnswerNorTouch() {
    Map<String, Touch> touches =
        follow(sent("m1", "a", 0), automatic("m2", "b", 1), sent("m3", "a", 2));
    assertThat(touches.get("m1").replied()).isFalse();
    assertThat(touches.get("m2").touch_no()).isNull();
    assertThat(touches.get("m2").first_touch()).isFalse();
    assertThat(touches.get("m3").is_reply()).isFalse();
    assertThat(touches.get("m3").relationship()).isEqualTo(Relationship.COLD);
  }

  @Test
  void doesNotCallColdWhatTheArchiveCannotKnow() {
    Send early = within(sent("m1", "a", 0), DAY0.minus(Duration.ofDays(89)), AS_OF);
    Send late = within(sent("m1", "a", 0), DAY0.minus(Duration.ofDays(90)), AS_OF);
    assertThat(follow(early).get("m1").relationship()).isEqualTo(Relationship.UNKNOWN);
    assertThat(follow(early).get("m1").unsolicited()).isNull();
    assertThat(follow(early).get("m1").touch_no()).isEqualTo(1);
    assertThat(follow(late).get("m1").relationship()).isEqualTo(Relationship.COLD);
  }

  @Test
  void leavesRepliesOpenUntilTheHorizonHasPassed() {
    Send byArchive = within(sent("m1", "a", 0), LONG_AGO, DAY0.plus(Duration.ofDays(13)));
    assertThat(follow(byArchive, sent("m2", "b", 1)).get("m1").replied()).isNull();
    assertThat(follow(byArchive, sent("m2", "b", 1)).get("m1").reply_latency_h()).isNull();
    Send byAsOf = within(sent("m1", "a", 352), LONG_AGO, AS_OF.plus(Duration.ofDays(99)));
    assertThat(follow(byAsOf).get("m1").replied()).isNull();
  }

  @Test
  void takesAnInvitationBeforeADirectMessageAsAccepted() {
    Send invite = linkedIn("m1", "a", 0, Channel.LI_INVITE);
    Send message = linkedIn("m2", "a", 5, Channel.LI_MESSAGE);
    assertThat(follow(invite, message).get("m1").relationship()).isEqualTo(Relationship.COLD);
    assertThat(follow(invite, message).get("m2").relationship())
        .isEqualTo(Relationship.ACCEPTED_ONLY);
    assertThat(follow(invite, message).get("m2").unsolicited()).isFalse();
    Send mail = sent("m2", "a", 5);
    assertThat(follow(invite, mail).get("m2").relationship()).isEqualTo(Relationship.COLD);
  }

  @Test
  void leavesMessagesWithoutPersonOrTimeUnknown() {
    Send undated = send("m1", "a", "b", null, false, Channel.EMAIL);
    Send nobody = send("m2", "a", null, DAY0, false, Channel.EMAIL);
    Send self = send("m3", "a", "a", DAY0, false, Channel.EMAIL);
    Map<String, Touch> touches = follow(undated, nobody, self);
    assertThat(touches).hasSize(3);
    for (Touch touch : touches.values()) {
      assertThat(touch).isEqualTo(Touch.unknown(touch.send()));
    }
  }

  @Test
  void ordersMessagesOfOneSideAtOneInstantByTheirIds() {
    Map<String, Touch> touches = follow(sent("m2", "a", 0), sent("m1", "a", 0));
    assertThat(touches.get("m1").touch_no()).isEqualTo(1);
    assertThat(touches.get("m1").first_touch()).isTrue();
    assertThat(touches.get("m2").touch_no()).isEqualTo(2);
    assertThat(touches.get("m2").gap_prev_d()).isZero();
  }

  @Test
  void doesNotKnowWhoAnsweredWhomAtOneInstant() {
    for (Touch touch : follow(sent("m2", "b", 0), sent("m1", "a", 0)).values()) {
      assertThat(touch.relationship()).isEqualTo(Relationship.UNKNOWN);
      assertThat(touch.touch_no()).isEqualTo(1);
      assertThat(touch.is_reply()).isNull();
      assertThat(touch.first_touch()).isNull();
      assertThat(touch.unsolicited()).isNull();
      assertThat(touch.replied()).isNull();
      assertThat(touch.reply_latency_h()).isNull();
    }
  }

  @Test
  void knowsOfOneInstantWhatItsOrderDoesNotChange() {
    Map<String, Touch> touches =
        follow(
            sent("m1", "a", 0),
            sent("m2", "b", 1),
            sent("m3", "a", 5),
            sent("m4", "b", 5),
            sent("m5", "a", 6),
            sent("m6", "b", 7));
    assertThat(touches.get("m2").replied()).isTrue();
    assertThat(touches.get("m3").relationship()).as("m2 came before").isEqualTo(Relationship.REPLY);
    assertThat(touches.get("m3").replied()).as("by m6 at the latest").isTrue();
    assertThat(touches.get("m3").reply_latency_h()).isNull();
    assertThat(touches.get("m4").relationship()).isEqualTo(Relationship.TWO_WAY);
    assertThat(touches.get("m4").is_reply()).isNull();
    assertThat(touches.get("m4").first_touch()).isFalse();
    assertThat(touches.get("m5").is_reply()).as("m3 may have answered m4").isNull();
    assertThat(touches.get("m5").relationship()).isEqualTo(Relationship.TWO_WAY);
    assertThat(touches.get("m5").unsolicited()).isFalse();
    assertThat(touches.get("m6").is_reply()).isTrue();
  }

  @Test
  void aMachineAtTheSameInstantIsNoSideThatWrote() {
    Map<String, Touch> touches = follow(sent("m1", "a", 0), automatic("m2", "b", 0));
    assertThat(touches.get("m1").relationship()).isEqualTo(Relationship.COLD);
    assertThat(touches.get("m1").first_touch()).isTrue();
    assertThat(touches.get("m1").replied()).isFalse();
    assertThat(touches.get("m2").is_reply()).isNull();
    assertThat(touches.get("m2").first_touch()).isFalse();
  }

  @Test
  void doesNotDependOnTheOrderOfItsInput() {
    List<Send> sends = new ArrayList<>();
    Random random = new Random(5);
    for (int i = 0; i < 60; i++) {
      sends.add(sent("m" + i, random.nextBoolean() ? "a" : "b", random.nextInt(30)));
    }
    Map<String, Touch> expected = follow(sends.toArray(Send[]::new));
    Collections.shuffle(sends, random);
    assertThat(follow(sends.toArray(Send[]::new))).isEqualTo(expected);
  }

  private Map<String, Touch> follow(Send... sends) {
    Map<String, Touch> touches = new HashMap<>();
    history
        .touches(List.of(sends).iterator())
        .forEachRemaining(t -> touches.put(t.message_id(), t));
    return touches;
  }

  private static Send sent(String id, String sender, double day) {
    Instant at = DAY0.plusSeconds(Math.round(day * 86_400));
    return send(id, sender, sender.equals("a") ? "b" : "a", at, false, Channel.EMAIL);
  }

  private static Send automatic(String id, String sender, double day) {
    Instant at = DAY0.plusSeconds(Math.round(day * 86_400));
    return send(id, sender, sender.equals("a") ? "b" : "a", at, true, Channel.EMAIL);
  }

  private static Send linkedIn(String id, String sender, double day, Channel channel) {
    Instant at = DAY0.plusSeconds(Math.round(day * 86_400));
    return send(id, sender, sender.equals("a") ? "b" : "a", at, false, channel);
  }

  private static Send within(Send send, Instant start, Instant end) {
    return new Send(
        send.pair(),
        send.message_id(),
        send.sender_id(),
        send.recipient_id(),
        send.team_id(),
        send.archive_id(),
        send.channel(),
        send.direction(),
        send.sent_at(),
        send.date_quality(),
        send.automatic(),
        send.one_tap(),
        start,
        end,
        send.cluster_id(),
        send.campaign_id(),
        send.reuse_share());
  }

  private static Send send(
      String id, String from, String to, Instant at, boolean automatic, Channel channel) {
    return new Send(
        "pair",
        id,
        from,
        to,
        null,
        "x",
        channel,
        Direction.OUTBOUND,
        at,
        at == null ? DateQuality.NONE : DateQuality.SECOND,
        automatic,
        false,
        LONG_AGO,
        AS_OF,
        null,
        null,
        null);
  }
}
