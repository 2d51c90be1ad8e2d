package dev.uncanned.mart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.score.Relationship;
import dev.uncanned.text.NullReason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SummaryTest {

  private static final RunStamp STAMP = new RunStamp("r", "1", "k");
  private static final SenderKey SENDER = new SenderKey(Direction.OUTBOUND, "s");

  private static ScoreFact first(int n, String sender, String recipient, String day) {
    return new ScoreFact(
        sender,
        recipient,
        "North",
        Direction.OUTBOUND,
        Channel.LI_MESSAGE,
        MessageKind.MESSAGE,
        Relationship.COLD,
        Instant.parse(day + "T10:00:00Z"),
        null,
        true,
        "t" + n % 2,
        n % 4 != 0,
        n,
        false,
        n % 10 == 0 ? null : Byte.valueOf((byte) (n % 5)),
        n % 2 == 0,
        n % 8 == 0 ? null : Integer.valueOf(n % 3),
        null,
        null,
        n % 5 == 0,
        null);
  }

  private static ScoreFact with(ScoreFact f, MessageKind kind, boolean hardDefect, NullReason no) {
    return with(f, kind, f.relationship(), hardDefect, f.profile_known(), no);
  }

  private static ScoreFact between(Relationship relationship, ScoreFact f) {
    return with(f, f.kind(), relationship, f.hard_defect(), f.profile_known(), f.null_reason());
  }

  private static ScoreFact looked(ScoreFact f, Boolean profileKnown) {
    return with(f, f.kind(), f.relationship(), f.hard_defect(), profileKnown, f.null_reason());
  }

  private static ScoreFact with(
      ScoreFact f,
      MessageKind kind,
      Relationship relationship,
      boolean hardDefect,
      Boolean profileKnown,
      NullReason no) {
    return new ScoreFact(
        f.sender_id(),
        f.recipient_id(),
        f.team_id(),
        f.direction(),
        f.channel(),
        kind,
        relationship,
        f.sent_at(),
        f.unanswered_run(),
        f.first_touch(),
        f.cluster_id(),
        f.mass_send(),
        f.customised_words(),
        hardDefect,
        f.personal_level(),
        profileKnown,
        f.hollow_praise_n(),
        f.bare_bump(),
        f.after_opt_out(),
        f.replied(),
        no);
  }

  private static List<ScoreFact> forty() {
    List<ScoreFact> facts = new ArrayList<>();
    for (int n = 0; n < 40; n++) {
      facts.add(first(n, "s", "p" + n, "2026-03-0" + (1 + n % 9)));
    }
    return facts;
  }

  private static <T> List<T> list(Iterator<T> rows) {
    List<T> list = new ArrayList<>();
    rows.forEachRemaining(list::add);
    return list;
  }

  private static SenderSummaryRow overall(List<ScoreFact> facts) {
    return list(new SenderSummary(STAMP).rows(SENDER, facts.iterator())).stream()
        .filter(row -> row.channel().equals("all") && row.relationship().equals("all"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void countsNumeratorsAndDenominators() {
    SenderSummaryRow row = overall(forty());
    assertThat(row.dyads_n()).isEqualTo(40);
    assertThat(row.mass_n()).isEqualTo(30);
    assertThat(row.mass_share()).isEqualTo(0.75);
    assertThat(row.replies_n()).isEqualTo(8);
    assertThat(row.customised_words_p50()).isEqualTo(19.5);
    assertThat(row.top_template_share()).isEqualTo(0.5);
    assertThat(row.templates_effective_n())
        .isCloseTo(2, org.assertj.core.api.Assertions.within(1e-9));
    assertThat(row.confidence()).isEqualTo("C");
    assertThat(row.suppressed()).isFalse();
  }

  @Test
  void fewFirstMessagesAreSuppressed() {
    SenderSummaryRow row = overall(forty().subList(0, 29));
    assertThat(row.suppressed()).isTrue();
    assertThat(row.confidence()).isNull();
  }

  @Test
  void oneTapAndAutomaticTextsAreSendsButNoFirstMessages() {
    List<ScoreFact> facts = forty();
    facts.add(with(first(90, "s", "q", "2026-03-01"), MessageKind.ONE_TAP, false, null));
    facts.add(with(first(91, "s", "r", "2026-03-01"), MessageKind.AUTO_REPLY, false, null));
    assertThat(overall(facts).dyads_n()).isEqualTo(40);
    assertThat(overall(facts).sends_n()).isEqualTo(42);
  }

  @Test
  void onlyHardDefectsOfEligibleTextsCount() {
    List<ScoreFact> facts = new ArrayList<>();
    facts.add(with(first(1, "s", "a", "2026-03-01"), MessageKind.MESSAGE, true, null));
    facts.add(with(first(2, "s", "b", "2026-03-01"), MessageKind.MESSAGE, false, null));
    facts.add(
        with(first(3, "s", "c", "2026-03-01"), MessageKind.MESSAGE, true, NullReason.TOO_SHORT));
    facts.add(
        with(first(4, "s", "d", "2026-03-01"), MessageKind.MESSAGE, false, NullReason.FEW_COPIES));
    assertThat(overall(facts).eligible_n()).isEqualTo(3);
    assertThat(overall(facts).defects_n()).isEqualTo(1);
  }

  @Test
  void orderOfMessagesDoesNotMatter() {
    List<ScoreFact> facts = forty();
    List<SenderSummaryRow> expected = list(new SenderSummary(STAMP).rows(SENDER, facts.iterator()));
    Random random = new Random(3);
    for (int round = 0; round < 10; round++) {
      Collections.shuffle(facts, random);
      assertThat(list(new SenderSummary(STAMP).rows(SENDER, facts.iterator()))).isEqualTo(expected);
    }
  }

  @Test
  void unknownRelationshipIsALevelOfItsOwn() {
    ScoreFact f = first(1, "s", "a", "2026-03-01");
    ScoreFact undated =
        new ScoreFact(
            f.sender_id(),
            f.recipient_id(),
            f.team_id(),
            f.direction(),
            f.channel(),
            f.kind(),
            null,
            null,
            null,
            null,
            f.cluster_id(),
            null,
            null,
            false,
            null,
            false,
            null,
            null,
            null,
            null,
            null);
    assertThat(list(new SenderSummary(STAMP).rows(SENDER, List.of(undated).iterator())))
        .extracting(SenderSummaryRow::relationship)
        .contains("unknown");
  }

  private static List<TeamSummaryRow> weeks(List<ScoreFact> facts, String asOf) {
    return weeks(facts, asOf, new TeamEnds());
  }

  private static List<TeamSummaryRow> weeks(List<ScoreFact> facts, String asOf, TeamEnds ends) {
    return list(
        new TeamSummary(STAMP, LocalDate.parse(asOf), ends).rows("North", facts.iterator()));
  }

  @Test
  void weeksOfATeamAddUpToItsWholePeriod() {
    List<TeamSummaryRow> rows = weeks(forty(), "2026-03-20");
    TeamSummaryRow whole = rows.get(0);
    assertThat(whole.week()).isNull();
    assertThat(rows.subList(1, rows.size()).stream().mapToInt(TeamSummaryRow::dyads_n).sum())
        .isEqualTo(whole.dyads_n())
        .isEqualTo(40);
  }

  @Test
  void firstAndLastWeekAreIncompleteWhereTheDataBreaksOff() {
    List<TeamSummaryRow> rows = weeks(forty(), "2026-03-09");
    assertThat(rows)
        .filteredOn(row -> row.week() != null)
        .extracting(row -> row.week() + " " + row.complete())
        .containsExactly("2026-02-23 false", "2026-03-02 true", "2026-03-09 false");
  }

  @Test
  void aWeekIsIncompleteWhereTheArchivesOfTheTeamBreakOff() {
    TeamEnds ends = new TeamEnds();
    ends.note("South", Instant.parse("2026-05-01T00:00:00Z"));
    ends.note("North", Instant.parse("2026-03-07T23:59:59Z"));
    ends.note("North", null);
    assertThat(secondWeek(ends).complete()).isFalse();
    ends.note("North", Instant.parse("2026-03-08T00:00:00Z"));
    assertThat(secondWeek(ends).complete()).isTrue();
  }

  private static TeamSummaryRow secondWeek(TeamEnds ends) {
    return weeks(forty(), "2026-03-31", ends).stream()
        .filter(row -> LocalDate.parse("2026-03-02").equals(row.week()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void peopleWithoutAKnownLevelAreNoneOfItsShares() {
    SenderSummaryRow row = overall(forty());
    assertThat(row.level_known_n()).isEqualTo(36);
    assertThat(row.level0_share()).isEqualTo(4 / 36.0);
    assertThat(row.level4_share()).isEqualTo(8 / 36.0);
    assertThat(row.specific_n()).isEqualTo(16);
    assertThat(row.specific_share()).isEqualTo(16 / 36.0);
    assertThat(row.profile_coverage_share()).isEqualTo(0.5);
    assertThat(row.praise_known_n()).isEqualTo(35);
    assertThat(row.hollow_n()).isEqualTo(23);
    assertThat(row.hollow_lo()).isBetween(0.45, 0.5);
  }

  @Test
  void bumpsAndOptOutsAreCountedOverAllMessages() {
    List<ScoreFact> facts = forty();
    facts.add(followUp("a", true, false));
    facts.add(followUp("b", false, true));
    facts.add(followUp("c", false, null));
    SenderSummaryRow row = overall(facts);
    assertThat(row.dyads_n()).isEqualTo(40);
    assertThat(row.follow_ups_n()).isEqualTo(3);
    assertThat(row.bare_bumps_n()).isEqualTo(1);
    assertThat(row.bare_bump_share()).isEqualTo(1 / 3.0);
    assertThat(row.after_opt_out_n()).isEqualTo(1);
  }

  private static ScoreFact followUp(String recipient, Boolean bare, Boolean afterOptOut) {
    return later(2, recipient, bare, afterOptOut, null);
  }

  /** A message that follows others in a row. */
  private static ScoreFact later(
      int run, String recipient, Boolean bare, Boolean afterOptOut, Boolean replied) {
    return new ScoreFact(
        "s",
        recipient,
        "North",
        Direction.OUTBOUND,
        Channel.LI_MESSAGE,
        MessageKind.MESSAGE,
        Relationship.COLD,
        Instant.parse("2026-03-02T10:00:00Z"),
        run,
        false,
        "t",
        false,
        3,
        false,
        (byte) 4,
        true,
        1,
        bare,
        afterOptOut,
        replied,
        null);
  }

  @Test
  void aFourthMessageIsUnansweredOnlyOnceItsTimeIsOver() {
    assertThat(weeks(List.of(fourth("a", null)), "2026-03-20").get(0).unanswered4_n()).isZero();
    List<ScoreFact> judged = List.of(fourth("a", true), fourth("b", false), fourth("c", null));
    assertThat(weeks(judged, "2026-03-20").get(0).unanswered4_n()).isEqualTo(1);
  }

  @Test
  void aPairLeftAloneTwiceCountsOnceHoweverOftenTheyHadWrittenBefore() {
    ScoreFact paul = between(Relationship.TWO_WAY, fourth("Paul", false));
    assertThat(weeks(List.of(paul), "2026-03-20").get(0).unanswered4_n()).isEqualTo(1);
    List<ScoreFact> twice = List.of(paul, paul, fourth("Petra", null), fourth("Zoe", false));
    assertThat(weeks(twice, "2026-03-20").get(0).unanswered4_n()).isEqualTo(2);
  }

  private static ScoreFact fourth(String recipient, Boolean replied) {
    return later(4, recipient, false, false, replied);
  }

  @Test
  void anUnknownProfileIsNoneOfTheShare() {
    ScoreFact known = first(2, "s", "a", "2026-03-01");
    ScoreFact nameOnly = first(3, "s", "b", "2026-03-01");
    ScoreFact unseen = looked(first(4, "s", "c", "2026-03-01"), null);
    assertThat(overall(List.of(known, unseen)).profile_coverage_share()).isEqualTo(1.0);
    assertThat(overall(List.of(known, nameOnly, unseen)).profile_coverage_share()).isEqualTo(0.5);
    assertThat(overall(List.of(unseen)).profile_coverage_share()).isNull();
  }
}
