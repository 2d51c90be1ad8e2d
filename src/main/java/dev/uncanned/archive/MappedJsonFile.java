package dev.uncanned.archive;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * Reads a JSON file of any layout: JSON Lines, a list, one document.
 *
 * <p>Where records stand one a line, also as a list, a broken line costs itself and the next one is
 * read. In any other layout nothing says where the next record begins, so what stands behind a
 * break is rejected as one; what stood before it is kept. A long list on one line is read in
 * constant memory.
 */
final class MappedJsonFile {

  /** Lines that are looked at to find out whether records stand one a line. */
  private static final int LOOK = 10;

  /** Opens the file from its beginning. */
  interface Opening {
    InputStream open() throws IOException;
  }

  /** Takes what is read. */
  interface Sink {
    void row(MappedRow row);

    /** Takes a rejection; places are -1 and the bytes null where they are not known. */
    void rejected(Reason reason, String detail, long start, long end, byte[] bytes);
  }

  private final Mapping mapping;
  private final Opening opening;
  private final String charset;
  private final MappedJsonReader reader;
  private final Sink sink;

  /**
   * @param charset of the file unless a byte order mark says otherwise; empty: UTF-8, or
   *     windows-1252 where it is not valid
   */
  MappedJsonFile(Mapping mapping, Set<String> columns, Opening opening, String charset, Sink sink) {
    this.mapping = mapping;
    this.opening = opening;
    this.charset = charset;
    this.reader = new MappedJsonReader(mapping, columns);
    this.sink = sink;
  }

  /**
   * Reads the whole file.
   *
   * @throws IOException if it cannot be read at all
   */
  void read() throws IOException {
    if (isOneRecordALine()) {
      lines();
    } else {
      stream();
    }
  }

  private boolean isOneRecordALine() throws IOException {
    try (MappedLines lines = new MappedLines(opening.open(), charset)) {
      boolean first = true;
      for (int i = 0; i < LOOK && lines.next(); i++) {
        if (lines.isTooLong()) {
          first = false;
          continue;
        }
        byte[] bytes = lines.bytes();
        String line = record(text(lines).text());
        if (line.isEmpty()) {
          continue;
        }
        boolean atMargin = bytes[0] == '{' || bytes[0] == ',';
        if ((first || atMargin) && MappedJsonReader.isWhole(line)) {
          return true;
        }
        if (first && "{[,".indexOf(line.charAt(line.length() - 1)) >= 0) {
          return false;
        }
        first = false;
      }
    }
    return false;
  }

  /** A decoded line, and whether bytes of it had to become U+FFFD. */
  private record Text(String text, boolean lossy) {}

  private Text text(MappedLines lines) {
    byte[] bytes = lines.bytes();
    if (!lines.isWide()) {
      MailCharsets.Decoded decoded = MailCharsets.decode(bytes, charset);
      return new Text(decoded.text(), decoded.replaced());
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    return new Text(text, text.indexOf('\uFFFD') >= 0);
  }

  /** A line without the brackets and commas of the list that it may be a part of. */
  private static String record(String line) {
    int start = 0;
    int end = line.length();
    while (start < end
        && (line.charAt(start) <= ' ' || "[,\uFEFF".indexOf(line.charAt(start)) >= 0)) {
      start++;
    }
    int last = line.lastIndexOf('}');
    boolean tail = true;
    for (int i = Math.max(last, start - 1) + 1; i < end; i++) {
      tail &= line.charAt(i) <= ' ' || ",]".indexOf(line.charAt(i)) >= 0;
    }
    return line.substring(start, tail ? Math.max(last + 1, start) : end).stripTrailing();
  }

  private void lines() throws IOException {
    try (MappedLines lines = new MappedLines(opening.open(), charset)) {
      while (lines.next()) {
        if (lines.isTooLong()) {
          sink.rejected(Reason.TOO_LARGE, "a line is too long", lines.start(), lines.end(), null);
        } else {
          line(lines);
        }
      }
    }
  }

  private void line(MappedLines lines) throws IOException {
    byte[] bytes = lines.bytes();
    Text text = text(lines);
    String record = record(text.text());
    if (record.isEmpty()) {
      return;
    }
    Placed placed = new Placed(sink, lines.start(), lines.end(), bytes);
    try {
      reader.read(new StringReader(record), text.lossy(), null, placed);
    } catch (UnreadableException broken) {
      placed.rejected(broken.reason(), broken.getMessage());
    }
  }

  /** Adds the place of a line to what is rejected in it. */
  private record Placed(Sink sink, long start, long end, byte[] bytes)
      implements MappedJsonRecord.Sink {

    @Override
    public void row(MappedRow row) {
      sink.row(row);
    }

    @Override
    public void rejected(Reason reason, String detail) {
      sink.rejected(reason, detail, start, end, bytes);
    }
  }

  private void stream() throws IOException {
    Map<String, String> outer = null;
    if (mapping.rows() != null || !mapping.wrappers().isEmpty()) {
      try (Reader text = open()) {
        outer = reader.outer(text);
      }
    }
    MappedJsonRecord.Sink rows =
        new MappedJsonRecord.Sink() {
          @Override
          public void row(MappedRow row) {
            sink.row(row);
          }

          @Override
          public void rejected(Reason reason, String detail) {
            sink.rejected(reason, detail, -1, -1, null);
          }
        };
    try (Reader text = open()) {
      reader.read(text, true, outer, rows);
    } catch (UnreadableException broken) {
      sink.rejected(broken.reason(), broken.getMessage(), -1, -1, null);
    }
  }

  private Reader open() throws IOException {
    InputStream in = opening.open();
    try {
      byte[] head = in.readNBytes(2);
      Charset wide = Utf16Input.charset(head, charset);
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), in);
      Charset narrow = charset.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(charset);
      BufferedReader text =
          new BufferedReader(new InputStreamReader(whole, wide == null ? narrow : wide));
      text.mark(1);
      if (text.read() != '\uFEFF') {
        text.reset();
      }
      return text;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
