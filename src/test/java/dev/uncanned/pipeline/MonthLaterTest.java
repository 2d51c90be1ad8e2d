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
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same account is exported again a month later, and both exports are given together. */
@Tag("spark")
class MonthLaterTest {

  private static final int OLD = 40;
  private static final int NEW = 55;
  private static final String HEADER =
      "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
          + "DATE,SUBJECT,CONTENT,FOLDER\n";
  private static final String PROFILE =
      "First Name,Last Name,Maiden Name,Headline,Zip Code,Geo Location\nOlga,Owner,,x,1,x\n";
  private static final String PREAMBLE = "no mail, only words\n\n";
  private static final String BOX =
      PREAMBLE
          + "From ann@x.example Mon Jan  6 10:00:00 2025\nFrom: Ann <ann@x.example>\n"
          + "To: bob@y.example\nDate: Mon, 6 Jan 2025 10:00:00 +0000\nSubject: a file\n\n"
          + "Here it is:\nbegin 644 cat.txt\n#0V%T\n`\nend\n\n";

  @TempDir static Path folder;
  private static Path first;
  private static Path both;

  @BeforeAll
  static void exportTwice() throws Exception {
    Path in = Files.createDirectory(folder.resolve("in"));
    zip(in.resolve("olga_LinkedInDataExport_09-30-2026.zip"), OLD);
    first = run(in, "out1");
    zip(in.resolve("olga_LinkedInDataExport_10-31-2026.zip"), NEW);
    Files.writeString(in.resolve("box.mbox"), BOX);
    both = run(in, "out2");
  }

  private static Path run(Path in, String name) throws Exception {
    Path out = folder.resolve(name);
    Program.Ended run = WarmProgram.run("run", in.toString(), "--out", out.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    return out.resolve("current").toRealPath();
  }

  /** LinkedIn lists the newest first, so the rows of all messages move from export to export. */
  private static void zip(Path file, int messages) throws IOException {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int i = messages - 1; i >= 0; i--) {
      boolean own = i % 3 != 0;
      String them = "Person " + i % 7 + ",https://www.linkedin.com/in/p" + i % 7;
      String us = "Olga Owner,https://www.linkedin.com/in/olga";
      rows.append("c").append(i % 7).append(",,").append(own ? us : them).append(',');
      rows.append(own ? them : us);
      rows.append(String.format(",2026-09-%02d 10:%02d:05 UTC,", 1 + i / 4, i));
      rows.append(",\"Hello, message ").append(i % 20).append("\",INBOX\n");
    }
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "messages.csv", rows.toString());
      put(zip, "Profile.csv", PROFILE);
    }
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static final String MESSAGES =
      "select message_id, sent_at from messages where channel <> 'email' order by 1";

  @Test
  void everyMessageIsThereOnceUnderTheIdThatItHad() throws Exception {
    try (Duck before = new Duck(first);
        Duck after = new Duck(both)) {
      List<List<Object>> old = before.rows(MESSAGES);
      List<List<Object>> all = after.rows(MESSAGES);
      assertThat(old).hasSize(OLD).doesNotHaveDuplicates();
      assertThat(all).hasSize(NEW).doesNotHaveDuplicates().containsAll(old);
    }
  }

  @Test
  void nothingIsCountedTwice() throws Exception {
    try (Duck after = new Duck(both)) {
      assertThat(
              after.rows(
                  "select parsed_n, duplicate_n from inputs where format = 'linkedin-messages'"
                      + " order by parsed_n"))
          .satisfies(
              inputs -> {
                assertThat(inputs).hasSize(2);
                long duplicates = (Long) inputs.get(0).get(1) + (Long) inputs.get(1).get(1);
                assertThat(duplicates).isEqualTo(OLD);
              });
      assertThat(after.number("select sum(sends_n) from sender_daily where channel <> 'email'"))
          .isEqualTo(NEW);
    }
  }

  @Test
  void archiveThatHasLostMessagesStopsTheRun() throws Exception {
    Path in = Files.createDirectory(folder.resolve("less"));
    zip(in.resolve("olga_LinkedInDataExport_10-31-2026.zip"), OLD);
    run(in, "out3");
    zip(in.resolve("olga_LinkedInDataExport_10-31-2026.zip"), OLD / 4);
    String[] arguments = {"run", in.toString(), "--out", folder.resolve("out3").toString()};
    Program.Ended run = WarmProgram.run(arguments);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(65);
    assertThat(run.err()).contains("records of the last run are gone").contains("--accept-shrink");
    String[] accepting = Arrays.copyOf(arguments, arguments.length + 1);
    accepting[arguments.length] = "--accept-shrink";
    Program.Ended accepted = WarmProgram.run(accepting);
    assertThat(accepted.exitCode()).as(accepted.err()).isZero();
    assertThat(accepted.err()).as("what was read").doesNotContain("  archive");
  }

  @Test
  void runJsonSaysWhichBytesOfAnMboxWereReadAndWhatIsInIt() throws IOException {
    JsonNode run = new ObjectMapper().readTree(both.resolve("run.json").toFile());
    JsonNode bytes = run.get("inputs").findValue("bytes");
    assertThat(bytes.get("file_n").asLong()).isEqualTo(BOX.length());
    assertThat(bytes.get("rejected_n").asLong()).isEqualTo(PREAMBLE.length());
    assertThat(bytes.get("parsed_n").asLong()).isEqualTo(BOX.length() - PREAMBLE.length());
    assertThat(run.get("flags").get("OPAQUE_UUENCODE").asLong()).isEqualTo(1);
  }
}
