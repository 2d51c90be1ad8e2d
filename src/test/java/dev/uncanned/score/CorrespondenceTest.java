package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.DateQuality;
import dev.uncanned.archive.Direction;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrespondenceTest {

  private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant AS_OF = START.plus(Duration.ofDays(100));

  private final Correspondence correspondence =
      new Correspondence(
          new ContactHistory(ScoreConfig.DEFAULT, AS_OF),
          new ReplyCredits(ScoreConfig.DEFAULT),
          new Crowd(List.of()));

  @Test
  void anAbsenceNoticeWithoutHeadersIsNoAnswer() {
    Map<String, Delivery> found =
        deliveries(
            line("pitch", "rep", "ann", 0, null), line("notice", "ann", "rep", 1, ReplyClass.AUTO));

    assertThat(found.get("pitch").touch().replied()).isFalse();
    assertThat(found.get("pitch").credit().reply_class()).isEqualTo(ReplyClass.AUTO);
    assertThat(found.get("notice").touch().send().automatic()).isTrue();
    assertThat(found.get("notice").touch().touch_no()).isNull();
  }

  @Test
  void aPersonsAnswerBesideTheNoticeCounts() {
    Map<String, Delivery> found =
        deliveries(
            line("notice", "ann", "rep", 1, ReplyClass.AUTO),
            line("answer", "ann", "rep", 2, ReplyClass.POSITIVE),
            line("pitch", "rep", "ann", 0, null));

    assertThat(found.get("pitch").touch().replied()).isTrue();
    assertThat(found.get("pitch").credit().reply_class()).isEqualTo(ReplyClass.POSITIVE);
  }

  @Test
  void whoWritesFirstIsNoMachineWhateverTheWords() {
    Map<String, Delivery> found =
        deliveries(
            line("first", "rep", "ann", 0, ReplyClass.AUTO), line("answer", "ann", "rep", 1, null));

    assertThat(found.get("first").touch().touch_no()).isEqualTo(1);
    assertThat(found.get("first").touch().replied()).isTrue();
  }

  @Test
  void aPersonOnHolidayWhoAsksBackIsNoMachine() {
    ReplyClass says =
        new ReplyRules().of("I'm out of office till Friday. Does Monday at 10 work for you?", "en");
    Map<String, Delivery> found =
        deliveries(
            line("pitch", "rep", "ann", 0, null),
            line("answer", "ann", "rep", 1, says),
            line("next", "rep", "ann", 2, null));

    assertThat(found.get("pitch").touch().replied()).isTrue();
    assertThat(found.get("next").touch().relationship()).isEqualTo(Relationship.REPLY);
    assertThat(found.get("next").follow_up()).isNull();
  }

  @Test
  void aMessageLongAfterTheRecipientsLastBeginsARunOfItsOwn() {
    Map<String, Delivery> found =
        deliveries(
            line("pitch", "rep", "ann", -120, null),
            line("answer", "ann", "rep", -119, null),
            line("later", "rep", "ann", 0, null),
            line("bump", "rep", "ann", 5, null));

    assertThat(found.get("later").touch().is_reply()).isFalse();
    assertThat(found.get("later").follow_up()).isNull();
    assertThat(found.get("bump").follow_up().unanswered_run()).isEqualTo(2);
  }

  @Test
  void aLateWishToGetNoMoreIsHeardAndHolds() {
    Map<String, Delivery> found =
        deliveries(
            line("pitch", "rep", "ann", -100, null),
            line("wish", "ann", "rep", 0, ReplyClass.OPT_OUT),
            line("step", "rep", "ann", 8, null),
            line("again", "rep", "ann", 99, null));

    assertThat(found.get("wish").touch().is_reply()).isFalse();
    assertThat(found.get("step").credit().after_opt_out()).isTrue();
    assertThat(found.get("again").credit().after_opt_out()).isTrue();
  }

  @Test
  void aSellerWhoSpeaksOfTheNoticeIsNoMachine() {
    Map<String, Delivery> found =
        deliveries(
            line("pitch", "rep", "ann", 0, null),
            line("notice", "ann", "rep", 1, ReplyClass.AUTO).byMachine(),
            line("floated", "rep", "ann", 3, ReplyClass.AUTO),
            line("bump", "rep", "ann", 9, null));

    assertThat(found.get("floated").touch().send().automatic()).isFalse();
    assertThat(found.get("floated").touch().touch_no()).isEqualTo(2);
    assertThat(found.get("bump").follow_up().unanswered_run()).isEqualTo(3);
  }

  @Test
  void aSellerWhoSpeaksOfANoticeWithoutHeadersIsNoMachine() {
    Map<String, Delivery> found =
        deliveries(
            line("pitch", "rep", "ann", 0, null),
            line("notice", "ann", "rep", 1, ReplyClass.AUTO),
            line("floated", "rep", "ann", 2, ReplyClass.AUTO),
            line("second notice", "ann", "rep", 3, ReplyClass.AUTO));

    assertThat(found.get("notice").touch().send().automatic()).isTrue();
    assertThat(found.get("floated").touch().touch_no()).isEqualTo(2);
    assertThat(found.get("second notice").touch().send().automatic()).isTrue();
  }

  @Test
  void aSellersOwnAbsenceAfterAWishToGetNoMoreIsStillAMessage() {
    Map<String, Delivery> found =
        deliveries(
            line("pitch", "rep", "ann", 0, null),
            line("wish", "ann", "rep", 10, ReplyClass.OPT_OUT),
            line("absence", "rep", "ann", 20, ReplyClass.AUTO));

    assertThat(found.get("absence").touch().send().automatic()).isFalse();
    assertThat(found.get("absence").credit().after_opt_out()).isTrue();
  }

  /** The pitch is older than the archive, so that the answer stands first. */
  @Test
  void aSellerWhoseOpeningIsNotInTheArchiveIsNoMachineDaysAfterTheAnswer() {
    Map<String, Delivery> found =
        deliveries(
            line("answer", "ann", "rep", 0, null),
            line("absence", "rep", "ann", 8, ReplyClass.AUTO));

    assertThat(found.get("absence").touch().touch_no()).isEqualTo(1);
  }

  @Test
  void aSellerWhoseOpeningIsNotInTheArchiveMaySpeakOfTheNoticeThatStandsFirst() {
    Map<String, Delivery> found =
        deliveries(
            line("notice", "ann", "rep", 0, ReplyClass.AUTO),
            line("floated", "rep", "ann", 1, ReplyClass.AUTO));

    assertThat(found.get("floated").touch().touch_no()).isEqualTo(1);
  }

  private Map<String, Delivery> deliveries(PairLine... lines) {
    Map<String, Delivery> found = new HashMap<>();
    correspondence
        .deliveries(List.of(lines).iterator())
        .forEachRemaining(delivery -> found.put(delivery.message_id(), delivery));
    return found;
  }

  private static PairLine line(String id, String from, String to, int day, ReplyClass reply) {
    Send send =
        new Send(
            "pair",
            id,
            from,
            to,
            null,
            "x",
            Channel.EMAIL,
            Direction.OUTBOUND,
            START.plus(Duration.ofDays(day)),
            DateQuality.SECOND,
            false,
            false,
            START.minus(Duration.ofDays(400)),
            AS_OF,
            null,
            null,
            null);
    return new PairLine("pair", send, null, null, null, reply, null, List.of());
  }
}
