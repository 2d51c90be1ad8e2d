package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** CSV files as nobody should write them, each with what has to become of it. */
class HostileCsvTest {

  private static final String AT = "2025-01-02 03:04:05 UTC";
  private static final String HEADER = "FROM,SENDER PROFILE URL,TO,DATE,CONTENT,FOLDER\n";
  private static final String PROFILE =
      "First Name,Last Name,Maiden Name,Headline,Zip Code,Geo Location\nOlga,Owner,,x,1,x\n";

  @TempDir Path folder;

  private static String row(String content) {
    return "Olga Owner,https://www.linkedin.com/in/olga,Jane Doe,"
        + AT
        + ","
        + content
        + ",INBOX\n";
  }

  private List<Parsed> read(byte[] messages) throws IOException {
    Files.write(folder.resolve("messages.csv"), messages);
    Files.writeString(folder.resolve("Profile.csv"), PROFILE);
    ArchivePart part =
        new ArchivePart(
            ArchivePart.Kind.LINKEDIN,
            "a",
            "in",
            folder.toString(),
            "",
            List.of("Profile.csv", "messages.csv"),
            1,
            1,
            0,
            -1);
    List<Parsed> rows = ArchiveReaderContract.rowsOf(new LinkedInReader(), part);
    ArchiveReaderContract.assertIdentities(rows, part);
    return rows;
  }

  private List<Parsed> read(String messages) throws IOException {
    return read(messages.getBytes(StandardCharsets.UTF_8));
  }

  private static List<RawMessage> messages(List<Parsed> rows) {
    return rows.stream().filter(row -> row.message() != null).map(Parsed::message).toList();
  }

  private static List<String> bodies(List<Parsed> rows) {
    return messages(rows).stream().map(RawMessage::body).toList();
  }

  private static List<Rejected> rejected(List<Parsed> rows) {
    return rows.stream().filter(row -> row.rejected() != null).map(Parsed::rejected).toList();
  }

  private static InputCount count(List<Parsed> rows) {
    return rows.stream()
        .map(Parsed::count)
        .filter(count -> count != null && count.format().equals("linkedin-messages"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void row1ByteOrderMarksAreTakenOff() throws IOException {
    String file = HEADER + row("Grüße 😀");
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      List<Parsed> rows = read(("\uFEFF" + file).getBytes(charset));
      assertThat(bodies(rows)).as(charset.name()).containsExactly("Grüße 😀");
      assertThat(messages(rows).get(0).flags()).isEmpty();
    }
    assertThat(bodies(read("\uFEFF" + file.replace("CONTENT", " \tCONTENT ")))).hasSize(1);
  }

  @Test
  void row2UnterminatedQuoteCostsItsOwnRecordOnlyWhereverItStands() throws IOException {
    int n = 12;
    for (int broken = 0; broken < n; broken++) {
      StringBuilder file = new StringBuilder(HEADER);
      int start = 0;
      int end = 0;
      for (int i = 0; i < n; i++) {
        start = i == broken ? file.length() : start;
        file.append(row((i == broken ? "\"" : "") + "text " + i));
        end = i == broken ? file.length() : end;
      }
      List<Parsed> rows = read(file.toString());
      assertThat(bodies(rows)).as("row %d", broken).hasSize(n - 1).doesNotContain("text " + broken);
      byte[] raw = file.substring(start, end).getBytes(StandardCharsets.UTF_8);
      assertThat(rejected(rows))
          .singleElement()
          .isEqualTo(
              new Rejected(
                  count(rows).input_id(),
                  broken + 1,
                  start,
                  end,
                  Reason.CSV_UNTERMINATED,
                  rejected(rows).get(0).detail(),
                  ContentHash.sha256(raw),
                  "messages.csv",
                  new String(raw, StandardCharsets.ISO_8859_1)));
      for (RawMessage message : messages(rows)) {
        boolean behind = message.source_row() > broken + 1;
        assertThat(message.flags().contains(QualityFlag.RESYNCED)).isEqualTo(behind);
      }
    }
  }

  @Test
  void row3OddQuotesAndLineEndsAreReadLeniently() throws IOException {
    List<Parsed> rows =
        read(
            HEADER
                + row("\"stray\" char")
                + row("\"say \\\"hi\\\", now\"")
                + row("plain \"word\""));
    assertThat(bodies(rows)).containsExactly("stray char", "say \"hi\", now", "plain \"word\"");
    assertThat(messages(rows))
        .allSatisfy(
            message -> assertThat(message.flags()).containsExactly(QualityFlag.LENIENT_QUOTES));
    String mixed = HEADER.replace("\n", "\r\n") + row("a") + row("b").replace("\n", "\r\n");
    assertThat(bodies(read(mixed + row("c")))).containsExactly("a", "b", "c");
    String lone = HEADER + row("a") + row("b").replace("\n", "\r") + row("c");
    List<Parsed> returned = read(lone);
    assertThat(bodies(returned)).containsExactly("a", "b", "c");
    assertThat(messages(returned).get(1).flags()).contains(QualityFlag.LENIENT_QUOTES);
    assertThat(bodies(read((HEADER + row("a") + row("b")).replace("\n", "\r"))))
        .containsExactly("a", "b");
  }

  @Test
  void row4RaggedRowsAreRejectedWithTheirBytes() throws IOException {
    String few = "Olga Owner,u,Jane," + AT + "\n";
    String many = row("x,y,z");
    List<Parsed> rows = read(HEADER + row("a") + few + many + row("b"));
    assertThat(bodies(rows)).containsExactly("a", "b");
    int start = (HEADER + row("a")).length();
    assertThat(rejected(rows))
        .extracting(Rejected::reason)
        .containsExactly(Reason.CSV_COLUMNS, Reason.CSV_COLUMNS);
    Rejected first = rejected(rows).get(0);
    assertThat(first.byte_start()).isEqualTo(start);
    assertThat(first.byte_end()).isEqualTo(start + few.length());
    assertThat(first.raw_sha256())
        .isEqualTo(ContentHash.sha256(few.getBytes(StandardCharsets.UTF_8)));
    assertThat(first.detail()).isEqualTo("4 columns, 6 expected");
  }

  @Test
  void row5LineBreaksCommasAndQuotesInsideBodyAreText() throws IOException {
    String body = "Hi Jane,\r\n\r\nshe said \"yes\", twice,\nOlga\n,\",\"";
    List<Parsed> rows = read(HEADER + row('"' + body.replace("\"", "\"\"") + '"') + row("next"));
    assertThat(bodies(rows)).containsExactly(body, "next");
    assertThat(messages(rows)).allSatisfy(message -> assertThat(message.flags()).isEmpty());
  }

  @Test
  void row6HeaderIsMatchedByNameNotByPlaceAndMissingColumnsAreNamed() throws IOException {
    String reordered = "content,Folder, Date ,TO,From,SENDER PROFILE URL,NEW COLUMN\n";
    List<Parsed> rows = read(reordered + "Hi there,INBOX," + AT + ",Jane,Olga Owner,u,x\n");
    assertThat(bodies(rows)).containsExactly("Hi there");
    String twice = HEADER.replace("FOLDER", "FOLDER,CONTENT");
    rows = read(twice + row("first").replace("INBOX", "INBOX,second"));
    assertThat(bodies(rows)).containsExactly("first");
    rows = read("FROM,SENDER PROFILE URL,FOLDER,TO,DATE\na,b,c,d," + AT + "\n");
    assertThat(rejected(rows)).hasSize(1);
    assertThat(rejected(rows).get(0).reason()).isEqualTo(Reason.CSV_SCHEMA);
    assertThat(rejected(rows).get(0).source_row()).isZero();
    assertThat(rejected(rows).get(0).detail())
        .isEqualTo(
            "missing columns: [content], found: [from, sender profile url, folder, to, date]"
                + " and 0 others");
    assertThat(rejected(rows).get(0).raw_sample()).startsWith("FROM,SENDER");
    rows = read("FROM,SENDER PROFILE URL,FOLDER,TO,DATE,Ann's secret\na,b,c,d," + AT + ",x\n");
    assertThat(rejected(rows).get(0).detail()).endsWith("and 1 others").doesNotContain("secret");
    rows = read("VON,ABSENDER,AN,DATUM,INHALT,ORDNER\na,b,c,d,e,f\n");
    assertThat(messages(rows)).isEmpty();
    assertThat(rows)
        .extracting(Parsed::count)
        .filteredOn(count -> count != null && count.format().startsWith("other"))
        .hasSize(1);
  }

  @Test
  void row7UndecodableBytesAreReplacedAndFlagged() throws IOException {
    byte[] western = (HEADER + row("caf\u00e9")).getBytes(StandardCharsets.ISO_8859_1);
    byte[] surrogate = (HEADER + row("a\u0001\u0001\u0001b")).getBytes(StandardCharsets.UTF_8);
    int at = new String(surrogate, StandardCharsets.ISO_8859_1).indexOf('\u0001');
    surrogate[at] = (byte) 0xED;
    surrogate[at + 1] = (byte) 0xA0;
    surrogate[at + 2] = (byte) 0x80;
    byte[] wide = ("\uFEFF" + HEADER + row("a\u0001b")).getBytes(StandardCharsets.UTF_16LE);
    int half = indexOfWide(wide, '\u0001');
    wide[half] = 0;
    wide[half + 1] = (byte) 0xD8;
    for (byte[] file : List.of(western, surrogate, wide)) {
      List<Parsed> rows = read(file);
      assertThat(bodies(rows)).singleElement().asString().contains("\uFFFD");
      assertThat(messages(rows).get(0).flags()).containsExactly(QualityFlag.DECODE_REPLACED);
    }
    List<Parsed> rows = read(HEADER + row("nul \u0000 bell \u0007 c1 \u0085"));
    assertThat(bodies(rows)).containsExactly("nul \u0000 bell \u0007 c1 \u0085");
    assertThat(messages(rows).get(0).flags()).isEmpty();
  }

  /** Two texts that look the same by U+FFFD are two; the same bytes are the same text. */
  @Test
  void row7BytesThatCannotBeDecodedTellTextsApart() throws IOException {
    List<String> hashes = new ArrayList<>();
    for (int last : new int[] {0xE9, 0xE8, 0xE9}) {
      byte[] file = (HEADER + row("\"caf\u0001 \"\"x\"\"\"")).getBytes(StandardCharsets.UTF_8);
      file[new String(file, StandardCharsets.ISO_8859_1).indexOf('\u0001')] = (byte) last;
      RawMessage read = messages(read(file)).get(0);
      assertThat(read.body()).isEqualTo("caf\uFFFD \"x\"");
      hashes.add(read.body_hash());
    }
    assertThat(hashes.get(0)).isNotEqualTo(hashes.get(1)).isEqualTo(hashes.get(2));
    RawMessage written = messages(read(HEADER + row("caf\uFFFD \"x\""))).get(0);
    assertThat(written.body_hash()).isEqualTo(ContentHash.of("caf\uFFFD \"x\"")).isNotIn(hashes);
  }

  private static int indexOfWide(byte[] littleEndian, char c) {
    for (int i = 0; i + 1 < littleEndian.length; i += 2) {
      if (littleEndian[i] == (byte) c && littleEndian[i + 1] == 0) {
        return i;
      }
    }
    throw new IllegalArgumentException("no such character");
  }

  /** Much more than the record cap: if it were held, the buffer would show it. */
  @Test
  void row8GiantCellsColumnsAndLinesAreRejectedAndReadingGoesOn() throws IOException {
    byte[] filler = new byte[1 << 20];
    Arrays.fill(filler, (byte) 'x');
    List<InputStream> parts = new ArrayList<>();
    parts.add(stream("a," + AT + ",first\nb," + AT + ",\""));
    parts.addAll(Collections.nCopies(40, null));
    parts.replaceAll(part -> part == null ? new ByteArrayInputStream(filler) : part);
    parts.add(stream("\"\nc," + AT + ",second\n"));
    for (int i = 0; i < 40; i++) {
      parts.add(new ByteArrayInputStream(filler));
    }
    parts.add(stream("\nd," + AT + ",third\n" + ",".repeat(1_000_000) + "\ne," + AT + ",last\n"));
    parts.add(stream("f," + AT + "," + "y".repeat(Budgets.CSV_CELL_BYTES + 1) + "\n"));
    parts.add(stream("g," + AT + "," + "y".repeat(Budgets.CSV_CELL_BYTES) + "\n"));
    List<String> seen = new ArrayList<>();
    try (CsvReader reader =
        new CsvReader(new SequenceInputStream(Collections.enumeration(parts)))) {
      reader.expect(3, 3, row -> new LinkedInDates().of(row.cell(1)).at() != null);
      while (reader.next()) {
        seen.add(reader.reason() == null ? reader.cell(0) : reader.reason().name());
      }
    }
    String size = Reason.CSV_CELL_SIZE.name();
    assertThat(seen).containsExactly("a", size, "c", size, "d", size, "e", size, "g");
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void row9NotesBlankLinesTrailingCommasAndEmptyFilesAreFine() throws IOException {
    String notes = "Notes:\n\"Some, messages are missing\"\n\n";
    assertThat(bodies(read(notes + HEADER + "\n\r\n" + row("a") + "\n\n" + row("b").trim())))
        .containsExactly("a", "b");
    assertThat(bodies(read(HEADER.trim() + ",\n" + row("a") + row("b").trim() + ",\n")))
        .containsExactly("a", "b");
    for (String empty : List.of("", "\n\n", "\uFEFF", HEADER)) {
      List<Parsed> rows = read(empty);
      assertThat(rejected(rows)).isEmpty();
      assertThat(count(rows).seen_n()).isZero();
    }
  }

  @Test
  void row10FormulasAndMarkupAreKeptExactly() throws IOException {
    for (String text :
        List.of(
            "=HYPERLINK(\"http://x.example\";\"y\")",
            "@SUM(1+1)*cmd|' /C calc'!A0",
            "<script>alert(1)</script>",
            "\t=1+1",
            "<img src=x onerror=alert(1)>")) {
      assertThat(bodies(read(HEADER + row('"' + text.replace("\"", "\"\"") + '"'))))
          .containsExactly(text);
    }
  }
}
