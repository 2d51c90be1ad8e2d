package dev.uncanned.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.DataDictionary;
import dev.uncanned.mart.Reliability;
import dev.uncanned.mart.SenderSummaryRow;
import dev.uncanned.mart.TeamSummaryRow;
import dev.uncanned.report.ReportModel.Tile;
import dev.uncanned.score.Defect;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportBuilderTest {

  private static final int MASS = 0;
  private static final int WORDS = 1;
  private static final int LEVEL = 2;
  private static final int UNANSWERED = 4;
  private static final int REPLY = 5;

  private static ReportModel model(TeamSummaryRow... rows) {
    return ReportBuilder.build(MadeUpReport.of(List.of(rows), List.of()));
  }

  private static TeamSummaryRow period(
      String team, int n, int mass, int replyKnown, int replies, Double words) {
    return MadeUpReport.team(team, null, true, n, mass, replyKnown, replies, words);
  }

  private static String plain(String text) {
    return text.replace('\u202F', ' ');
  }

  @Test
  void sumsUpOneTeamInOneSentence() {
    assertThat(plain(model(period("A", 1240, 880, 1000, 60, 3.0)).summary()))
        .isEqualTo(
            "Of 1 240 first messages, 71 % were mass sends, copies of one text to many people"
                + " (95 % interval 68–73 %). Half of the 1 240 first messages with a count of"
                + " words made for the recipient had at most 3.");
  }

  @Test
  void addsCountsOfTeamsUpAndNeverTheirRates() {
    ReportModel model =
        model(period("A", 900, 90, 900, 9, 2.0), period("B", 100, 100, 100, 21, 12.5));
    Tile mass = model.tiles().get(MASS);
    assertThat(plain(mass.value())).isEqualTo("19 %");
    assertThat(plain(mass.spread())).isEqualTo("95 % interval 17–22 %");
    assertThat(plain(mass.basis())).startsWith("n = 1 000 ");
    Tile reply = model.tiles().get(REPLY);
    assertThat(plain(reply.value())).isEqualTo("3 %");
    assertThat(plain(reply.spread())).isEqualTo("95 % interval 2.1–4.3 %");
  }

  @Test
  void givesTheRangeOfTeamMediansInsteadOfAveragingThem() {
    ReportModel model = model(period("A", 900, 90, 0, 0, 2.0), period("B", 100, 9, 0, 0, 12.5));
    assertThat(model.tiles().get(WORDS).value()).isEqualTo("2 to 12.5");
    assertThat(model.summary()).contains("is 2 to 12.5, from team to team");
    assertThat(model.teams().rows())
        .extracting(row -> row.get(4))
        .containsExactly("2 (0–11)", "12.5 (10.5–21.5)");
  }

  @Test
  void showsNoRateBelowThirtyFirstMessages() {
    ReportModel few = model(period("A", 29, 20, 29, 3, 3.0));
    assertThat(few.tiles().get(MASS).value()).isEqualTo("too few (n = 29)");
    assertThat(few.tiles().get(WORDS).value()).isEqualTo("too few (n = 29)");
    assertThat(few.tiles().get(REPLY).value()).isEqualTo("too few (n = 29)");
    assertThat(few.tiles().get(MASS).spread()).isEmpty();
    assertThat(few.summary()).contains("too few").doesNotContain("%");
    assertThat(few.teams().rows().get(0)).noneMatch(cell -> cell.contains("%"));
    ReportModel enough = model(period("A", 30, 20, 30, 3, 3.0));
    assertThat(plain(enough.tiles().get(MASS).value())).isEqualTo("67 %");
    assertThat(plain(enough.tiles().get(REPLY).value())).isEqualTo("10 %");
  }

  @Test
  void tellsTheShareOfMessagesWithSomethingSpecificAmongThoseOfKnownLevel() {
    Tile level = model(period("A", 900, 90, 0, 0, 2.0)).tiles().get(LEVEL);
    assertThat(level.measured()).isTrue();
    assertThat(level.value()).isEqualTo("20\u202F%");
    assertThat(level.basis()).isEqualTo("n = 450 first messages of known level");
    assertThat(model(period("A", 40, 4, 0, 0, 2.0)).tiles().get(LEVEL).measured()).isFalse();
  }

  @Test
  void doesNotTrustVerificationThatCouldNotBeTried() {
    assertThat(new Trust(12, 0, null).sentences(List.of()))
        .singleElement()
        .asString()
        .contains("is not known", "n = 12");
    Reliability weak = new Reliability("reply_rate", 8, 0.42);
    assertThat(new Trust(1000, 4, 0.9).sentences(List.of(weak)))
        .hasSize(3)
        .anyMatch(sentence -> sentence.contains("0.4\u202F% of 1\u202F000"))
        .anyMatch(sentence -> sentence.contains("do not repeat themselves"));
  }

  @Test
  void aGroupWithoutAKnownLevelHasNoBar() {
    Levels levels =
        new Levels(
            List.of(
                new Levels.Row("A", List.of(0L, 0L, 0L, 0L, 0L)),
                new Levels.Row("B", List.of(10L, 20L, 0L, 0L, 10L))));
    assertThat(levels.rows()).hasSize(1);
    assertThat(levels.description()).startsWith("B: nothing of the reader 25\u202F%");
    assertThat(levels.leftOut()).isEmpty();
  }

  @Test
  void aGroupWithTooFewKnownLevelsHasCountsButNoShares() {
    Levels levels =
        new Levels(
            List.of(
                new Levels.Row("Team North", List.of(0L, 12L, 0L, 0L, 0L)),
                new Levels.Row("Team South", List.of(15L, 15L, 0L, 0L, 0L))));
    assertThat(levels.description()).startsWith("Team South: nothing of the reader 50\u202F%");
    assertThat(levels.leftOut())
        .isEqualTo("Without a bar, for fewer than 30 such messages: Team North (n = 12).");
    assertThat(levels.table().rows()).hasSize(2);
    assertThat(LevelChart.draw(levels, "l").toString())
        .contains("Team South")
        .doesNotContain("North", "100\u202F%");
  }

  @Test
  void setsTheLastCompleteWeekAgainstTheEightBefore() {
    List<TeamSummaryRow> rows = new ArrayList<>();
    rows.add(week(0, true, 100));
    for (int i = 1; i <= 8; i++) {
      rows.add(week(i, true, 50));
    }
    rows.add(week(9, true, 80));
    rows.add(week(10, false, 0));
    rows.add(period("A", 1100, 580, 0, 0, 3.0));
    Tile mass = model(rows.toArray(TeamSummaryRow[]::new)).tiles().get(MASS);
    assertThat(plain(mass.change()))
        .isEqualTo(
            "Week of 2026-06-29: 80 % against 50 % in the 8 weeks before:"
                + " ▲ higher than chance explains");
  }

  @Test
  void seesNoChangeInWhatChanceExplains() {
    TeamSummaryRow[] rows = {
      week(0, true, 50), week(1, true, 60), period("A", 200, 110, 0, 0, 3.0)
    };
    assertThat(plain(model(rows).tiles().get(MASS).change()))
        .isEqualTo(
            "Week of 2026-05-04: 60 % against 50 % in the 1 week before: no detectable change");
  }

  private static TeamSummaryRow week(int no, boolean complete, int mass) {
    return MadeUpReport.team(
        "A", MadeUpReport.FIRST_MONDAY.plusWeeks(no), complete, 100, mass, 0, 0, 3.0);
  }

  @Test
  void drawsTheFunnelOnlyForFiveSendersWithThirtyFirstMessages() {
    List<SenderSummaryRow> senders = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      senders.add(MadeUpReport.sender("s" + i, 30, 10));
    }
    senders.add(MadeUpReport.sender("s4", 29, 10));
    ReportModel without = ReportBuilder.build(MadeUpReport.of(List.of(), senders));
    assertThat(without.funnel()).isNull();
    assertThat(without.funnelNote()).contains("there are 4.");
    senders.add(MadeUpReport.sender("s5", 30, 10));
    ReportModel with = ReportBuilder.build(MadeUpReport.of(List.of(), senders));
    assertThat(with.funnel().senders()).hasSize(5);
    assertThat(with.funnelNote()).startsWith("Inside the funnel = no detectable difference");
  }

  @Test
  void comparesSendersOnlyInWhatHalvesOfTheirMessagesRepeat() {
    List<SenderSummaryRow> senders = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      senders.add(MadeUpReport.sender("s" + i, 60, 10 + i));
    }
    ReportModel chance = ReportBuilder.build(MadeUpReport.of(List.of(), senders, 0.79));
    assertThat(chance.funnel()).isNull();
    assertThat(chance.funnelNote()).endsWith("Here the differences do not repeat themselves.");
    ReportModel unknown = ReportBuilder.build(MadeUpReport.of(List.of(), senders, null));
    assertThat(unknown.funnel()).isNull();
    assertThat(unknown.funnelNote()).contains("cannot be told");
    ReportModel repeatable = ReportBuilder.build(MadeUpReport.of(List.of(), senders, 0.8));
    assertThat(repeatable.funnel().senders()).hasSize(6);
    assertThat(repeatable.funnelNote()).contains("reliability of 0.80.");
  }

  @Test
  void namesSendersOffTheRosterByAShortPseudonymAndSortsByName() {
    ReportModel model = ReportBuilder.build(MadeUpReport.full());
    assertThat(model.funnel().senders()).extracting(Funnel.Sender::name).isSorted();
    List<SenderSummaryRow> senders = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      senders.add(MadeUpReport.sender(i + "123456789abcdef", 40, 10 + i));
    }
    assertThat(ReportBuilder.build(MadeUpReport.of(List.of(), senders)).funnel().senders())
        .extracting(Funnel.Sender::name)
        .containsExactly("01234567", "11234567", "21234567", "31234567", "41234567");
  }

  @Test
  void saysThatNobodyWasWrittenToByTwoOnlyWhereARosterTellsTheTeams() {
    ReportModel roster = model(period("A", 20, 0, 0, 0, 3.0), period("no team", 20, 0, 0, 0, 3.0));
    assertThat(roster.toFix()).isEmpty();
    assertThat(roster.fixNote())
        .isEqualTo(
            "Nobody was written to unprompted by several members of a team, to 4 times and more"
                + " without an answer, or after asking for no more.");
    ReportModel none = model(period("no team", 20, 0, 0, 0, 3.0));
    assertThat(none.toFix()).isEmpty();
    assertThat(none.fixNote())
        .startsWith("Nobody was written to 4 times and more without an answer, or after")
        .endsWith("to the same people is not known without a roster that names teams.");
  }

  @Test
  void doesNotSayNobodyWhileAFourthMessageMayStillBeAnswered() {
    List<TeamSummaryRow> roster = List.of(period("A", 20, 0, 0, 0, 3.0));
    ReportModel told = ReportBuilder.build(MadeUpReport.of(roster, 14, 3));
    assertThat(told.fixNote())
        .isEqualTo(
            "Nobody was written to unprompted by several members of a team, or after asking for no"
                + " more. Whether 4 messages in a row went without an answer is not known yet for 3"
                + " contacts of a sender and a recipient.");
    assertThat(told.tiles().get(UNANSWERED).spread()).endsWith("; 3 more not known yet");
    List<TeamSummaryRow> none = List.of(period("no team", 20, 0, 0, 0, 3.0));
    assertThat(ReportBuilder.build(MadeUpReport.of(none, 14, 1)).fixNote())
        .startsWith(
            "Nobody was written to after asking for no more. Whether 4 messages in a row went"
                + " without an answer is not known yet for 1 contact of");
    List<TeamSummaryRow> more = List.of(period("A", 600, 0, 0, 0, 3.0));
    assertThat(ReportBuilder.build(MadeUpReport.of(more, 14, 1)).fixNote())
        .startsWith("Whether 4 messages");
  }

  @Test
  void writesTheReplyHorizonOfTheRun() {
    List<TeamSummaryRow> rows = List.of(period("A", 50, 0, 40, 3, 3.0));
    ReportModel model = ReportBuilder.build(MadeUpReport.of(rows, 30, 0));
    assertThat(model.tiles().get(REPLY).basis())
        .isEqualTo("n = 40 first messages at least 30 days old");
    assertThat(model.limits().notes())
        .anyMatch(note -> note.startsWith("Replies count within 30 days; "));
  }

  @Test
  void hardDefectsAreThoseThatTheScoresCallHard() {
    for (Defect.Type type : Defect.Type.values()) {
      assertThat(Vocabulary.isHard(type.name().toLowerCase(Locale.ROOT)))
          .as(type.name())
          .isEqualTo(type.severity() == Defect.Severity.HARD);
      assertThat(Vocabulary.defect(type.name())).as(type.name()).isNotEmpty();
    }
    assertThat(Vocabulary.isHard("of another version")).isFalse();
  }

  @Test
  void saysWhatIsNotKnownAlsoWhereThereIsSomethingToFix() {
    assertThat(model(period("A", 600, 0, 0, 0, 3.0)).fixNote()).isEmpty();
    ReportModel none = model(period("no team", 600, 0, 0, 0, 3.0));
    assertThat(none.toFix()).isNotEmpty().noneMatch(sentence -> sentence.contains("member"));
    assertThat(none.fixNote()).startsWith("Whether several members").doesNotContain("Nobody");
  }

  @Test
  void countsContactsLeftWithoutAnAnswerAndNotPeople() {
    ReportModel model = model(period("A", 50, 0, 0, 0, 3.0));
    assertThat(model.toFix())
        .containsExactly(
            "A: at 1 company, of 16, 2 or more members wrote to somebody unprompted within 30 days.",
            "A: 2 contacts of a sender and a recipient had 4 messages and more without an answer.");
    assertThat(model.tiles().get(UNANSWERED).spread())
        .isEqualTo("contacts, each of a sender and a recipient");
  }

  @Test
  void putsHardDefectsFirst() {
    assertThat(ReportBuilder.build(MadeUpReport.full()).defects().rows())
        .extracting(row -> row.get(0) + " " + row.get(1))
        .containsExactly(
            "unresolved token hard", "wrong name hard", "generic greeting soft", "empty slot soft");
  }

  @Test
  void explainsLabelsByWhatTheyCountAmongWhat() {
    assertThat(ReportBuilder.build(MadeUpReport.full()).limits().definitions())
        .extracting(ReportModel.Fact::value)
        .containsExactly(
            "First messages.",
            "Among: First messages of known reach. Counted: Those that were mass sends.");
  }

  @Test
  void everyLabelIsExplainedByThePublishedTables() {
    assertThat(Definitions.of(DataDictionary.sentences()))
        .extracting(ReportModel.Fact::name)
        .contains("Hollow praise", "Bare bumps", "Level 2, segment", "Audience", "Campaign")
        .hasSize(31);
    assertThat(Definitions.of(DataDictionary.sentences()))
        .filteredOn(fact -> fact.value().startsWith("Among: "))
        .hasSizeGreaterThan(6)
        .noneMatch(fact -> fact.value().contains("_n"));
  }

  @Test
  void showsMessagesForEachThingToFixByTeamAndLeadsToTheirTemplates() {
    DataTable examples = ReportBuilder.build(MadeUpReport.full()).examples();
    assertThat(examples.rows())
        .containsExactly(
            List.of("written to after asking for no more", "Sales South", "4a1b2c3d4e5f", "T1"),
            List.of("4 messages without an answer", "Sales South", "3a1b2c3d4e5f", "elsewher"),
            List.of("unresolved token", "Sales South", "2a1b2c3d4e5f", "–"),
            List.of("wrong name", "Sales North", "0a1b2c3d4e5f, 1a1b2c3d4e5f", "T1, T3"));
    assertThat(examples.places()).containsEntry("T3", "template-T3");
  }

  @Test
  void campaignsOfSeveralTemplatesShowTheirLargestTemplate() {
    ReportModel model = ReportBuilder.build(MadeUpReport.full());
    assertThat(model.campaigns())
        .extracting(ReportModel.CampaignCard::id)
        .containsExactly("dd02bb66ee", "cc01aa55ff");
    assertThat(model.campaigns().get(0).largest()).isNull();
    assertThat(model.campaigns().get(1).largest())
        .isEqualTo(new ReportModel.Fact("T2", "450 people"));
    assertThat(model.campaigns().get(1).skeleton()).isNotEmpty();
  }

  @Test
  void outsidersTemplatesSayWhoSentThemAndWhatIsFlagged() {
    assertThat(ReportBuilder.build(MadeUpReport.full()).inboundTemplates().get(0).facts())
        .contains(
            new ReportModel.Fact("Sent by", "outsider, outsider"),
            new ReportModel.Fact("Deliveries flagged as mass sends", "900 of 930; unknown for 30"));
    List<String> many = List.of("a", "b", "c", "d", "e", "f", "g");
    SideUse side = MadeUpReport.side(7, 7, 7);
    assertThat(new TextUse(many, side, 7, 0, 0).senderNames())
        .isEqualTo("a, b, c, d, e and 2 more");
    assertThat(new TextUse(many, side, 7, 0, 0).flags()).isEqualTo("0 of 7");
    assertThat(new TextUse(many, side, 7, 0, 7).flags()).isEqualTo("unknown for all 7");
  }

  private static TemplateCards cards(SideUse use) {
    ClusterRow mixed = MadeUpReport.cluster("both", null, 301);
    ClusterRow pure = MadeUpReport.cluster("pure", null, 40);
    return new TemplateCards("R", List.of(mixed, pure), Map.of("both", use), List.of());
  }

  @Test
  void aTemplateOfBothSidesCountsOnACardWhatThatSideSent() {
    SideUse theirs = MadeUpReport.side(2, 2, 1);
    TextUse use = new TextUse(List.of("outsider1aabb"), theirs, 2, 0, 2);
    ReportModel.TemplateCard card = cards(theirs).cardsOfOutsiders(Map.of("both", use)).get(1);
    assertThat(card.id()).as("behind the one with 40 readers").isEqualTo("both");
    assertThat(card.facts())
        .containsExactly(
            new ReportModel.Fact("People", "2"),
            new ReportModel.Fact("Messages", "2"),
            new ReportModel.Fact("Senders", "1"),
            new ReportModel.Fact("First seen", "2026-05-11"),
            new ReportModel.Fact("Last seen", "2026-10-09"),
            new ReportModel.Fact("Sent by", "outsider"),
            new ReportModel.Fact("Deliveries flagged as mass sends", "unknown for all 2"));
  }

  @Test
  void repliesOfOursAreWithoutTheAnswersThatWeGaveToOutsiders() {
    TemplateCards ours = cards(MadeUpReport.side(300, 320, 3));
    assertThat(ours.cards().get(0).facts())
        .contains(
            new ReportModel.Fact("People", "300"),
            new ReportModel.Fact("Messages", "320"),
            new ReportModel.Fact("Replies", "12 of 290"));
    assertThat(ours.reach().bars().get(0).recipients()).isEqualTo(300);
    assertThat(ours.reach().bars().get(1).recipients()).isEqualTo(40);
  }

  @Test
  void fillsThatAreMaskedHaveNoCount() {
    assertThat(ReportBuilder.build(MadeUpReport.full()).templates().get(0).slots().rows())
        .extracting(row -> row.get(3))
        .containsExactly("–", "–", "–", "12");
  }

  @Test
  void explainsOnlyColumnsThatThePageShows() {
    assertThat(ReportBuilder.build(MadeUpReport.full()).limits().definitions())
        .extracting(ReportModel.Fact::name)
        .containsExactly("First messages", "Mass share");
  }
}
