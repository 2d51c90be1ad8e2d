package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReplyCreditsTest {

  private static final Instant DAY0 = Instant.parse("2025-03-03T09:00:00Z");

  private final ReplyCredits credits = new ReplyCredits(ScoreConfig.DEFAULT);

  @Test
  void creditsAnAnswerToTheLastMessageAndToTheFirst() {
    Map<String, ReplyCredit> found =
        credits(first("a", 0, true), next("b", 4, true), answer("c", 6, ReplyClass.NEGATIVE));
    assertThat(found.get("a"))
        .isEqualTo(new ReplyCredit("a", "r", null, false, ReplyClass.NEGATIVE, false));
    assertThat(found.get("b"))
        .isEqualTo(new ReplyCredit("b", "r", ReplyClass.NEGATIVE, true, null, false));
    assertThat(found).doesNotContainKey("c");
  }

  @Test
  void creditsNoAnswerBehindTheHorizon() {
    assertThat(credits(first("a", 0, false), answer("b", 15, ReplyClass.POSITIVE))).isEmpty();
  }

  @Test
  void leavesTheCreditOpenWhileTheHorizonIsNotOver() {
    ReplyCredit credit = credits(first("a", 0, null), answer("b", 1, ReplyClass.POSITIVE)).get("a");
    assertThat(credit.reply_to_last()).isNull();
    assertThat(credit.reply_class()).isEqualTo(ReplyClass.POSITIVE);
  }

  @Test
  void flagsEveryMessageAfterAWishToGetNoMoreButTheAnswerToIt() {
    Map<String, ReplyCredit> found =
        credits(
            first("a", 0, true),
            answer("b", 1, ReplyClass.OPT_OUT),
            reply("c", 2),
            next("d", 9, false),
            next("e", 400, false));
    assertThat(found.get("a").after_opt_out()).isFalse();
    assertThat(found).doesNotContainKey("c");
    assertThat(found.get("d").after_opt_out()).isTrue();
    assertThat(found.get("e").after_opt_out()).isTrue();
  }

  @Test
  void flagsTheNextStepOfASequenceAfterAWishToGetNoMore() {
    Map<String, ReplyCredit> found =
        credits(first("a", 0, true), answer("b", 1, ReplyClass.OPT_OUT), reply("c", 8));
    assertThat(found.get("c").after_opt_out()).isTrue();
  }

  @Test
  void letsTheWishBeConfirmedWithinTwoDays() {
    ReplyTouch wish = answer("b", 1, ReplyClass.OPT_OUT);
    assertThat(credits(first("a", 0, true), wish, reply("c", 3))).doesNotContainKey("c");
    assertThat(credits(first("a", 0, true), wish, reply("c", 3.01)).get("c").after_opt_out())
        .isTrue();
  }

  @Test
  void letsAQuestionBehindTheWishBeAnsweredWithinTwoDays() {
    Map<String, ReplyCredit> found =
        credits(
            first("a", 0, true),
            answer("b", 1, ReplyClass.OPT_OUT),
            more("c", 9, ReplyClass.NEUTRAL),
            reply("d", 10),
            next("e", 10.5, false));
    assertThat(found).doesNotContainKey("d");
    assertThat(found.get("e").after_opt_out()).isTrue();
  }

  @Test
  void hearsAWishInAnAnswerOfSeveralMessages() {
    Map<String, ReplyCredit> found =
        credits(
            first("a", 0, true),
            answer("b", 1, ReplyClass.NEGATIVE),
            more("c", 1.1, ReplyClass.OPT_OUT),
            reply("d", 2),
            next("e", 9, false),
            next("f", 400, false));
    assertThat(found).doesNotContainKey("d");
    assertThat(found.get("e").after_opt_out()).isTrue();
    assertThat(found.get("f").after_opt_out()).isTrue();
  }

  @Test
  void takesASecondPitchWithTheWordUnsubscribeForNoWish() {
    Map<String, ReplyCredit> found =
        credits(
            first("a", 0, false),
            new ReplyTouch("b", "s", "r", at(3), false, 2, false, false, true, ReplyClass.OPT_OUT),
            answer("c", 4, ReplyClass.POSITIVE),
            answer("d", 5, null));
    assertThat(found.values()).noneMatch(ReplyCredit::after_opt_out);
  }

  @Test
  void endsAWishWithALaterMessageOfTheSameAnswer() {
    Map<String, ReplyCredit> found =
        credits(
            first("a", 0, true),
            answer("b", 1, ReplyClass.OPT_OUT),
            more("c", 1.1, ReplyClass.POSITIVE),
            reply("d", 2),
            next("e", 9, false));
    assertThat(found.values()).noneMatch(ReplyCredit::after_opt_out);
  }

  @Test
  void endsTheWishWithAPositiveAnswer() {
    Map<String, ReplyCredit> found =
        credits(
            first("a", 0, true),
            answer("b", 1, ReplyClass.OPT_OUT),
            next("c", 3, true),
            answer("d", 4, ReplyClass.POSITIVE),
            next("e", 6, false));
    assertThat(found.get("c").after_opt_out()).isTrue();
    assertThat(found).doesNotContainKey("e");
  }

  @Test
  void takesAPitchWithTheWordUnsubscribeForNoWish() {
    ReplyTouch pitch =
        new ReplyTouch("a", "s", "r", at(0), false, 1, false, true, true, ReplyClass.OPT_OUT);
    Map<String, ReplyCredit> found =
        credits(pitch, answer("b", 1, ReplyClass.POSITIVE), answer("c", 2, null));
    assertThat(found.values()).noneMatch(ReplyCredit::after_opt_out);
  }

  @Test
  void namesAMachineOnlyWhereNoPersonAnswered() {
    ReplyTouch machine =
        new ReplyTouch("b", "r", "s", at(0.1), true, null, true, false, null, ReplyClass.AUTO);
    assertThat(credits(first("a", 0, false), machine).get("a").reply_class())
        .isEqualTo(ReplyClass.AUTO);
    assertThat(credits(first("a", 0, false), machine).get("a").reply_to_last()).isFalse();
    assertThat(
            credits(first("a", 0, true), machine, answer("c", 2, ReplyClass.POSITIVE))
                .get("a")
                .reply_class())
        .isEqualTo(ReplyClass.POSITIVE);
  }

  @Test
  void needsNoOrderAndBearsEqualTimesAndThousands() {
    List<ReplyTouch> many = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      many.add(next(String.format("m%05d", i), i / 10, true));
      many.add(answer(String.format("n%05d", i), i / 10, i % 7 == 0 ? ReplyClass.OPT_OUT : null));
    }
    List<ReplyTouch> shuffled = new ArrayList<>(many);
    Collections.shuffle(shuffled, new Random(5));
    assertThat(map(credits.credits(shuffled.iterator())))
        .isEqualTo(map(credits.credits(many.iterator())))
        .isNotEmpty();
    assertThat(credits.credits(Collections.emptyIterator())).isExhausted();
  }

  private Map<String, ReplyCredit> credits(ReplyTouch... touches) {
    return map(credits.credits(List.of(touches).iterator()));
  }

  private static Map<String, ReplyCredit> map(Iterator<ReplyCredit> found) {
    Map<String, ReplyCredit> map = new TreeMap<>();
    found.forEachRemaining(credit -> map.put(credit.message_id(), credit));
    return map;
  }

  private static ReplyTouch first(String id, double day, Boolean replied) {
    return new ReplyTouch(id, "s", "r", at(day), false, 1, false, true, replied, null);
  }

  private static ReplyTouch next(String id, double day, Boolean replied) {
    return new ReplyTouch(id, "s", "r", at(day), false, 2, false, false, replied, null);
  }

  private static ReplyTouch reply(String id, double day) {
    return new ReplyTouch(id, "s", "r", at(day), false, 2, true, false, false, null);
  }

  private static ReplyTouch answer(String id, double day, ReplyClass kind) {
    return new ReplyTouch(id, "r", "s", at(day), false, 1, true, false, false, kind);
  }

  /** One more message of the recipient, before the sender wrote again. */
  private static ReplyTouch more(String id, double day, ReplyClass kind) {
    return new ReplyTouch(id, "r", "s", at(day), false, 2, false, false, false, kind);
  }

  private static Instant at(double day) {
    return DAY0.plus(Duration.ofMinutes(Math.round(day * 24 * 60)));
  }
}
