package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class CsvReaderTest {

  private static final String DATE = "2025-12-05 07:47:31 UTC";

  /** What one record became: its cells, or why not, and the flags. */
  private record Read(List<String> cells, Reason reason, List<QualityFlag> flags, Rejected why) {}

  private static List<Read> read(InputStream in, int width) throws IOException {
    List<Read> records = new ArrayList<>();
    try (CsvReader reader = new CsvReader(in)) {
      if (width > 0) {
        reader.expect(width, width, row -> new LinkedInDates().of(row.cell(1)).at() != null);
      }
      while (reader.next()) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; reader.reason() == null && i < reader.columns(); i++) {
          cells.add(reader.cell(i));
        }
        Rejected why = reader.reason() == null ? null : reader.rejected("input", 1);
        records.add(new Read(cells, reader.reason(), List.copyOf(reader.flags()), why));
      }
    }
    return records;
  }

  private static List<Read> read(String text, int width) throws IOException {
    return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), width);
  }

  private static List<List<String>> cells(List<Read> records) {
    return records.stream().filter(read -> read.reason() == null).map(Read::cells).toList();
  }

  private static List<String> row(String... cells) {
    return List.of(cells);
  }

  @Test
  void keepsCommasQuotesAndLineBreaksInsideCells() throws IOException {
    assertThat(cells(read("a,\"b, \"\"c\"\"\r\nd\",\r\n\r\n\n\"\",x,\"\"\n", 0)))
        .containsExactly(row("a", "b, \"c\"\r\nd", ""), row("", "x", ""));
  }

  @Test
  void stripsByteOrderMarksOfAllKinds() throws IOException {
    String text = "näme,date 😀\nx,y\n";
    for (Charset charset :
        List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
      byte[] bytes = ("\uFEFF" + text).getBytes(charset);
      assertThat(cells(read(new ByteArrayInputStream(bytes), 0)))
          .containsExactly(row("näme", "date 😀"), row("x", "y"));
    }
  }

  @Test
  void readsFileWhoseLinesEndWithCarriageReturns() throws IOException {
    assertThat(cells(read("a,b\rc,d\r", 0))).containsExactly(row("a", "b"), row("c", "d"));
  }

  @Test
  void takesLoneCarriageReturnForLineEndWhereWidthSaysSo() throws IOException {
    List<Read> records = read("a," + DATE + "\rb," + DATE + "\nc," + DATE + "\n", 2);
    assertThat(cells(records)).extracting(cells -> cells.get(0)).containsExactly("a", "b", "c");
  }

  @Test
  void rejectsUnterminatedRecordAloneWithItsBytes() throws IOException {
    String first = "one," + DATE + ",fine\n";
    String broken = "two," + DATE + ",\"never closed\n";
    String rest = "three," + DATE + ",\"with, comma\"\nfour," + DATE + ",x\n";
    List<Read> records = read(first + broken + rest, 3);
    assertThat(records)
        .extracting(Read::reason)
        .containsExactly(null, Reason.CSV_UNTERMINATED, null, null);
    Rejected why = records.get(1).why();
    assertThat(why.byte_start()).isEqualTo(first.length());
    assertThat(why.byte_end()).isEqualTo(first.length() + broken.length());
    assertThat(why.raw_sha256())
        .isEqualTo(ContentHash.sha256(broken.getBytes(StandardCharsets.UTF_8)));
    assertThat(records.get(2).cells()).containsExactly("three", DATE, "with, comma");
    assertThat(records.get(2).flags()).containsExactly(QualityFlag.RESYNCED);
    assertThat(records.get(0).flags()).isEmpty();
  }

  @Test
  void rejectsUnterminatedLastRecord() throws IOException {
    List<Read> records = read("a," + DATE + ",x\nb," + DATE + ",\"open", 3);
    assertThat(records).extracting(Read::reason).containsExactly(null, Reason.CSV_UNTERMINATED);
  }

  @Test
  void readsOddQuotesLeniently() throws IOException {
    List<Read> records =
        read(
            "a,"
                + DATE
                + ",\"He said \"hi\" to me, ok\"\n"
                + "b,"
                + DATE
                + ",\"Say \\\"hi\\\", now\"\n"
                + "c,"
                + DATE
                + ",\"Hello\" there\n"
                + "d,"
                + DATE
                + ",plain \"word\" here\n",
            3);
    assertThat(cells(records))
        .extracting(cells -> cells.get(2))
        .containsExactly(
            "He said \"hi\" to me, ok", "Say \"hi\", now", "Hello there", "plain \"word\" here");
    assertThat(records)
        .allSatisfy(read -> assertThat(read.flags()).containsExactly(QualityFlag.LENIENT_QUOTES));
  }

  @Test
  void rejectsRaggedRowsAndAcceptsTrailingCommas() throws IOException {
    List<Read> records =
        read("a," + DATE + "\nb," + DATE + ",x,y\nc," + DATE + ",x,,\nd," + DATE + ",x\n", 3);
    assertThat(records)
        .extracting(Read::reason)
        .containsExactly(Reason.CSV_COLUMNS, Reason.CSV_COLUMNS, null, null);
  }

  @Test
  void flagsBytesThatAreNoUtf8ButNotWrittenReplacementSigns() throws IOException {
    byte[] bytes = ("caf\u00e9,x\n").getBytes(StandardCharsets.ISO_8859_1);
    assertThat(read(new ByteArrayInputStream(bytes), 0).get(0))
        .satisfies(
            read -> {
              assertThat(read.cells()).containsExactly("caf\uFFFD", "x");
              assertThat(read.flags()).containsExactly(QualityFlag.DECODE_REPLACED);
            });
    assertThat(read("caf\uFFFD,x\n", 0).get(0).flags()).isEmpty();
  }

  @Test
  void goesOnBehindGiantCellAndTooManyColumns() throws IOException {
    byte[] filler = new byte[1 << 20];
    Arrays.fill(filler, (byte) 'x');
    List<InputStream> parts = new ArrayList<>();
    parts.add(stream("a," + DATE + ",\""));
    for (int i = 0; i < 70; i++) {
      parts.add(new ByteArrayInputStream(filler));
    }
    parts.add(stream("\"\nb," + DATE + ",ok\n" + ",".repeat(5000) + "\nc," + DATE + ",ok\n"));
    List<Read> records = read(new SequenceInputStream(Collections.enumeration(parts)), 3);
    assertThat(records)
        .extracting(Read::reason)
        .containsExactly(Reason.CSV_CELL_SIZE, null, Reason.CSV_CELL_SIZE, null);
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @Timeout(120)
  void findsWayBackThroughManyLinesThatEachOpenQuote() throws IOException {
    String good = "a," + DATE + ",ok\n";
    String broken = "x\"y,\"" + "z".repeat(24) + "\n";
    List<Read> records = read(good + broken.repeat(400_000) + good, 3);
    assertThat(records).extracting(Read::reason).containsExactly(null, Reason.CSV_CELL_SIZE, null);
    assertThat(records.get(1).why().byte_end())
        .isEqualTo(good.length() + 400_000L * broken.length());
  }

  @Test
  @Timeout(120)
  void findsWayBackThroughLongLinesThatEachOpenQuote() throws IOException {
    String good = "a," + DATE + ",ok\n";
    String broken = "x\"y,\"" + "z".repeat(32_000) + "\n";
    List<Read> records = read(good + broken.repeat(1_500) + good, 3);
    assertThat(records).extracting(Read::reason).startsWith((Reason) null).endsWith((Reason) null);
    assertThat(cells(records)).containsExactly(row("a", DATE, "ok"), row("a", DATE, "ok"));
  }

  @Test
  void acceptsEmptyCellsBeyondWidthWhileFindingBack() throws IOException {
    List<Read> records =
        read("a," + DATE + ",ok\nb," + DATE + ",\"open\nc," + DATE + ",ok,,\"\",\n", 3);
    assertThat(records)
        .extracting(Read::reason)
        .containsExactly(null, Reason.CSV_UNTERMINATED, null);
    assertThat(records.get(2).cells()).startsWith("c", DATE, "ok");
  }

  @Test
  void readsBackWhatIsWrittenAsRfc4180() throws IOException {
    Random random = new Random(7);
    for (int round = 0; round < 300; round++) {
      int width = 2 + random.nextInt(6);
      List<List<String>> rows = rows(random, 1 + random.nextInt(40), width);
      String text = written(rows, random);
      assertThat(cells(read(text, width))).isEqualTo(rows);
      assertThat(naive(text)).isEqualTo(rows);
    }
  }

  @Test
  void losesOneRecordAtMostToOneDamage() throws IOException {
    Random random = new Random(11);
    for (int round = 0; round < 600; round++) {
      int width = 3 + random.nextInt(5);
      List<List<String>> rows = rows(random, 12, width);
      int hit = random.nextInt(rows.size());
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < rows.size(); i++) {
        String line = written(List.of(rows.get(i)), random);
        text.append(i == hit ? damaged(line, random) : line);
      }
      List<List<String>> kept = new ArrayList<>(rows);
      kept.remove(hit);
      assertThat(cells(read(text.toString(), width)))
          .as("round %d", round)
          .containsSubsequence(kept);
    }
  }

  /** Takes away the last quote of the record, or opens one in a plain cell. */
  private static String damaged(String line, Random random) {
    int quote = line.lastIndexOf('"');
    if (quote >= 0 && random.nextBoolean()) {
      return line.substring(0, quote) + line.substring(quote + 1);
    }
    int comma = line.lastIndexOf(',');
    return line.substring(0, comma + 1) + '"' + line.substring(comma + 1);
  }

  private static List<List<String>> rows(Random random, int n, int width) {
    String[] pieces = {
      "a", "Jane", " ", ",", "\"", "\n", "\r\n", "é", "😀", "x, y", "\u2028", "word", "it's", "<p>"
    };
    List<List<String>> rows = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      List<String> row = new ArrayList<>();
      for (int c = 0; c < width; c++) {
        StringBuilder cell = new StringBuilder(c == 0 ? "id" + i : "");
        for (int k = random.nextInt(6); k > 0 && c > 1; k--) {
          cell.append(pieces[random.nextInt(pieces.length)]);
        }
        row.add(c == 1 ? DATE : cell.toString());
      }
      rows.add(row);
    }
    return rows;
  }

  private static String written(List<List<String>> rows, Random random) {
    StringBuilder out = new StringBuilder();
    boolean all = random.nextInt(4) == 0;
    for (List<String> row : rows) {
      for (int c = 0; c < row.size(); c++) {
        String cell = row.get(c);
        boolean quote = all || cell.matches("(?s).*[,\"\r\n].*");
        out.append(c == 0 ? "" : ",").append(quote ? '"' + cell.replace("\"", "\"\"") + '"' : cell);
      }
      out.append(random.nextBoolean() ? "\n" : "\r\n");
    }
    return out.toString();
  }

  /** A plain reading of RFC 4180, character by character. */
  private static List<List<String>> naive(String text) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted && c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
        cell.append('"');
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == ',' || c == '\n')) {
        row.add(cell.toString());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row);
          row = new ArrayList<>();
        }
      } else if (quoted || c != '\r') {
        cell.append(c);
      }
    }
    return rows;
  }
}
