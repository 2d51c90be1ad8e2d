package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.Duck;
import dev.uncanned.Program;
import dev.uncanned.WarmProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two small teams, from their exports and the roster to their rows and the report. */
@Tag("spark")
class TeamRunTest {

  private static final String HEADER =
      "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
          + "DATE,SUBJECT,CONTENT,FOLDER\n";
  private static final String PROFILE =
      "First Name,Last Name,Maiden Name,Headline,Zip Code,Geo Location\n%s,Example,,x,1,x\n";
  private static final String TEXT =
      "we have a new way to count the stock of your warehouse and would like to show it to you";
  private static final String FAULTY = "Hello {first_name} at {company_name} " + TEXT;

  @TempDir static Path folder;
  private static Path current;

  @BeforeAll
  static void runOnce() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    export(
        in,
        "cat",
        "2026-02-20",
        row("cat", "bob", "2026-02-02", TEXT),
        row("cat", "guest", "2026-02-03", TEXT),
        row("cat", "other", "2026-02-12", FAULTY),
        row("cat", "other", "2026-02-13", FAULTY));
    export(
        in,
        "dan",
        "2026-02-20",
        row("dan", "bob", "2026-02-04", TEXT),
        row("dan", "guest", "2026-02-12", TEXT));
    export(
        in,
        "eve",
        "2026-02-12",
        row("eve", "guest", "2026-02-02", TEXT),
        row("eve", "cat", "2026-02-12", TEXT));
    Path roster = folder.resolve("roster.csv");
    Files.writeString(
        roster,
        "sender,profile_url,team\n"
            + member("cat", "T2")
            + member("dan", "T2")
            + member("bob", "T2")
            + member("eve", "T1"));
    Path out = folder.resolve("out");
    Program.Ended run =
        WarmProgram.run(
            "run",
            in.toString(),
            "--roster",
            roster.toString(),
            "--as-of",
            "2026-03-31",
            "--out",
            out.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    current = out.resolve("current").toRealPath();
  }

  private static String member(String name, String team) {
    return name + " Example,https://www.linkedin.com/in/" + name + "," + team + "\n";
  }

  private static String row(String from, String to, String day, String text) {
    return String.format(
        Locale.ROOT,
        "%s-%s,,%s Example,https://www.linkedin.com/in/%s,%s Example,"
            + "https://www.linkedin.com/in/%s,%s 10:00:05 UTC,,%s,INBOX\n",
        from,
        to,
        from,
        from,
        to,
        to,
        day,
        text);
  }

  private static void export(Path in, String owner, String day, String... rows) throws IOException {
    try (OutputStream out = Files.newOutputStream(in.resolve(owner + ".zip"));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "messages.csv", day, HEADER + String.join("", rows));
      put(zip, "Profile.csv", day, String.format(Locale.ROOT, PROFILE, owner));
    }
  }

  private static void put(ZipOutputStream zip, String name, String day, String text)
      throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTime(Instant.parse(day + "T12:00:00Z").toEpochMilli());
    zip.putNextEntry(entry);
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static List<List<Object>> rows(String columns) throws Exception {
    try (Duck duck = new Duck(current)) {
      return duck.rows(
          "select team_id || ' ' || coalesce(week::varchar, 'all'), "
              + columns
              + " from team_summary order by team_id, week nulls first");
    }
  }

  @Test
  void colleaguesOfTheRosterAreNotPeopleWrittenToUnprompted() throws Exception {
    assertThat(rows("contacted_persons_n, overlap_persons_n"))
        .contains(List.of("T2 all", 2L, 1L), List.of("T1 all", 1L, 0L));
  }

  @Test
  void aWeekOfMailToColleaguesAloneHasNoContactsAndNotUnknownOnes() throws Exception {
    assertThat(rows("contacted_persons_n, overlap_persons_n, contacted_companies_n"))
        .contains(List.of("T1 2026-02-09", 0L, 0L, 0L));
  }

  @Test
  void aWeekInWhichTheArchivesOfATeamEndIsIncomplete() throws Exception {
    assertThat(rows("complete"))
        .containsExactly(
            List.of("T1 all", true),
            List.of("T1 2026-02-02", true),
            List.of("T1 2026-02-09", false),
            List.of("T2 all", true),
            List.of("T2 2026-02-02", true),
            List.of("T2 2026-02-09", true));
  }

  @Test
  void theReportCountsDeliveriesOfFirstMessagesWithADefect() throws Exception {
    List<List<String>> rows =
        Jsoup.parse(Files.readString(current.resolve("reports/index.html")))
            .select("#fix tbody tr")
            .stream()
            .map(row -> row.children().eachText())
            .toList();
    assertThat(rows).anySatisfy(row -> assertThat(row).startsWith("unresolved token", "hard", "1"));
  }
}
