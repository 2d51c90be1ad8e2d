package dev.uncanned.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;

/** Small mboxes for the tests of what reads them, and ranges to read them in. */
final class MboxFiles {

  static final String SEPARATOR = "From ann@x.example Tue Dec  4 10:30:17 2001\n";
  static final String HEAD =
      """
      From: Ann Lee <ann@x.example>
      To: bob@y.example
      Subject: Hi
      Date: Tue, 4 Dec 2001 10:30:17 +0000
      """;

  /** The smallest window that a splitter may have, so that small files do not fit. */
  static final int WINDOW = 4 << 10;

  private static final String[] LINES = {
    "Dear Bob,\n",
    "\n",
    "From here on it is text\n",
    ">From ann@x.example Tue Dec  4 10:30:17 2001\n",
    ">>From nowhere\n",
    "\nFrom ann@x.example Tue Dec  4 10:30:17 2001\nno header behind it\n",
    "\r\n",
    "a line that ends as those of Windows do\r\n",
    "\nFrom time to time\nNote: this is a header\n",
    "FromFrom From \n",
    "F",
    "r\u00e9sum\u00e9 \uD83D\uDE00\n",
    "\n\nFrom ann@x.example 10:30:17\n\n",
    "a line\nFrom ann@x.example Tue Dec  4 10:30:17 2001\nSubject: Hi\n\n"
  };

  private MboxFiles() {}

  /** A mail as it stands in an mbox. */
  static String mail(String body) {
    return SEPARATOR + HEAD + "\n" + body + "\n\n";
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Mails with everything in them that may be taken for a separator. */
  static byte[] tangled(long seed, int mails) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "before\n\n");
    for (int i = 0; i < mails; i++) {
      text.append(random.nextInt(3) == 0 ? "From - \n" : SEPARATOR);
      text.append(random.nextInt(5) == 0 ? HEAD.replace("\n", "\r\n") + "\r\n" : HEAD + "\n");
      int lines = random.nextInt(8) == 0 ? 400 : random.nextInt(12);
      for (int line = 0; line < lines; line++) {
        text.append(LINES[random.nextInt(LINES.length)]);
      }
      text.append(random.nextInt(4) == 0 ? "\r\n\r\n" : "\n\n");
    }
    return bytes(text.toString());
  }

  /** What one piece of a file is, without its bytes, which are hashed. */
  record Found(MboxPiece.Kind kind, long start, long end, String hash, boolean last) {}

  /** What the ranges of a file give, put one behind the other. */
  static final class Pieces {
    final List<Found> found = new ArrayList<>();
    final List<MboxSpan> spans = new ArrayList<>();
    long refused;
  }

  /** The pieces of a file, read in ranges that end at the given places and at its end. */
  static Pieces split(byte[] file, long... ends) {
    Pieces pieces = new Pieces();
    long start = 0;
    for (int i = 0; i <= ends.length; i++) {
      long end = i < ends.length ? ends[i] : -1;
      int from = (int) Math.min(file.length, MboxSplitter.from(start));
      ByteArrayInputStream in = new ByteArrayInputStream(file, from, file.length - from);
      MboxWindow window = new MboxWindow(in, from, WINDOW, 1 << 20);
      MboxSplitter splitter =
          new MboxSplitter(
              window, start, end < 0 && i > 0 ? file.length : end, piece -> add(pieces, piece));
      splitter.split();
      pieces.spans.add(splitter.span());
      pieces.refused += splitter.refused();
      start = end;
    }
    return pieces;
  }

  private static void add(Pieces pieces, MboxPiece piece) {
    String hash = ContentHash.sha256(piece.copy()) + piece.escaped();
    pieces.found.add(new Found(piece.kind(), piece.start(), piece.end(), hash, piece.last()));
  }

  /** Ascending places in a file, up to {@code most}. */
  static long[] plan(SplittableRandom random, long size, int most) {
    TreeSet<Long> ends = new TreeSet<>();
    int cuts = 1 + random.nextInt(most);
    for (int i = 0; i < cuts; i++) {
      ends.add(1 + random.nextLong(size - 1));
      // Every now and then two cuts stand side by side, so that a range is one byte.
      if (random.nextInt(4) == 0 && ends.last() + 1 < size) {
        ends.add(ends.last() + 1);
      }
    }
    return ends.stream().mapToLong(Long::longValue).toArray();
  }

  static ArchivePart part(Path file, long start, long end) {
    Path root = file.getParent();
    return new ArchivePart(
        ArchivePart.Kind.MBOX,
        "box",
        "in",
        root.toString(),
        "",
        List.of(file.getFileName().toString()),
        0,
        1,
        start,
        end);
  }

  /** All rows of a file. */
  static List<Parsed> rows(Path file) {
    return ArchiveReaderContract.rowsOf(new MboxReader(), part(file, 0, -1));
  }

  /** All rows of a file with these bytes. */
  static List<Parsed> rows(Path folder, byte[] mbox) throws IOException {
    return rows(Files.write(folder.resolve("box.mbox"), mbox));
  }

  static List<RawMessage> messages(List<Parsed> rows) {
    return rows.stream().map(Parsed::message).filter(mail -> mail != null).toList();
  }

  static List<Rejected> rejected(List<Parsed> rows) {
    return rows.stream().map(Parsed::rejected).filter(row -> row != null).toList();
  }

  /** What the counts of an input's parts add up to: seen, parsed, rejected, out of scope, bytes. */
  static long[] counts(List<Parsed> rows) {
    long[] sum = new long[5];
    for (Parsed row : rows) {
      InputCount count = row.count();
      if (count != null) {
        sum[0] += count.seen_n();
        sum[1] += count.parsed_n();
        sum[2] += count.quarantined_n();
        sum[3] += count.out_of_scope_n();
        sum[4] += count.bytes_n();
      }
    }
    return sum;
  }

  /** A text repeated up to a length. */
  static byte[] filled(String text, int length) {
    byte[] one = bytes(text);
    byte[] all = new byte[length];
    for (int at = 0; at < length; at += one.length) {
      System.arraycopy(one, 0, all, at, Math.min(one.length, length - at));
    }
    return all;
  }

  static byte[] joined(byte[]... pieces) {
    byte[] all = new byte[0];
    for (byte[] piece : pieces) {
      int before = all.length;
      all = Arrays.copyOf(all, before + piece.length);
      System.arraycopy(piece, 0, all, before, piece.length);
    }
    return all;
  }
}
