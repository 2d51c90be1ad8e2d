package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.Program;
import dev.uncanned.store.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of the samples, drawn again from what their run has published. */
@Tag("spark")
class PublishedReportTest {

  private static Path out;
  private static String page;
  private static List<String> names;

  @TempDir Path folder;

  @BeforeAll
  static void findThePublishedPage() throws Exception {
    out = SampleRun.get().out();
    page = Files.readString(out.resolve("current/reports/index.html"));
    try (Stream<String> roster = Files.lines(SampleRun.SAMPLES.resolve("roster.csv"))) {
      names = roster.skip(1).map(line -> line.substring(0, line.indexOf(','))).toList();
    }
    assertThat(names).hasSizeGreaterThan(3);
  }

  private Program.Ended draw(Path from, String... more) throws IOException {
    return DrawnAgain.draw(from, folder.resolve("page.html"), more);
  }

  private String drawn(Path from, String... more) throws IOException {
    Program.Ended ended = draw(from, more);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return Files.readString(folder.resolve("page.html"));
  }

  private static List<String> files(Path tree) throws IOException {
    try (Stream<Path> paths = Files.walk(tree)) {
      return paths.map(path -> path + " " + path.toFile().lastModified()).sorted().toList();
    }
  }

  /** A copy of the output, without the folders of that name. */
  private Path copy(String without) throws IOException {
    Path copy = folder.resolve("copy");
    try (Stream<Path> paths = Files.walk(out)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        Path to = copy.resolve(out.relativize(path).toString());
        if (!to.toString().contains("/" + without + "/")
            && !to.startsWith(copy.resolve("current"))) {
          OwnerOnly.createDirectories(to.getParent());
          Files.copy(path, to);
        }
      }
    }
    return copy;
  }

  @Test
  void isTheSameBytesAndTheOutputIsNotTouched() throws Exception {
    List<String> before = files(out);
    Path json = folder.resolve("page.json");
    Files.writeString(folder.resolve("page.html"), "an older page");
    Program.Ended ended = draw(out, "--json", json.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(Files.readString(folder.resolve("page.html"))).isEqualTo(page);
    assertThat(files(out)).isEqualTo(before);
    JsonNode told = new ObjectMapper().readTree(ended.out());
    assertThat(told.get("generation").asLong()).isEqualTo(1);
    assertThat(told.get("names").asText()).isEqualTo("roster");
    for (Path file : List.of(folder.resolve("page.html"), json)) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactlyInAnyOrder(folder.resolve("page.html"), json);
    }
    JsonNode figures = new ObjectMapper().readTree(json.toFile());
    assertThat(figures.get("tiles").get(0).get("value").asText()).matches("\\d+%");
    assertThat(figures.get("summary").asText().replaceAll("\\D", ""))
        .isEqualTo(Jsoup.parse(page).selectFirst(".summary").text().replaceAll("\\D", ""));
  }

  @Test
  void withPseudonymsItNamesNobodyAndSaysTheSame() throws Exception {
    String hidden = drawn(out, "--names", "pseudonym");
    assertThat(names).noneMatch(hidden::contains);
    assertThat(Jsoup.parse(hidden).select(".tile").text())
        .isEqualTo(Jsoup.parse(page).select(".tile").text());
    assertThat(drawn(out, "--generation", "1", "--names", "ROSTER")).isEqualTo(page);
  }

  /** Whether a page names anybody hangs on the key: senders are compared only where that holds. */
  @Test
  void theSameRosterGivesTheSamePage() throws Exception {
    assertThat(drawn(out, "--roster", SampleRun.SAMPLES.resolve("roster.csv").toString()))
        .isEqualTo(page);
  }

  @Test
  void theAnalystsPageIsAnotherOneThatNamesNobody() throws Exception {
    String analyst = drawn(out, "--page", "analyst", "--json", folder + "/figures.json");
    assertThat(names).noneMatch(analyst::contains);
    assertThat(Jsoup.parse(analyst).select("svg")).hasSize(8);
    JsonNode reach = table("First messages that would be mass sends, by recipients that make one");
    assertThat(Jsoup.parse(page).select(".tile .figure").first().text().replaceAll("\\D", ""))
        .as("the mass share at the limit in force is the published one")
        .isEqualTo(row(reach, "5 in force").get(3).asText().replaceAll("\\D", ""));
    assertThat(row(reach, "5 in force").get(1)).isEqualTo(row(reach, "5 in force").get(2));
    refuses(64, "names nobody", out, folder.resolve("b"), "--page", "analyst", "--names", "roster");
  }

  private JsonNode table(String caption) throws IOException {
    JsonNode figures = new ObjectMapper().readTree(folder.resolve("figures.json").toFile());
    for (JsonNode table : figures.get("tables")) {
      if (table.get("caption").asText().equals(caption)) {
        return table;
      }
    }
    throw new AssertionError("no table " + caption);
  }

  private static JsonNode row(JsonNode table, String name) {
    for (JsonNode row : table.get("rows")) {
      if (row.get(0).asText().equals(name)) {
        return row;
      }
    }
    throw new AssertionError("no row " + name);
  }

  @Test
  void whereTheNamesWereNotHandedOnItSaysSoAndShowsPseudonyms() throws Exception {
    Path handedOn = copy("restricted");
    Program.Ended ended = draw(handedOn);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err().strip().lines()).hasSize(1);
    assertThat(ended.err()).contains("restricted/people").contains("pseudonym");
    assertThat(new ObjectMapper().readTree(ended.out()).get("names").asText())
        .isEqualTo("pseudonym");
    assertThat(Files.readString(folder.resolve("page.html")))
        .isEqualTo(drawn(out, "--names", "pseudonym"));
  }

  @Test
  void aDamagedOrMissingTableIsToldInOneLine() throws Exception {
    Path damaged = copy("slots");
    Program.Ended missing = draw(damaged);
    assertThat(missing.exitCode()).isEqualTo(70);
    assertThat(missing.err().strip().lines()).hasSize(1);
    assertThat(missing.err()).contains("tables/slots").contains("not as it was published");
    assertThat(folder.resolve("page.html")).doesNotExist();
  }

  @Test
  void whatAnOlderVersionWroteIsDrawnOrToldInOneLine() throws Exception {
    List<String> told = new ArrayList<>();
    for (String golden : List.of("1.1", "1.1-text-6")) {
      Path to = folder.resolve(golden);
      unpack("/golden/store/" + golden + ".zip", to);
      Program.Ended ended = draw(to.resolve("out"));
      assertThat(ended.exitCode()).as(ended.err()).isIn(0, 65);
      assertThat(ended.err().lines().count()).isLessThanOrEqualTo(1);
      told.add(ended.err());
    }
    assertThat(told.get(0))
        .contains("generation 1 was written by version")
        .containsPattern("its table \\w+ has no column \\w+")
        .contains("run again");
  }

  private static void unpack(String resource, Path to) throws IOException {
    try (InputStream in = PublishedReportTest.class.getResourceAsStream(resource);
        ZipInputStream zip = new ZipInputStream(in)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = to.resolve(entry.getName());
        OwnerOnly.createDirectories(file.getParent());
        Files.write(file, zip.readAllBytes());
      }
    }
  }

  private void refuses(int code, String because, Path from, Path to, String... more)
      throws IOException {
    Program.Ended ended = DrawnAgain.draw(from, to, more);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(code);
    assertThat(ended.err()).contains(because).doesNotContain("\tat ", "bug");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void whatCannotBeDoneIsToldBeforeAnyWork() throws Exception {
    Path to = folder.resolve("page.html");
    Path link = Files.createSymbolicLink(folder.resolve("link"), out);
    refuses(64, "lies in the output folder", out, out.resolve("page.html"));
    refuses(64, "lies in the output folder", out, link.resolve("current/reports/index.html"));
    refuses(64, "lies in the output folder", out, to, "--json", out + "/page.json");
    refuses(64, "the same file", out, to, "--json", folder + "/./page.html");
    refuses(64, "ROSTER, PSEUDONYM", out, to, "--names", "everybody");
    refuses(64, "give one", out, to, "--names", "pseudonym", "--roster", "any.csv");
    refuses(66, "nothing is published", folder.resolve("none"), to);
    refuses(66, "generation 9", out, to, "--generation", "9");
    refuses(66, "no such roster file", out, to, "--roster", folder + "/none.csv");
    refuses(66, "no such configuration file", out, to, "--config", folder + "/none.yaml");
    refuses(73, "check --to", out, folder.resolve("none/page.html"));
    refuses(73, "check --json", out, to, "--json", folder.toString());
    assertThat(to).doesNotExist();
  }
}
