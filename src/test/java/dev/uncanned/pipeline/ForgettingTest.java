package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.Duck;
import dev.uncanned.Program;
import dev.uncanned.WarmProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A recipient is forgotten after two nights, and stays forgotten in the third. */
@Tag("spark")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForgettingTest {

  private static final String HEADER =
      "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
          + "DATE,SUBJECT,CONTENT,FOLDER\n";

  private static final String GONE = "Quirina Zabel";
  private static final String GONE_URL = "linkedin.com/in/quirina-zabel";
  private static final String CONNECTED = "Abraham Wilhelmsson";

  @TempDir static Path folder;

  private static Path in() {
    return folder.resolve("in");
  }

  private static Path out() {
    return folder.resolve("out");
  }

  private static Program.Ended uncanned(String... arguments) throws Exception {
    return WarmProgram.run(arguments);
  }

  private static Program.Ended run(String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("run", in().toString()));
    arguments.addAll(List.of("--out", out().toString(), "--as-of", "2026-11-01", "--keep-all"));
    arguments.addAll(Arrays.asList(more));
    return uncanned(arguments.toArray(String[]::new));
  }

  private static Program.Ended forget(String asOf, String... people) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("forget"));
    arguments.addAll(Arrays.asList(people));
    arguments.addAll(List.of("--out", out().toString()));
    if (asOf != null) {
      arguments.addAll(List.of("--as-of", asOf, "--erase", in().toString()));
    }
    return uncanned(arguments.toArray(String[]::new));
  }

  private static void export(String file, int from, int to) throws IOException {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = from; i < to; i++) {
      boolean gone = i % 7 == 3;
      String name = gone ? GONE : "Person " + i;
      String url = "https://www." + (gone ? GONE_URL : "linkedin.com/in/p" + i);
      rows.append("c").append(i).append(",,Olga Owner,https://www.linkedin.com/in/olga,");
      rows.append(name).append(',').append(url);
      rows.append(String.format(Locale.ROOT, ",2026-09-%02d 10:07:05 UTC,,", 1 + i % 28));
      rows.append("Hello there we would like to show you our new garden paper engine ");
      rows.append(i % 2 == 0 ? "this winter" : "next spring").append(",INBOX\n");
    }
    rows.append("broken \"").append(GONE).append(",1,2\n");
    Files.createDirectories(in());
    try (OutputStream out = Files.newOutputStream(in().resolve(file));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "messages.csv", rows.toString());
      put(zip, "Profile.csv", "First Name,Last Name,Headline\nOlga,Owner,x\n");
      put(
          zip,
          "Connections.csv",
          "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
              + "Quirina,Zabel,https://www."
              + GONE_URL
              + ",quirina@zabel.example,Zabel,Head,01 Sep 2026\n"
              + "Abraham,Wilhelmsson,https://www.linkedin.com/in/abraham,,Acme,Clerk,01 Sep 2026\n"
              + "Person,1,https://www.linkedin.com/in/p1,,Acme,Clerk,01 Sep 2026\n");
    }
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static JsonNode json(Program.Ended ended) throws IOException {
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return new ObjectMapper().readTree(ended.out());
  }

  private static long number(String sql) throws Exception {
    try (Duck tables = new Duck(out().resolve("current").toRealPath())) {
      return tables.number(sql);
    }
  }

  /** The same of the one who is forgotten first. */
  private static List<String> traces() throws Exception {
    return traces("quirina|zabel");
  }

  /** Files below the output that tell one of some words, in any column of any row. */
  private static List<String> traces(String words) throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.walk(out())) {
      files = all.filter(Files::isRegularFile).toList();
    }
    List<String> traces = new ArrayList<>();
    try (Duck duck = new Duck(out().resolve("current").toRealPath())) {
      for (Path file : files) {
        boolean trace =
            file.toString().endsWith(".parquet")
                ? duck.number(
                        "select count(*) from (select cast(t as varchar) as row from read_parquet('"
                            + file
                            + "') t) where regexp_matches(lower(row), '"
                            + words
                            + "')")
                    > 0
                : Files.readString(file, StandardCharsets.ISO_8859_1)
                    .toLowerCase(Locale.ROOT)
                    .matches("(?s).*(" + words + ").*");
        if (trace) {
          traces.add(out().relativize(file).toString());
        }
      }
    }
    return traces;
  }

  @Test
  @Order(1)
  void previewTellsWhatIsKeptAndChangesNothing() throws Exception {
    export("a.zip", 0, 28);
    assertThat(run().exitCode()).isZero();
    export("b.zip", 28, 49);
    assertThat(run().exitCode()).isZero();
    assertThat(traces()).as("the test finds traces").hasSizeGreaterThan(4);
    JsonNode preview = json(forget(null, "https://www.LinkedIn.com/in/Quirina-Zabel", GONE));
    assertThat(preview.get("erased").asBoolean()).isFalse();
    assertThat(preview.get("people")).hasSize(1);
    assertThat(preview.get("rows").get("tables/messages").asLong()).isEqualTo(7);
    assertThat(preview.get("rows").get("restricted/messages_text").asLong()).isEqualTo(7);
    assertThat(preview.get("generations").toString()).isEqualTo("[1,2]");
    assertThat(preview.toString()).doesNotContainIgnoringCase("quirina");
    assertThat(number("select count(*) from messages")).isEqualTo(49);
  }

  @Test
  @Order(2)
  void anotherRequestThanThatOfTheLastRunIsRefusedAndNothingIsChanged() throws Exception {
    Program.Ended refused = forget("2026-10-31", GONE_URL);
    assertThat(refused.exitCode()).isEqualTo(65);
    assertThat(refused.err()).contains("answers another request").doesNotContain("quirina");
    Program.Ended unknown = forget("2026-11-01", "Nobody Here");
    assertThat(unknown.exitCode()).isEqualTo(66);
    assertThat(unknown.err()).doesNotContain("Nobody Here");
    assertThat(number("select count(*) from messages")).isEqualTo(49);
  }

  /** Whether a file is there as soon as another is. */
  private static CompletableFuture<Boolean> isThereOnceThereIs(Path one, Path other) {
    return CompletableFuture.supplyAsync(
        () -> {
          while (!Files.exists(other)) {
            LockSupport.parkNanos(100_000);
          }
          return Files.exists(one);
        });
  }

  @Test
  @Order(3)
  void erasureLeavesNoTraceInTablesStateAndOlderGenerations() throws Exception {
    Path sample = out().resolve("rejected/quarantine/sample");
    Files.createDirectories(sample.getParent());
    Files.writeString(sample, GONE);
    CompletableFuture<Boolean> sampled =
        isThereOnceThereIs(sample, out().resolve("manifests/000000000003.json"));
    JsonNode erased = json(forget("2026-11-01", GONE_URL));
    assertThat(erased.get("generation").asLong()).isEqualTo(3);
    assertThat(sampled.get(1, TimeUnit.MINUTES)).as("if it were killed just there").isFalse();
    assertThat(traces()).isEmpty();
    assertThat(number("select count(*) from messages")).isEqualTo(42);
    assertThat(number("select sum(out_of_scope_n) from inputs where format='linkedin-messages'"))
        .isEqualTo(7);
    assertThat(number("select count(*) from rejected_records")).isPositive();
    assertThat(json(uncanned("status", "--out", out().toString())).get("kept")).hasSize(1);
    JsonNode log = json(uncanned("forget", "--log", "--out", out().toString())).get("erasures");
    assertThat(log).hasSize(1);
    assertThat(log.get(0).get("generation").asLong()).isEqualTo(3);
    assertThat(log.get(0).get("rows").get("tables/messages").asLong()).isEqualTo(7);
  }

  @Test
  @Order(4)
  void whatIsForgottenStaysForgottenInLaterNightsAndReplays() throws Exception {
    assertThat(run().out()).contains("\"unchanged\"");
    export("c.zip", 49, 70);
    assertThat(run().exitCode()).isZero();
    assertThat(traces()).isEmpty();
    assertThat(number("select count(*) from messages")).isEqualTo(60);
    JsonNode replay =
        json(
            uncanned(
                "verify",
                "--out",
                out().toString(),
                "--as-of",
                "2026-11-01",
                "--recompute",
                in().toString()));
    assertThat(replay.get("faults")).isEmpty();
  }

  @Test
  @Order(5)
  void whoStandsInListsOfConnectionsAloneIsFoundByNameAndTakenOutOfThem() throws Exception {
    assertThat(traces("wilhelmsson")).as("the test finds traces").isNotEmpty();
    JsonNode preview = json(forget(null, "abraham  WILHELMSSON", "Person 1"));
    assertThat(preview.get("connections_only").asInt()).isEqualTo(1);
    assertThat(preview.get("people")).hasSize(1);
    assertThat(preview.get("rows").get("state/archive").asLong()).isEqualTo(3);
    JsonNode erased = json(forget("2026-11-01", CONNECTED));
    assertThat(erased.get("people")).isEmpty();
    assertThat(erased.get("namesakes")).isEmpty();
    assertThat(erased.get("on_roster")).isEmpty();
    assertThat(erased.get("addresses").asInt()).isZero();
    assertThat(erased.get("rows").toString()).isEqualTo("{\"state/archive\":3}");
    assertThat(erased.get("generation").asLong()).isEqualTo(5);
    assertThat(traces("wilhelmsson")).isEmpty();
    assertThat(listsWith("Person 1")).as("the others stay").isEqualTo(3);
    assertThat(number("select count(*) from messages")).isEqualTo(60);
    JsonNode log = json(uncanned("forget", "--log", "--out", out().toString())).get("erasures");
    assertThat(log.get(1).get("people_n").asInt()).isEqualTo(1);
    assertThat(forget(null, CONNECTED).exitCode()).as("nobody any more").isEqualTo(66);
  }

  private static long listsWith(String name) throws Exception {
    return number(
        "select count(*) from read_parquet('"
            + out().resolve("state/archive/*/*.parquet")
            + "') where list_contains(owner.facts.connections, '"
            + name
            + "')");
  }

  @Test
  @Order(6)
  void anotherKeyThatCannotTellWhomToLeaveOutIsRefused() throws Exception {
    Path key = Files.writeString(folder.resolve("other.key"), "ab".repeat(32) + "\n");
    Files.setPosixFilePermissions(
        key, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
    Program.Ended refused = run("--key-file", key.toString());
    assertThat(refused.exitCode()).isEqualTo(78);
    assertThat(refused.err()).contains("--key-file").doesNotContain("bug");
  }

  @Test
  @Order(7)
  void oldMessagesLeaveTablesAndStateAndOldTextsTheirTable() throws Exception {
    Files.writeString(
        in().resolve("box.mbox"),
        "From ann@x.example Mon Aug 24 10:00:00 2026\nFrom: Ann <ann@x.example>\n"
            + "To: bob@y.example\nDate: Mon, 24 Aug 2026 10:00:00 +0000\nSubject: old\n\n"
            + "This sentence of last August is about an umbrella project and should go.\n");
    Path config =
        Files.writeString(
            folder.resolve("retention.yaml"),
            "retention:\n  messages_days: 20\n  texts_days: 20\n");
    Program.Ended kept =
        WarmProgram.run(
            "run",
            in().toString(),
            "--out",
            out().toString(),
            "--as-of",
            "2026-10-05",
            "--force",
            "--config",
            config.toString());
    assertThat(kept.exitCode()).as(kept.err()).isZero();
    assertThat(number("select count(*) from messages")).isEqualTo(60);
    assertThat(number("select count(*) from messages where sent_at >= '2026-09-15'"))
        .isEqualTo(number("select count(*) from messages_text"))
        .isBetween(1L, 59L);
    assertThat(number("select out_of_scope_n from inputs where format = 'mbox'")).isEqualTo(1);
    assertThat(traces("quirina|zabel|wilhelmsson")).as("all was read anew").isEmpty();
    assertThat(listsWith("Person 1")).as("in both generations").isEqualTo(6);
  }
}
