package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.Duck;
import dev.uncanned.Program;
import dev.uncanned.WarmProgram;
import dev.uncanned.template.LabelledSpan;
import dev.uncanned.template.WordLabel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The README's first command on the sample data, and what it must find there.
 *
 * <p>The first class, since its run notes the classes that the JVMs of all other tests begin with.
 */
@Tag("spark")
@Order(1)
class PipelineTest {

  private static final Path SAMPLES = SampleRun.SAMPLES;
  private static final int NOTHING_NEW = 99;

  private static SampleRun sample;
  private static Program.Ended first;
  private static Program.Ended second;
  private static List<String> filesAfterFirst;

  @BeforeAll
  static void runTwice() throws Exception {
    sample = SampleRun.get();
    first = sample.ended();
    filesAfterFirst = files();
    Path archives = SAMPLES.resolve("archives");
    String code = Integer.toString(NOTHING_NEW);
    second = sample.program().run(SampleRun.arguments(archives, out(), "--noop-exit-code", code));
  }

  private static Path out() {
    return sample.out();
  }

  private static List<String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(out())) {
      return paths
          .map(path -> out().relativize(path) + " " + path.toFile().lastModified())
          .sorted()
          .toList();
    }
  }

  private static Duck duck() throws SQLException, IOException {
    return new Duck(out().resolve("current").toRealPath());
  }

  @Test
  void endsWellWithOneLineOfJsonAndTheReport() throws Exception {
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out().strip().lines()).hasSize(1);
    JsonNode result = new ObjectMapper().readTree(first.out());
    assertThat(result.get("status").asText()).isEqualTo("published");
    assertThat(result.get("generation").asLong()).isEqualTo(1);
    Path report = Path.of(result.get("report").asText());
    assertThat(report).exists();
    assertThat(first.err()).contains(report.toString());
  }

  @Test
  void secondRunFindsNothingNewAndChangesNothing() throws Exception {
    assertThat(second.exitCode()).isEqualTo(NOTHING_NEW);
    assertThat(second.err()).contains("nothing new");
    assertThat(new ObjectMapper().readTree(second.out()).get("status").asText())
        .isEqualTo("unchanged");
    assertThat(files()).isEqualTo(filesAfterFirst);
  }

  @Test
  void workingFilesAreGone() throws IOException {
    try (Stream<Path> left = Files.list(out().resolve("work"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void everyTableIsReadByDuckDb() throws Exception {
    try (Duck duck = duck()) {
      for (String table :
          List.of(
              "messages",
              "message_scores",
              "clusters",
              "cluster_members",
              "slots",
              "slot_values",
              "campaigns",
              "cluster_lineage",
              "sender_daily",
              "sender_summary",
              "team_summary",
              "inputs",
              "data_quality",
              "rejected_records",
              "run_metrics",
              "people",
              "messages_text",
              "quarantine")) {
        assertThat(duck.number("select count(*) from " + table)).as(table).isPositive();
      }
    }
  }

  @Test
  void noRecordIsLost() throws Exception {
    try (Duck duck = duck()) {
      assertThat(
              duck.number(
                  "select count(*) from inputs where seen_n <> parsed_n + quarantined_n"
                      + " or duplicate_n < 0 or out_of_scope_n < 0"))
          .isZero();
      assertThat(duck.number("select sum(quarantined_n) from inputs"))
          .isEqualTo(duck.number("select count(*) from rejected_records"))
          .isEqualTo(1);
      assertThat(duck.number("select sum(parsed_n - duplicate_n - out_of_scope_n) from inputs"))
          .isEqualTo(duck.number("select count(distinct message_id) from messages"))
          .isEqualTo(duck.number("select count(*) from messages_text"));
    }
  }

  @Test
  void sumsOfTheTablesAgree() throws Exception {
    try (Duck duck = duck()) {
      assertThat(duck.number("select count(*) from messages"))
          .isEqualTo(duck.number("select count(*) from message_scores"))
          .isEqualTo(
              duck.number(
                  "select count(*) from messages m join message_scores s on"
                      + " m.message_id = s.message_id and"
                      + " m.recipient_id is not distinct from s.recipient_id"));
      assertThat(
              duck.number(
                  "select sum(mass_n) from sender_summary where direction = 'outbound' and channel"
                      + " = 'all' and relationship = 'all'"))
          .isEqualTo(
              duck.number(
                  "select sum(mass_n) from sender_summary where direction = 'outbound'"
                      + " and channel <> 'all' and relationship <> 'all'"))
          .isEqualTo(duck.number("select sum(mass_n) from team_summary where week is null"))
          .isEqualTo(
              duck.number(
                  "select count(*) from messages m join message_scores s using (message_id,"
                      + " recipient_id) where m.direction = 'outbound' and m.first_touch"
                      + " and s.mass_send and m.kind in ('message', 'group')"));
      String sums = "select sum(sends_n), sum(first_touch_n), sum(mass_n), sum(replies_n)";
      String whole = "select sum(sends_n), sum(dyads_n), sum(mass_n), sum(replies_n)";
      assertThat(duck.rows(sums + " from sender_daily"))
          .isEqualTo(
              duck.rows(
                  whole + " from sender_summary where channel = 'all' and relationship = 'all'"));
      assertThat(duck.number("select sum(members_n) from clusters"))
          .isEqualTo(duck.number("select count(*) from cluster_members"));
      assertThat(duck.number("select count(*) from cluster_members where is_medoid"))
          .isGreaterThanOrEqualTo(duck.number("select count(*) from clusters"));
      assertThat(
              duck.number(
                  "select count(*) from clusters c join (select cluster_id, count(*) n from slots"
                      + " group by 1) s using (cluster_id) where c.slots_n <> s.n"))
          .isZero();
    }
  }

  @Test
  void theReportCountsDefectsOfTheFirstMessagesThatTheirRateIsMadeOf() throws Exception {
    try (Duck duck = duck()) {
      String judged =
          " from messages m join message_scores s using (message_id, recipient_id)"
              + " where m.direction = 'outbound' and m.first_touch"
              + " and m.kind in ('message', 'group') and coalesce(s.null_reason, '') not in"
              + " ('no_text', 'too_short', 'automatic', 'one_tap')";
      assertThat(
              duck.number(
                  "select count(*)"
                      + judged
                      + " and len(list_filter(s.defects, d -> d.severity = 'hard')) > 0"))
          .isEqualTo(duck.number("select sum(defects_n) from team_summary where week is null"));
      List<String> expected =
          duck
              .rows(
                  "select replace(type, '_', ' ') || ' ' || count(*) from (select unnest("
                      + "list_distinct(list_transform(s.defects, d -> d.type))) as type"
                      + judged
                      + ") group by type")
              .stream()
              .map(row -> row.get(0).toString())
              .toList();
      String report = Files.readString(out().resolve("current/reports/index.html"));
      assertThat(
              Jsoup.parse(report).select("#fix table").first().select("tbody tr").stream()
                  .map(row -> row.child(0).text() + " " + row.child(2).text()))
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @Test
  void saysHowRepeatableTheFiguresOfSendersAre() throws Exception {
    try (Duck duck = duck()) {
      assertThat(
              duck.number(
                  "select value from run_metrics where name = 'split_half_senders_n.mass_share'"))
          .isGreaterThanOrEqualTo(5);
      assertThat(
              duck.number(
                  "select count(*) from run_metrics where name like 'split_half_r.%'"
                      + " and value between -1 and 1"))
          .isPositive();
    }
  }

  @Test
  void checksItsOwnPersonalLevels() throws Exception {
    try (Duck duck = duck()) {
      assertThat(duck.number("select value from run_metrics where name = 'permuted_messages_n'"))
          .isGreaterThan(100);
      assertThat(
              duck.number(
                  "select count(*) from run_metrics where name = 'false_verification_rate'"
                      + " and value < 0.01"))
          .isEqualTo(1);
      assertThat(
              duck.number(
                  "select count(*) from run_metrics where name = 'entity_tokens_share'"
                      + " and value > 0 and value <= 0.03"))
          .isEqualTo(1);
      assertThat(duck.number("select count(*) from run_metrics where name = 'weights_rank_r_min'"))
          .isEqualTo(1);
    }
  }

  @Test
  void aLevelIsKnownOrHasAReason() throws Exception {
    try (Duck duck = duck()) {
      assertThat(
              duck.number(
                  "select count(*) from message_scores where personal_level is not null"
                      + " and personal_null_reason is not null"))
          .isZero();
      assertThat(
              duck.number(
                  "select count(*) from message_scores where null_reason is null"
                      + " and direction = 'outbound' and personal_level is null"
                      + " and personal_null_reason is null"))
          .isZero();
      assertThat(duck.number("select count(distinct personal_level) from message_scores"))
          .isGreaterThanOrEqualTo(4);
      assertThat(
              duck.number(
                  "select count(*) from message_scores s join messages_text t using (message_id)"
                      + " where exists (select 1 from (select unnest(s.evidence) e)"
                      + " where e.start < 0 or e.end > length(t.body_clean) or e.start >= e.end)"))
          .isZero();
    }
  }

  @Test
  void paceAndOverlapsAreTold() throws Exception {
    try (Duck duck = duck()) {
      assertThat(
              duck.number(
                  "select count(*) from sender_daily where direction = 'outbound'"
                      + " and max_1h_n between 1 and max_24h_n"))
          .isPositive();
      assertThat(
              duck.number(
                  "select count(*) from team_summary where week is null and"
                      + " contacted_companies_n > overlap_companies_n and overlap_companies_n > 0"
                      + " and overlap_company_share = overlap_companies_n / contacted_companies_n"))
          .isEqualTo(2);
    }
  }

  @Test
  void drawsASheetForPeopleAndReadsItBack(@TempDir Path own) throws Exception {
    Path sheet = own.resolve("sheet.csv");
    Program.Ended drawn =
        WarmProgram.run(
            "label",
            "draw",
            "--out",
            out().toString(),
            "--question",
            "mass_send",
            "--sheet",
            sheet.toString(),
            "--size",
            "20");
    assertThat(drawn.exitCode()).as(drawn.err()).isZero();
    List<String> lines = Files.readAllLines(sheet);
    assertThat(lines.get(0)).endsWith("\"mass_send\"");
    Files.writeString(sheet, Files.readString(sheet).replaceAll(",\"\"\n", ",\"yes\"\n"));
    Program.Ended score =
        WarmProgram.run("label", "score", "--out", out().toString(), sheet.toString());
    assertThat(score.exitCode()).as(score.err()).isZero();
    JsonNode result = new ObjectMapper().readTree(score.out());
    assertThat(result.get("judged_n").asInt()).isEqualTo(20);
    assertThat(result.get("answers").get(0).get("precision").asDouble()).isEqualTo(1);
    assertThat(result.get("answers").get(1).get("precision").asDouble()).isZero();
    assertThat(result.get("answers").get(1).get("judged_n").asInt()).isEqualTo(10);
  }

  @Test
  void judgesItselfByTheTruth(@TempDir Path own) throws Exception {
    Path json = own.resolve("evaluation.json");
    Path page = own.resolve("evaluation.html");
    Program.Ended ended =
        WarmProgram.run(
            "evaluate",
            "--truth",
            SAMPLES.resolve("truth.csv").toString(),
            "--out",
            out().toString(),
            "--json",
            json.toString(),
            "--page",
            page.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    JsonNode found = new ObjectMapper().readTree(ended.out());
    assertThat(new ObjectMapper().readTree(json.toFile())).isEqualTo(found);
    assertThat(Files.readString(page)).contains("Labels without a delivery", "wrong_name");
    assertThat(ended.err()).contains("Labels without a delivery", "templates by sender", "Defects");
    assertThat(ended.err()).contains("Mixed campaigns", "Split labels");
    for (JsonNode cell : found.get("contingency")) {
      assertThat(cell.get("campaign_id").isNull() && cell.get("label").isNull()).isFalse();
      assertThat(cell.get("messages_n").asInt()).isPositive();
    }
    assertThat(found.get("labels_n").asInt()).isEqualTo(3001);
    assertThat(found.get("matched_n").asInt()).isGreaterThanOrEqualTo(2985);
    for (JsonNode reason : found.get("unmatched")) {
      assertThat(reason.get("reason").asText()).isIn("unknown_sender", "ambiguous");
    }
    assertThat(found.get("campaigns").get("bcubed_f1").asDouble()).isGreaterThanOrEqualTo(0.99);
    assertThat(found.get("campaigns_across_senders").get("bcubed_f1").asDouble())
        .isGreaterThanOrEqualTo(0.99);
    assertThat(found.get("templates_of_senders").get("bcubed_f1").asDouble())
        .isGreaterThanOrEqualTo(0.99);
    assertThat(found.get("templates").get("bcubed_f1").asDouble()).isGreaterThanOrEqualTo(0.99);
    for (JsonNode defect : found.get("defects")) {
      assertThat(defect.get("recall").asDouble()).isGreaterThanOrEqualTo(0.85);
      assertThat(defect.get("precision").asDouble()).isGreaterThanOrEqualTo(0.95);
    }
  }

  @Test
  void aSweepOverTheConfiguredValuesFindsTheSame(@TempDir Path own) throws Exception {
    String truth = SAMPLES.resolve("truth.csv").toString();
    Program.Ended evaluated =
        WarmProgram.run("evaluate", "--truth", truth, "--out", out().toString());
    Path work = own.resolve("work");
    Program.Ended swept =
        WarmProgram.run(
            "sweep",
            SAMPLES.resolve("archives").toString(),
            "--roster",
            SAMPLES.resolve("roster.csv").toString(),
            "--key-file",
            sample.key().toString(),
            "--truth",
            truth,
            "--recipients",
            "60,5",
            "--work",
            work.toString(),
            "--log-format",
            "json");
    assertThat(swept.exitCode()).as(swept.err()).isZero();
    assertThat(swept.err().lines()).allMatch(line -> line.startsWith("{\"") && line.endsWith("}"));
    assertThat(work).doesNotExist();
    JsonNode points = new ObjectMapper().readTree(swept.out());
    JsonNode evaluation = new ObjectMapper().readTree(evaluated.out());
    JsonNode point = points.get(0);
    assertThat(point.get("recipients").asInt()).isEqualTo(5);
    assertThat(point.get("matched_n")).isEqualTo(evaluation.get("matched_n"));
    for (String figure : List.of("precision", "recall", "f1")) {
      assertThat(point.get("mass_" + figure)).isEqualTo(evaluation.get("mass_sends").get(figure));
      assertThat(point.get("campaign_bcubed_" + figure))
          .isEqualTo(evaluation.get("campaigns").get("bcubed_" + figure));
      assertThat(point.get("template_bcubed_" + figure))
          .isEqualTo(evaluation.get("templates_of_senders").get("bcubed_" + figure));
    }
    assertThat(point.get("mass_sends_n"))
        .isEqualTo(new ObjectMapper().readTree(first.out()).get("mass_sends"));
    assertThat(points.get(1).get("mass_recall").asDouble()).isLessThan(0.9);
  }

  @Test
  void countsLabelsOfUnknownPeople(@TempDir Path own) throws Exception {
    Path labels = own.resolve("labels.csv");
    Files.writeString(
        labels,
        "sender,recipient,sent_at,kind,campaign,mass_send\n"
            + "x@x.example,y@y.example,2026-03-02T09:00:00Z,hand,,false\n");
    Program.Ended ended =
        WarmProgram.run("evaluate", "--truth", labels.toString(), "--out", out().toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    JsonNode found = new ObjectMapper().readTree(ended.out());
    assertThat(found.get("matched_n").asInt()).isZero();
    assertThat(found.get("unmatched").get(0).get("reason").asText()).isEqualTo("unknown_sender");
    Path sheet = own.resolve("sheet.csv");
    Files.writeString(sheet, "message_id,recipient_id,mass_send\nm0,p0,yes\n");
    Program.Ended score =
        WarmProgram.run("label", "score", "--out", out().toString(), sheet.toString());
    assertThat(score.exitCode()).as(score.err()).isZero();
    assertThat(new ObjectMapper().readTree(score.out()).get("missing_n").asInt()).isEqualTo(1);
  }

  @Test
  void findsExactlyThePlantedMassSends() throws Exception {
    PlantedTruth truth = new PlantedTruth(SAMPLES);
    Map<String, int[]> found = new TreeMap<>();
    try (Duck duck = duck()) {
      for (List<Object> row :
          duck.rows(
              "select m.input_id, m.source_row, s.mass_send from messages m join message_scores s"
                  + " on m.message_id = s.message_id"
                  + " and m.recipient_id is not distinct from s.recipient_id"
                  + " where m.direction = 'outbound'")) {
        PlantedTruth.Label label =
            truth.label((String) row.get(0), ((Number) row.get(1)).longValue());
        assertThat(label).as("every message was planted").isNotNull();
        int[] tally = found.computeIfAbsent(label.kind(), kind -> new int[2]);
        tally[0]++;
        tally[1] += Boolean.TRUE.equals(row.get(2)) ? 1 : 0;
      }
    }
    assertThat(truth.size()).isGreaterThan(2500);
    for (String kind : List.of("blast", "merge", "follow_up")) {
      assertThat(recall(found, kind)).as(kind).isEqualTo(1.0);
    }
    for (String kind : List.of("semi", "spintax")) {
      assertThat(recall(found, kind)).as(kind).isGreaterThanOrEqualTo(0.95);
    }
    assertThat(recall(found, "hand")).as("false alarms").isLessThanOrEqualTo(0.005);
    for (String kind : List.of("one_tap", "auto_reply")) {
      assertThat(recall(found, kind)).as(kind).isZero();
    }
  }

  private static double recall(Map<String, int[]> found, String kind) {
    int[] tally = found.get(kind);
    assertThat(tally).as(kind).isNotNull();
    return (double) tally[1] / tally[0];
  }

  @Test
  void explainsMessagesByTheWordsThatWereCounted() throws Exception {
    Explainer explainer = Explainer.open(out(), null);
    try (Duck tables = duck()) {
      for (String scope : List.of("template", "campaign", "sender")) {
        List<List<Object>> some =
            tables.rows(
                "select message_id, any_value(customised_words) from message_scores where scope = '"
                    + scope
                    + "' group by 1 order by 1 limit 8");
        assertThat(some).as(scope).isNotEmpty();
        for (List<Object> message : some) {
          Explanation explained = explainer.explain(message.get(0).toString());
          assertThat(explained.customised_words())
              .as(scope + " " + message.get(0))
              .isEqualTo(message.get(1));
          assertThat(explained.text()).isNotBlank();
        }
      }
      for (List<Object> message :
          tables.rows(
              "select distinct message_id from message_scores where mass_level >= 3 order by 1"
                  + " limit 8")) {
        Explanation explained = explainer.explain(message.get(0).toString());
        assertThat(explained.spans()).extracting(LabelledSpan::label).contains(WordLabel.TEMPLATE);
        assertThat(explained.template()).containsKey("members_n");
      }
    }
  }

  @Test
  void explainSaysWhatIsWrongWithAnId() throws Exception {
    Program.Ended unknown = WarmProgram.run("explain", "nothing", "--out", out().toString());
    assertThat(unknown.exitCode()).isEqualTo(66);
    assertThat(unknown.err()).contains("nothing: no message has this id").hasLineCount(1);
    Program.Ended several = WarmProgram.run("explain", "0", "--out", out().toString());
    assertThat(several.exitCode()).isEqualTo(64);
    assertThat(several.err()).contains("messages have such an id").hasLineCount(1);
    try (Duck tables = duck()) {
      String id = tables.rows("select min(message_id) from messages").get(0).get(0).toString();
      Program.Ended page = WarmProgram.run("explain", id, "--out", out().toString());
      assertThat(page.exitCode()).as(page.err()).isZero();
      assertThat(page.out()).contains("message  " + id).contains("\nto ");
    }
  }

  @Test
  void findsThePlantedDefects() throws Exception {
    PlantedTruth truth = new PlantedTruth(SAMPLES);
    int planted = 0;
    int found = 0;
    int falseAlarms = 0;
    try (Duck duck = duck()) {
      for (List<Object> row :
          duck.rows(
              "select m.input_id, m.source_row, list_transform(list_filter(s.defects,"
                  + " d -> d.severity = 'hard'), d -> d.type)::varchar"
                  + " from messages m join message_scores s on m.message_id = s.message_id"
                  + " and m.recipient_id is not distinct from s.recipient_id"
                  + " where m.direction = 'outbound'")) {
        PlantedTruth.Label label =
            truth.label((String) row.get(0), ((Number) row.get(1)).longValue());
        String types = (String) row.get(2);
        if (label.defect().isEmpty()) {
          falseAlarms += types.equals("[]") ? 0 : 1;
        } else {
          planted++;
          found += types.contains(label.defect()) ? 1 : 0;
        }
      }
    }
    assertThat(planted).isGreaterThan(20);
    assertThat((double) found / planted).as("recall").isGreaterThanOrEqualTo(0.98);
    assertThat((double) found / (found + falseAlarms)).as("precision").isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void namesAndTextsStayInTheRestrictedTables() throws Exception {
    try (Duck duck = duck()) {
      List<List<Object>> people =
          duck.rows("select distinct name from people where length(name) > 8 limit 200");
      assertThat(people).hasSizeGreaterThan(50);
      StringBuilder open = new StringBuilder();
      for (String table : List.of("messages", "message_scores", "cluster_members", "campaigns")) {
        for (List<Object> row : duck.rows("select t::varchar from " + table + " t")) {
          open.append(row.get(0)).append('\n');
        }
      }
      String published = open.toString();
      for (List<Object> person : people) {
        assertThat(published).doesNotContain((String) person.get(0));
      }
    }
  }

  @Test
  void columnsCarryTheirDefinitions() throws Exception {
    try (Duck duck = duck()) {
      String schema =
          duck.rows(
                  "select value::varchar from parquet_kv_metadata('"
                      + out().resolve("current").toRealPath()
                      + "/tables/messages/*.parquet') where key::varchar like '%row.metadata%'")
              .get(0)
              .get(0)
              .toString();
      assertThat(schema).contains("Pseudonym of the sender.");
    }
  }

  @Test
  void everythingIsForTheOwnerOnly() throws IOException {
    try (Stream<Path> paths = Files.walk(out().resolve("runs"))) {
      for (Path path : paths.filter(Files::isDirectory).toList()) {
        assertThat(Files.getPosixFilePermissions(path).toString())
            .as(path.toString())
            .doesNotContain("OTHERS")
            .doesNotContain("GROUP");
      }
    }
  }
}
