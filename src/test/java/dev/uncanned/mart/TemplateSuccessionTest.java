package dev.uncanned.mart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TemplateSuccessionTest {

  private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
  private static final RunStamp STAMP = new RunStamp("run", "1", "key");

  private final List<WeeklyUse> uses = new ArrayList<>();
  private final TeamEnds ends = new TeamEnds();
  private String team = "north";

  /** Deliveries of a template in the given weeks, counted from 0. */
  private void use(String sender, String template, long deliveries, int... weeks) {
    for (int week : weeks) {
      uses.add(new WeeklyUse("c", sender, team, template, FIRST.plusWeeks(week), deliveries));
    }
  }

  private List<String> rows(int lastWeek) {
    return rowsUntil(FIRST.plusWeeks(lastWeek).plusDays(6));
  }

  private List<String> rowsUntil(LocalDate asOf) {
    List<String> rows = new ArrayList<>();
    new TemplateSuccession("c", asOf, ends, STAMP)
        .rows(uses.iterator())
        .forEachRemaining(
            row ->
                rows.add(
                    String.join(
                        " ",
                        String.valueOf(FIRST.until(row.week()).getDays() / 7),
                        row.kind(),
                        String.valueOf(row.from_id()),
                        String.valueOf(row.to_id()),
                        String.valueOf(row.overlap_share()),
                        String.valueOf(row.from_n()))));
    return rows;
  }

  @Test
  void aTemplateEmergesSurvivesItsPausesAndEnds() {
    use("s", "a", 5, 0, 2);
    assertThat(rows(3))
        .containsExactly(
            "0 emerge null a null null",
            "1 survive a a 1.0 10",
            "2 survive a a 1.0 10",
            "3 end a null null 10");
  }

  @Test
  void whatIsInUseInTheLastWeekHasNotEnded() {
    use("s", "a", 5, 0, 1);
    assertThat(rows(1)).containsExactly("0 emerge null a null null", "1 survive a a 1.0 10");
  }

  @Test
  void nothingEndsInAWeekThatIsNotOver() {
    use("s", "a", 5, 0);
    assertThat(rowsUntil(FIRST.plusDays(12))).containsExactly("0 emerge null a null null");
    assertThat(rowsUntil(FIRST.plusDays(13))).contains("1 end a null null 5");
  }

  @Test
  void nothingEndsBehindTheArchivesOfItsTeam() {
    use("s", "a", 5, 0);
    team = "south";
    use("t", "b", 5, 0);
    ends.note("north", FIRST.plusDays(4).atStartOfDay().toInstant(ZoneOffset.UTC));
    assertThat(rows(9))
        .containsExactly(
            "0 emerge null a null null", "0 emerge null b null null", "1 end b null null 5");
  }

  @Test
  void aSuccessorCarriesOnTheTemplateThatWasGivenUp() {
    use("s", "a", 5, 0);
    use("s", "b", 5, 1);
    assertThat(rows(1)).containsExactly("0 emerge null a null null", "1 survive a b 1.0 5");
  }

  @Test
  void aSuccessorMayBeginWeeksLater() {
    use("s", "a", 5, 0);
    use("s", "b", 5, 3);
    assertThat(rows(3)).containsExactly("0 emerge null a null null", "3 survive a b 1.0 5");
  }

  @Test
  void twoSuccessorsSplitIt() {
    use("s", "a", 9, 0);
    use("s", "b", 4, 1);
    use("s", "c", 6, 1);
    assertThat(rows(1))
        .containsExactly("0 emerge null a null null", "1 split a b 0.4 9", "1 split a c 0.6 9");
  }

  @Test
  void aTemplateGivenUpForOneInUseIsAbsorbed() {
    use("s", "a", 9, 0);
    use("s", "b", 4, 0, 1);
    assertThat(rows(1))
        .containsExactly(
            "0 emerge null a null null",
            "0 emerge null b null null",
            "1 absorb a b 1.0 9",
            "1 survive b b 1.0 8");
  }

  @Test
  void aTemplateThatMostSendersKeepSurvives() {
    use("s", "a", 7, 0, 1);
    use("t", "a", 6, 0);
    use("t", "b", 4, 1);
    assertThat(rows(1))
        .containsExactly(
            "0 emerge null a null null", "1 survive a a 0.7 20", "1 emerge null b null null");
  }

  @Test
  void textsOfOneDeliveryAreNoTemplates() {
    use("s", "a", 2, 0);
    use("s", "b", 1, 1);
    assertThat(rows(1)).containsExactly("0 emerge null a null null", "1 end a null null 2");
  }

  @Test
  void doesNotDependOnTheOrderOfTheUses() {
    Random random = new Random(5);
    for (int i = 0; i < 400; i++) {
      use("s" + random.nextInt(7), "t" + random.nextInt(9), 1 + i % 4, random.nextInt(30));
    }
    List<String> one = rows(40);
    Collections.shuffle(uses, random);
    assertThat(rows(40)).isEqualTo(one).hasSizeGreaterThan(30);
  }
}
