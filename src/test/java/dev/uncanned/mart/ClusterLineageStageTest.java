package dev.uncanned.mart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.score.MessageScore;
import dev.uncanned.table.Records;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("spark")
@ExtendWith(SparkTest.class)
class ClusterLineageStageTest {

  private static final Instant MONDAY = Instant.parse("2024-01-01T00:00:00Z");
  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final RunStamp STAMP = new RunStamp("run", "1", "key");

  /** As of its Sunday this is the last week that is over. */
  private static final int LAST = 5;

  private final List<MessageScore> scores = new ArrayList<>();
  private final List<ClusterLineageRow> expected = new ArrayList<>();

  @Test
  void everyCampaignTellsWhatWasPlantedInItAndNothingElse(SparkSession spark) {
    aTemplateIsSentForWeeks();
    aSenderPauses();
    aTextReplacesAnother();
    aTextIsGivenUpForOneThatWasThere();
    twoTextsReplaceOne();
    aTextIsTakenUpBesideAnother();
    aTextIsGivenUpForNone();
    twoSendersGoDifferentWays();
    aTemplateIsInNoCampaign();
    weeksGoFromMondayToTheLastSecondOfSunday();
    undatedMessagesAndTextsSentOnceTellNothing();

    LocalDate asOf = FIRST.plusWeeks(LAST).plusDays(6);
    assertThat(
            new ClusterLineageStage(STAMP, asOf, new TeamEnds())
                .apply(
                    spark.createDataset(scores, Records.encoder(MessageScore.class)).repartition(3))
                .collectAsList())
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  private void aTemplateIsSentForWeeks() {
    send("steady", "ann", "t", 2, 0, 1, 2, 3, 4, 5);

    expect("steady", 0, "emerge", null, "t", null, null);
    survives("steady", "t", 12, 1, 5);
  }

  private void aSenderPauses() {
    send("paused", "ann", "t", 2, 0, 3, 5);

    expect("paused", 0, "emerge", null, "t", null, null);
    survives("paused", "t", 6, 1, 5);
  }

  private void aTextReplacesAnother() {
    send("replaced", "ann", "first", 3, 0, 1);
    send("replaced", "ann", "second", 2, 2, 3, 4, 5);

    expect("replaced", 0, "emerge", null, "first", null, null);
    survives("replaced", "first", 6, 1, 1);
    expect("replaced", 2, "survive", "first", "second", 1.0, 6L);
    survives("replaced", "second", 8, 3, 5);
  }

  private void aTextIsGivenUpForOneThatWasThere() {
    send("absorbed", "ann", "given up", 3, 0, 1);
    send("absorbed", "ann", "kept", 2, 1, 2, 3, 4, 5);

    expect("absorbed", 0, "emerge", null, "given up", null, null);
    survives("absorbed", "given up", 6, 1, 1);
    expect("absorbed", 1, "emerge", null, "kept", null, null);
    expect("absorbed", 2, "absorb", "given up", "kept", 1.0, 6L);
    survives("absorbed", "kept", 10, 2, 5);
  }

  private void twoTextsReplaceOne() {
    send("split", "ann", "whole", 5, 0, 1);
    send("split", "ann", "larger part", 3, 2, 5);
    send("split", "ann", "smaller part", 2, 2, 5);

    expect("split", 0, "emerge", null, "whole", null, null);
    survives("split", "whole", 10, 1, 1);
    expect("split", 2, "split", "whole", "larger part", 0.6, 10L);
    expect("split", 2, "split", "whole", "smaller part", 0.4, 10L);
    survives("split", "larger part", 6, 3, 5);
    survives("split", "smaller part", 4, 3, 5);
  }

  private void aTextIsTakenUpBesideAnother() {
    send("emerged", "ann", "old", 2, 0, 1, 2, 3, 4, 5);
    send("emerged", "ann", "new", 2, 4, 5);

    expect("emerged", 0, "emerge", null, "old", null, null);
    survives("emerged", "old", 12, 1, 5);
    expect("emerged", 4, "emerge", null, "new", null, null);
    survives("emerged", "new", 4, 5, 5);
  }

  private void aTextIsGivenUpForNone() {
    send("ended", "ann", "t", 2, 0, 1);

    expect("ended", 0, "emerge", null, "t", null, null);
    survives("ended", "t", 4, 1, 1);
    expect("ended", 2, "end", "t", null, null, 4L);
  }

  private void twoSendersGoDifferentWays() {
    send("two senders", "ann", "a", 7, LAST - 1, LAST);
    send("two senders", "bob", "a", 6, LAST - 1);
    send("two senders", "bob", "b", 4, LAST);

    expect("two senders", LAST - 1, "emerge", null, "a", null, null);
    expect("two senders", LAST, "survive", "a", "a", 0.7, 20L);
    expect("two senders", LAST, "emerge", null, "b", null, null);
  }

  private void aTemplateIsInNoCampaign() {
    send(null, "ann", "alone", 2, LAST);

    expect("alone", LAST, "emerge", null, "alone", null, null);
  }

  private void weeksGoFromMondayToTheLastSecondOfSunday() {
    Instant nextMonday = MONDAY.plus(Duration.ofDays(7));
    add("one week", "ann", "t", MONDAY);
    add("one week", "ann", "t", nextMonday.minusSeconds(1));
    add("two weeks", "ann", "t", MONDAY);
    add("two weeks", "ann", "t", nextMonday);

    expect("one week", 0, "emerge", null, "t", null, null);
    expect("one week", 1, "end", "t", null, null, 2L);
    expect("two weeks", 0, "emerge", null, "t", null, null);
    survives("two weeks", "t", 2, 1, 1);
    expect("two weeks", 2, "end", "t", null, null, 2L);
  }

  private void undatedMessagesAndTextsSentOnceTellNothing() {
    add("nothing", "ann", "t", null);
    add("nothing", "ann", "t", null);
    add("nothing", "ann", "once", MONDAY);
    add("nothing", "ann", null, MONDAY);
  }

  /** Deliveries of a template in each of the weeks, counted from 0, on other days of the week. */
  private void send(String campaign, String sender, String template, int deliveries, int... weeks) {
    for (int week : weeks) {
      for (int i = 0; i < deliveries; i++) {
        add(campaign, sender, template, MONDAY.plus(Duration.ofDays(7L * week + i)));
      }
    }
  }

  private void add(String campaign, String sender, String template, Instant sentAt) {
    scores.add(BareScore.of("m" + scores.size(), sender, template, campaign, sentAt));
  }

  private void survives(String campaign, String template, long deliveries, int from, int to) {
    for (int week = from; week <= to; week++) {
      expect(campaign, week, "survive", template, template, 1.0, deliveries);
    }
  }

  private void expect(
      String campaign, int week, String kind, String from, String to, Double share, Long fromN) {
    expected.add(
        new ClusterLineageRow(
            campaign, FIRST.plusWeeks(week), from, to, kind, share, fromN, "run", "1", "key"));
  }
}
