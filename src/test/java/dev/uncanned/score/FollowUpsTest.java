package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FollowUpsTest {

  private static final Instant DAY0 = Instant.parse("2025-03-03T09:00:00Z");
  private static final String FIRST =
      "hi \u27e8FIRST\u27e9 we help teams like yours to save time on reporting every single month";

  private final FollowUps followUps = new FollowUps();

  @Test
  void callsAReminderABareBump() {
    Map<String, FollowUp> found =
        follow(
            touch("a", 0, FIRST),
            touch("b", 3, "hi \u27e8FIRST\u27e9 just following up on my last message any thoughts"),
            touch("c", 9, "bumping this to the top of your inbox"));
    assertThat(found.get("b")).isEqualTo(new FollowUp("b", "r", 2, 0, true));
    assertThat(found.get("c").unanswered_run()).isEqualTo(3);
    assertThat(found.get("c").bare_bump()).isTrue();
    assertThat(found).doesNotContainKey("a");
  }

  @Test
  void callsTheSameTextAgainABareBump() {
    assertThat(follow(touch("a", 0, FIRST), touch("b", 3, FIRST)).get("b"))
        .isEqualTo(new FollowUp("b", "r", 2, 0, true));
  }

  @Test
  void countsTenNewWordsAsSayingSomething() {
    String nine = "alpha beta gamma delta epsilon zeta theta iota kappa";
    Map<String, FollowUp> found =
        follow(
            touch("a", 0, FIRST),
            touch("b", 3, nine + " we help"),
            touch("c", 6, nine + " one two three four five six seven eight nine ten"));
    assertThat(found.get("b").new_words()).isEqualTo(9);
    assertThat(found.get("b").bare_bump()).isTrue();
    assertThat(found.get("c").new_words()).isEqualTo(10);
    assertThat(found.get("c").bare_bump()).isFalse();
  }

  @Test
  void beginsAnewBehindAnAnswer() {
    FollowUpTouch thanks =
        new FollowUpTouch("c", "s", "r", at(5), 3, true, WordBag.of("thank you"));
    Map<String, FollowUp> found =
        follow(touch("a", 0, FIRST), touch("b", 3, FIRST), thanks, touch("d", 9, "any thoughts"));
    assertThat(found).containsOnlyKeys("b", "d");
    assertThat(found.get("d").unanswered_run()).isEqualTo(2);
  }

  @Test
  void doesNotCountOnWhereNobodyKnowsWhetherAnAnswerCameBetween() {
    FollowUpTouch unsure = new FollowUpTouch("b", "s", "r", at(3), 2, null, WordBag.of(FIRST));
    FollowUpTouch answer = new FollowUpTouch("d", "s", "r", at(9), 4, true, WordBag.of(FIRST));
    Map<String, FollowUp> found =
        follow(touch("a", 0, FIRST), unsure, touch("c", 6, FIRST), answer, touch("e", 12, FIRST));
    assertThat(found).containsOnlyKeys("c", "e");
    assertThat(found.get("c")).isEqualTo(new FollowUp("c", "r", null, 0, true));
    assertThat(found.get("e").unanswered_run()).isEqualTo(2);
  }

  @Test
  void aFirstMessageIsOneInARowWhetherItAnswersOrNot() {
    FollowUpTouch unsure = new FollowUpTouch("a", "s", "r", at(0), 1, null, WordBag.of(FIRST));
    Map<String, FollowUp> found = follow(unsure, touch("b", 3, FIRST));
    assertThat(found).containsOnlyKeys("b");
    assertThat(found.get("b").unanswered_run()).isEqualTo(2);
  }

  @Test
  void doesNotJudgeTextsThatAreEmptyOrNotThere() {
    FollowUpTouch lost = new FollowUpTouch("c", "s", "r", at(5), 3, false, null);
    Map<String, FollowUp> found = follow(touch("a", 0, FIRST), touch("b", 3, ""), lost);
    assertThat(found.get("b")).isEqualTo(new FollowUp("b", "r", 2, null, null));
    assertThat(found.get("c")).isEqualTo(new FollowUp("c", "r", 3, null, null));
  }

  @Test
  void leavesOutMessagesWithoutTimeOrByAMachine() {
    FollowUpTouch undated = new FollowUpTouch("b", "s", "r", null, 2, false, null);
    FollowUpTouch machine = new FollowUpTouch("c", "s", "r", at(1), null, false, null);
    assertThat(follow(touch("a", 0, FIRST), undated, machine)).isEmpty();
  }

  @Test
  void needsNoOrderAndBearsEqualTimesAndThousands() {
    List<FollowUpTouch> many = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      many.add(touch(String.format("m%05d", i), i / 10, "word" + i + " " + FIRST));
    }
    List<FollowUpTouch> shuffled = new ArrayList<>(many);
    Collections.shuffle(shuffled, new Random(5));
    Map<String, FollowUp> found = follow(many.toArray(new FollowUpTouch[0]));
    assertThat(follow(shuffled.toArray(new FollowUpTouch[0]))).isEqualTo(found);
    assertThat(found).hasSize(4_999);
    assertThat(found.values()).allMatch(followUp -> followUp.new_words() == 1);
  }

  private Map<String, FollowUp> follow(FollowUpTouch... touches) {
    Map<String, FollowUp> found = new TreeMap<>();
    followUps.of(List.of(touches).iterator()).forEachRemaining(f -> found.put(f.message_id(), f));
    return found;
  }

  private static FollowUpTouch touch(String id, int day, String masked) {
    return new FollowUpTouch(id, "s", "r", at(day), 1, false, WordBag.of(masked));
  }

  private static Instant at(int day) {
    return DAY0.plus(Duration.ofDays(day));
  }
}
