package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.Program;
import dev.uncanned.WarmProgram;
import dev.uncanned.score.Defect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the sample data tell once they are exported: as they are, as CSV, and under another label.
 */
@Tag("spark")
class ExportingTest {

  private static final int K = 5;
  private static final int JITTER = 14;
  private static final Pattern HEX_ID = Pattern.compile("[0-9a-f]{16,64}");
  private static final List<String> TABLES =
      List.of("messages", "clusters", "campaigns", "cluster_lineage", "senders");

  @TempDir static Path folder;

  private static SampleRun run;

  @BeforeAll
  static void exportThrice() throws Exception {
    run = SampleRun.get();
    assertThat(run.ended().exitCode()).as(run.ended().err()).isZero();
    for (List<String> more :
        List.of(
            List.of("first", "one"), List.of("again", "one", "--csv"), List.of("other", "two"))) {
      Program.Ended ended = export(more.get(0), more.get(1), more.subList(2, more.size()));
      assertThat(ended.exitCode()).as(ended.err()).isZero();
    }
  }

  private static Program.Ended export(String to, String label, List<String> more)
      throws IOException {
    List<String> arguments = new ArrayList<>(List.of("export", "--out", run.out().toString()));
    arguments.addAll(List.of("--to", folder.resolve(to).toString(), "--label", label, "--quiet"));
    arguments.addAll(more);
    if (!more.contains("--key-file")) {
      arguments.addAll(List.of("--key-file", run.key().toString()));
    }
    return WarmProgram.run(arguments.toArray(String[]::new));
  }

  private static List<String> lines(String sql) throws SQLException {
    List<String> lines = new ArrayList<>();
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          cells.add(rows.getString(i));
        }
        lines.add(String.join("|", cells.stream().map(String::valueOf).toList()));
      }
    }
    return lines;
  }

  private static String table(String export, String table) {
    return "read_parquet('" + folder.resolve(export).resolve(table) + "/*.parquet')";
  }

  private static String published(String table) {
    return "read_parquet('" + run.out().resolve("current/tables") + "/" + table + "/*.parquet')";
  }

  /** All that is written, as text. */
  private static String everything(String export) throws Exception {
    StringBuilder all = new StringBuilder();
    for (String table : TABLES) {
      all.append(String.join("\n", lines("select t::varchar from " + table(export, table) + " t")));
    }
    try (Stream<Path> files = Files.walk(folder.resolve(export))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append('\n').append(file.getFileName()).append('\n');
        all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString().toLowerCase(Locale.ROOT);
  }

  private static Set<String> ids(String text) {
    Set<String> ids = new HashSet<>();
    Matcher found = HEX_ID.matcher(text);
    while (found.find()) {
      ids.add(found.group());
    }
    return ids;
  }

  @Test
  void noIdOfTheSourceIsInTheFiles() throws Exception {
    Set<String> source = new HashSet<>();
    try (Stream<Path> tables = Files.list(run.out().resolve("current/tables"))) {
      for (Path table : tables.toList()) {
        lines("select t::varchar from " + published(table.getFileName().toString()) + " t")
            .forEach(row -> source.addAll(ids(row)));
      }
    }
    assertThat(source).hasSizeGreaterThan(5_000);
    String all = everything("first");
    assertThat(ids(all)).hasSizeGreaterThan(5_000).doesNotContainAnyElementsOf(source);
    String runId = Outputs.newest(run.out()).manifest().run_id();
    assertThat(all).doesNotContain(runId, run.out().toString(), "sample-run");
    assertThat(all).doesNotContain(Files.readString(run.key()).strip());
  }

  @Test
  void noNameAddressOrSentenceIsInTheFiles() throws Exception {
    String all = everything("first");
    Path restricted = run.out().resolve("current/restricted");
    List<String> people =
        lines(
            "select distinct unnest([name, address]) from read_parquet('"
                + restricted.resolve("people")
                + "/*.parquet')");
    people.addAll(lines("select distinct team_id from " + published("messages")));
    assertThat(people).hasSizeGreaterThan(1_000);
    people.removeIf(name -> name.length() <= 3 || name.equals("null"));
    // A plain search, since a thousand assertions on so long a text take a third of a minute.
    assertThat(people).noneMatch(name -> all.contains(name.toLowerCase(Locale.ROOT)));
    assertThat(words(cells()))
        .contains("outbound", "template")
        .doesNotContainAnyElementsOf(wordsOfMessages(restricted));
  }

  /** Those that the descriptions of the columns do not use themselves. */
  private static Set<String> wordsOfMessages(Path restricted) throws Exception {
    Set<String> words = new HashSet<>();
    for (String text :
        lines(
            "select body_clean from read_parquet('" + restricted + "/messages_text/*.parquet')")) {
      words.addAll(words(text));
    }
    for (String page : List.of("docs/export-columns.md", "docs/data-dictionary.md")) {
      words.removeAll(words(Files.readString(Path.of(page))));
    }
    for (Defect.Type type : Defect.Type.values()) {
      words.removeAll(words(type.name()));
    }
    words.removeAll(List.of("true", "false"));
    words.removeIf(word -> word.length() < 4);
    assertThat(words).hasSizeGreaterThan(1_000);
    return words;
  }

  private static Set<String> words(String text) {
    String withoutIds = HEX_ID.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
    return new HashSet<>(List.of(withoutIds.split("[^\\p{L}]+")));
  }

  private static String cells() throws SQLException {
    StringBuilder cells = new StringBuilder();
    for (String table : TABLES) {
      lines("select t::varchar from " + table("first", table) + " t")
          .forEach(row -> cells.append(row).append('\n'));
    }
    return cells.toString().toLowerCase(Locale.ROOT);
  }

  /** Whom a pair of sender and recipient protects, by the new id of the pair. */
  private static Map<String, String> dyads() throws Exception {
    byte[] key = PseudonymKey.existing(run.key());
    Map<String, String> people = new HashMap<>();
    ExportIds ids = new ExportIds(key, "one");
    for (String row :
        lines(
            "select distinct dyad_id, direction, case when direction = 'inbound' then sender_id"
                + " else recipient_id end from "
                + published("messages"))) {
      String[] cells = row.split("\\|");
      people.put(ids.of("dyad", cells[0]) + "|" + cells[1], cells[2]);
    }
    return people;
  }

  @Test
  void everyCombinationIsSharedByKPeople() throws Exception {
    Map<String, String> people = dyads();
    Map<String, Set<String>> groups = new HashMap<>();
    for (String row :
        lines(
            "select dyad_id, direction, concat_ws('|', direction, coalesce(channel, '?'),"
                + " coalesce(kind, '?'), coalesce(relationship, '?'), coalesce(lang, '?'),"
                + " coalesce(team_id, '?'), coalesce(sent_week::varchar, '?')) from "
                + table("first", "messages"))) {
      String[] cells = row.split("\\|", 3);
      String person = people.get(cells[0] + "|" + cells[1]);
      assertThat(person).isNotNull();
      groups.computeIfAbsent(cells[2], seen -> new HashSet<>()).add(person);
    }
    assertThat(groups).hasSizeGreaterThan(50);
    assertThat(groups.values()).allMatch(group -> group.size() >= K);
  }

  @Test
  void nobodyIsTakenForAGroup() throws Exception {
    for (String group :
        List.of("sender_id, direction", "cluster_id", "campaign_id", "archive_id", "team_id")) {
      String first = group.split(",")[0];
      String people = first.equals("sender_id") ? "dyad_id" : "recipient_id";
      people = first.equals("archive_id") || first.equals("team_id") ? "dyad_id" : people;
      assertThat(
              lines(
                  "select count(distinct "
                      + people
                      + ") from "
                      + table("first", "messages")
                      + " where "
                      + first
                      + " is not null group by "
                      + group))
          .isNotEmpty()
          .allMatch(n -> Integer.parseInt(n) >= K);
    }
    assertThat(
            lines(
                "select count(*) from "
                    + table("first", "messages")
                    + " where team_id is null and archive_id is not null"))
        .as("everybody in the samples is on the roster, so a team that is null is withheld")
        .containsExactly("0");
    for (String table : List.of("clusters", "campaigns")) {
      assertThat(lines("select recipients_n from " + table("first", table)))
          .allMatch(n -> n.equals("null") || Integer.parseInt(n) % K == 0);
    }
  }

  @Test
  void sameLabelGivesTheSameRowsAlsoAsCsv() throws Exception {
    for (String table : TABLES) {
      String csv =
          "read_csv('"
              + folder.resolve("again").resolve(table)
              + "/*.csv', header=true,"
              + " all_varchar=true)";
      List<String> columns =
          lines("select column_name from (describe select * from " + table("first", table) + ")");
      List<String> first = new ArrayList<>();
      List<String> again = new ArrayList<>();
      for (String column : columns) {
        String type =
            lines(
                    "select column_type from (describe select * from "
                        + table("first", table)
                        + ") where column_name = '"
                        + column
                        + "'")
                .get(0);
        first.add(column);
        again.add("cast(" + column + " as " + type + ") as " + column);
      }
      assertThat(lines("select " + String.join(", ", again) + " from " + csv))
          .as(table)
          .isNotEmpty()
          .containsExactlyInAnyOrderElementsOf(
              lines("select " + String.join(", ", first) + " from " + table("first", table)));
    }
  }

  @Test
  void anotherLabelHasNoIdInCommon() throws Exception {
    Set<String> other = new HashSet<>();
    for (String table : TABLES) {
      lines("select t::varchar from " + table("other", table) + " t")
          .forEach(row -> other.addAll(ids(row)));
    }
    assertThat(other).hasSizeGreaterThan(5_000).doesNotContainAnyElementsOf(ids(cells()));
  }

  @Test
  void daysAreShiftedByAFewAndGapsInAConversationAreKept() throws Exception {
    ExportIds ids = new ExportIds(PseudonymKey.existing(run.key()), "one");
    Map<String, Long> days = new HashMap<>();
    for (String row :
        lines(
            "select distinct message_id, sent_at::timestamp::date - date '1970-01-01' from "
                + published("messages"))) {
      String[] cells = row.split("\\|");
      days.put(ids.of("message", cells[0]), Long.parseLong(cells[1]));
    }
    Map<String, Set<Long>> shifts = new HashMap<>();
    for (String row :
        lines(
            "select thread_id, message_id, sent_on - date '1970-01-01' from "
                + table("first", "messages")
                + " where sent_on is not null")) {
      String[] cells = row.split("\\|");
      long shift = Long.parseLong(cells[2]) - days.get(cells[1]);
      shifts.computeIfAbsent(cells[0], seen -> new HashSet<>()).add(shift);
    }
    assertThat(shifts).hasSizeGreaterThan(1_000);
    assertThat(shifts.values())
        .allMatch(all -> all.size() == 1)
        .allMatch(all -> Math.abs(all.iterator().next()) <= JITTER);
    assertThat(new HashSet<>(shifts.values())).hasSizeGreaterThan(JITTER);
  }

  @Test
  void itSaysHowMuchIsLeftOut() throws Exception {
    String manifest = Files.readString(folder.resolve("first/manifest.json"));
    long rows = Long.parseLong(lines("select count(*) from " + table("first", "messages")).get(0));
    long all = Long.parseLong(lines("select count(*) from " + published("messages")).get(0));
    assertThat(manifest)
        .contains("\"k\" : 5", "\"jitter_days\" : 14", "\"rows\" : " + rows)
        .contains("\"rows_suppressed\" : " + (all - rows));
    assertThat(Files.readString(folder.resolve("first/README.md")))
        .contains("| messages | message × recipient | " + rows + " | " + (all - rows) + " |");
  }

  @Test
  void nothingIsLeftBeside() throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("first", "again", "other");
    }
  }

  @Test
  void whereNobodyIsCoveredNothingIsWritten() throws Exception {
    Program.Ended ended = export("none", "one", List.of("--k", "100000"));
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.DATA.number());
    assertThat(ended.err()).contains("nothing is left to export").hasLineCount(1);
    assertThat(folder.resolve("none")).doesNotExist();
    nothingIsLeftBeside();
  }

  @Test
  void theKeyHasToBeThatOfTheTables() throws Exception {
    Path other = Files.writeString(folder.getParent().resolve("other.key"), "ab".repeat(32));
    other.toFile().setReadable(false, false);
    other.toFile().setReadable(true, true);
    Program.Ended ended = export("wrong", "one", List.of("--key-file", other.toString()));
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(ExitCode.CONFIG.number());
    assertThat(ended.err()).contains("give the former with --key-file").hasLineCount(1);
    Program.Ended none = export("wrong", "one", List.of("--key-file", other + ".none"));
    assertThat(none.exitCode()).isEqualTo(ExitCode.NO_INPUT.number());
    assertThat(folder.resolve("wrong")).doesNotExist();
    Files.delete(other);
  }

  @Test
  void aFolderThatIsThereIsLeftAlone() throws Exception {
    assertThat(export("first", "one", List.of()).exitCode())
        .isEqualTo(ExitCode.CANNOT_CREATE.number());
    Program.Ended inside = export(run.out().resolve("state/x").toString(), "one", List.of());
    assertThat(inside.exitCode()).isEqualTo(ExitCode.USAGE.number());
  }
}
