package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.FixExample;
import dev.uncanned.report.SideUse;
import dev.uncanned.report.TextUse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
@ExtendWith(SparkTest.class)
class ReportQueriesTest {

  private static final String SCORE =
      "select '%s' message_id, '%s' recipient_id, '%s' sender_id, '%s' direction, '%s' cluster_id,"
          + " 'c' campaign_id, cast(%s as boolean) mass_send, cast(%s as tinyint) personal_level,"
          + " array(named_struct('type', 'wrong_name', 'severity', 'hard', 'start', 0, 'end', 1))"
          + " defects, cast(null as boolean) after_opt_out, cast(null as int) unanswered_run";
  private static final String MESSAGE =
      "select '%s' message_id, '%s' recipient_id, 'A' team_id, '%s' kind, %s first_touch,"
          + " %s is_reply";

  @TempDir Path folder;
  private SparkSession spark;

  @BeforeEach
  void takeSession(SparkSession session) {
    spark = session;
  }

  private void write(String table, String... rows) {
    spark
        .sql(String.join(" union all ", rows))
        .write()
        .parquet(folder.resolve("tables").resolve(table).toString());
  }

  private ReportQueries queries() {
    return new ReportQueries(new PublishedTables(spark, folder));
  }

  private static ClusterRow template(String id) {
    return new ClusterRow(
        id, null, null, null, 2, 0, 2, 5, 1, null, 1f, 1f, 1f, null, null, null, null, null, null,
        null, null, 0, 0, null, null, null, "r", "1", "k");
  }

  private static CampaignRow campaign(String id) {
    return new CampaignRow(id, 2, 2, 1, false, null, 5, null, null, "r", "1", "k");
  }

  private static String score(String id, String to, String from, String way, String template) {
    return SCORE.formatted(id, to, from, way, template, "true", "1");
  }

  @Test
  void aMessageAndItsAnswerAreNoTextThatCameMoreThanOnce() {
    write(
        "message_scores",
        score("m1", "us1", "them", "inbound", "talk"),
        score("m1", "us2", "them", "inbound", "talk"),
        score("m2", "us1", "other", "inbound", "talk"),
        score("m3", "us1", "them", "inbound", "blast"),
        score("m4", "us2", "them", "inbound", "blast"),
        SCORE.formatted("m5", "us2", "second", "inbound", "blast", "null", "null"));
    write(
        "messages",
        MESSAGE.formatted("m1", "us1", "group", "true", "false"),
        MESSAGE.formatted("m1", "us2", "group", "true", "false"),
        MESSAGE.formatted("m2", "us1", "message", "false", "true"),
        MESSAGE.formatted("m3", "us1", "message", "true", "false"),
        MESSAGE.formatted("m4", "us2", "message", "true", "cast(null as boolean)"),
        MESSAGE.formatted("m5", "us2", "message", "true", "false"));
    Map<String, TextUse> uses =
        queries().inboundUses(List.of(template("talk"), template("blast"), template("none")));
    SideUse side = new SideUse(2, 3, 2, 0, 0, null, null);
    assertThat(uses)
        .containsExactly(Map.entry("blast", new TextUse(List.of("them", "second"), side, 3, 2, 1)));
  }

  private static String answered(String id, String to, String from, String way, String replied) {
    return score(id, to, from, way, "t") + ", cast(" + replied + " as boolean) replied";
  }

  private static String dated(String id, String to, String first, String at) {
    return MESSAGE.formatted(id, to, "message", first, "false")
        + ", cast('"
        + at
        + "' as timestamp) sent_at";
  }

  /** Two of ours, a follow-up and a message to nobody known; two copies that came back. */
  @Test
  void eachSideOfATemplateIsCountedByItself() {
    write(
        "message_scores",
        answered("m1", "p1", "us", "outbound", "true"),
        answered("m2", "p2", "us", "outbound", "false"),
        answered("m3", "p2", "us2", "outbound", "true"),
        answered("m4", "p3", "us", "outbound", "null"),
        answered("m5", "us", "them", "inbound", "true"),
        answered("m6", "us", "them", "inbound", "false"),
        answered("m7", "null", "us", "outbound", "null").replace("'null'", "cast(null as string)"));
    write(
        "messages",
        dated("m1", "p1", "true", "2026-05-01 10:00:00"),
        dated("m2", "p2", "true", "2026-05-02 10:00:00"),
        dated("m3", "p2", "false", "2026-05-03 10:00:00"),
        dated("m4", "p3", "true", "2026-05-04 10:00:00"),
        dated("m5", "us", "true", "2026-04-30 10:00:00"),
        dated("m6", "us", "false", "2026-06-01 10:00:00"),
        dated("m7", "null", "true", "2026-05-05 10:00:00")
            .replace("'null'", "cast(null as string)"));
    assertThat(queries().ownUses(List.of(template("t"), template("none"))))
        .containsExactly(
            Map.entry(
                "t",
                new SideUse(
                    3,
                    5,
                    2,
                    1,
                    2,
                    Instant.parse("2026-05-01T10:00:00Z"),
                    Instant.parse("2026-05-05T10:00:00Z"))));
    assertThat(queries().inboundUses(List.of(template("t"))).get("t").side())
        .isEqualTo(
            new SideUse(
                1,
                2,
                1,
                1,
                1,
                Instant.parse("2026-04-30T10:00:00Z"),
                Instant.parse("2026-06-01T10:00:00Z")));
    assertThat(queries().ownUses(List.of())).isEmpty();
  }

  @Test
  void levelsOfATemplateAreThoseOfFirstMessagesOfOurs() {
    write(
        "message_scores",
        score("m1", "p1", "us", "outbound", "t"),
        score("m2", "p2", "us", "outbound", "t"),
        score("m3", "us", "them", "inbound", "t"),
        score("m4", "p4", "us", "outbound", "follow-up"),
        SCORE.formatted("m5", "p5", "us", "outbound", "t", "true", "null"));
    write(
        "messages",
        MESSAGE.formatted("m1", "p1", "message", "true", "false"),
        MESSAGE.formatted("m2", "p2", "message", "false", "false"),
        MESSAGE.formatted("m3", "us", "message", "true", "false"),
        MESSAGE.formatted("m4", "p4", "message", "false", "false"),
        MESSAGE.formatted("m5", "p5", "message", "true", "false"));
    assertThat(queries().levels(List.of(template("t"), template("follow-up"))))
        .containsExactly(Map.entry("t", List.of(0L, 1L, 0L, 0L, 0L)));
  }

  @Test
  void theLargestTemplateOfACampaignIsTheOneOfMostReadersAndNotOfMostMessages() {
    write(
        "message_scores",
        score("m1", "p1", "us", "outbound", "small"),
        score("m2", "p2", "us", "outbound", "large"),
        score("m3", "p3", "us", "outbound", "large"),
        score("m4", "p3", "us", "outbound", "small"),
        score("m5", "p1", "us", "outbound", "small"),
        score("m6", "p1", "us", "outbound", "small"),
        score("m7", "p4", "us", "outbound", "large"));
    write("clusters", "select 'small' cluster_id", "select 'large' cluster_id");
    assertThat(queries().largestIds(List.of(campaign("c"), campaign("elsewhere"))))
        .containsExactly(Map.entry("c", "large"));
  }

  @Test
  void aSingleMailToAGroupIsNoTemplateOfACampaignHoweverManyReadIt() {
    write(
        "message_scores",
        score("m1", "p1", "us", "outbound", "single"),
        score("m1", "p2", "us", "outbound", "single"),
        score("m1", "p3", "us", "outbound", "single"),
        score("m2", "p4", "us", "outbound", "template"),
        score("m3", "p5", "us", "outbound", "template"));
    write("clusters", "select 'template' cluster_id");
    assertThat(queries().largestIds(List.of(campaign("c"))))
        .containsExactly(Map.entry("c", "template"));
  }

  @Test
  void aCampaignOfSingleTextsIsStillOneOfOurs() {
    write(
        "message_scores",
        score("m1", "p1", "us", "outbound", "one"),
        score("m2", "p2", "us", "outbound", "other"),
        score("m3", "p3", "us", "outbound", "other"));
    write("clusters", "select 'elsewhere' cluster_id");
    assertThat(queries().largestIds(List.of(campaign("c"))))
        .containsExactly(Map.entry("c", "other"));
    assertThat(queries().largestTemplates(Map.of("c", "other"))).isEmpty();
  }

  private static String followUp(String id, String to) {
    return MESSAGE.formatted(id, to, "message", "false", "false");
  }

  private static String sent(String id, String to, String run, String replied) {
    return ("select '%s' message_id, '%s' recipient_id, 'us' sender_id, 'outbound' direction,"
            + " cast(%s as int) unanswered_run, cast(%s as boolean) replied")
        .formatted(id, to, run, replied);
  }

  @Test
  void aContactIsUndecidedWhileAFourthMessageMayStillBeAnsweredOrMayBeNone() {
    write(
        "message_scores",
        sent("m1", "Petra", "3", "null"),
        sent("m2", "Petra", "4", "null"),
        sent("m3", "left alone before", "4", "false"),
        sent("m4", "left alone before", "4", "null"),
        sent("m5", "answered", "4", "true"),
        sent("m6", "three", "3", "null"),
        sent("m7", "same instant", "null", "false"),
        sent("m8", "same instant", "null", "false"),
        sent("m9", "same instant once", "null", "false"),
        sent("m10", "answers us", "null", "null"),
        sent("m11", "answers us", "null", "null"),
        sent("m12", "first", "null", "null"),
        sent("m13", "machine", "null", "null"),
        sent("m14", "machine", "null", "null"));
    write(
        "messages",
        followUp("m1", "Petra"),
        followUp("m2", "Petra"),
        followUp("m3", "left alone before"),
        followUp("m4", "left alone before"),
        followUp("m5", "answered"),
        followUp("m6", "three"),
        followUp("m7", "same instant"),
        followUp("m8", "same instant"),
        followUp("m9", "same instant once"),
        MESSAGE.formatted("m10", "answers us", "message", "false", "true"),
        MESSAGE.formatted("m11", "answers us", "message", "false", "cast(null as boolean)"),
        MESSAGE.formatted("m12", "first", "message", "true", "false"),
        MESSAGE.formatted("m13", "machine", "auto_reply", "false", "false"),
        MESSAGE.formatted("m14", "machine", "auto_reply", "false", "false"));
    assertThat(queries().undecidedContacts()).as("Petra and same instant").isEqualTo(2);
  }

  @Test
  void examplesAreFirstMessagesOfOursByTeam() {
    write(
        "message_scores",
        score("m1", "p1", "us", "outbound", "t")
            + ", cast(null as boolean) replied, cast(null as string) null_reason",
        score("m2", "us", "them", "inbound", "t")
            + ", cast(null as boolean) replied, cast(null as string) null_reason");
    write(
        "messages",
        MESSAGE.formatted("m1", "p1", "message", "true", "false"),
        MESSAGE.formatted("m2", "us", "message", "true", "false"));
    assertThat(queries().examples())
        .containsExactly(new FixExample("wrong_name", "A", "m1", "t", 1));
  }
}
