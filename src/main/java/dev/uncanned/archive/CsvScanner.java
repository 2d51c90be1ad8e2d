package dev.uncanned.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Finds the cells of one CSV record in a buffer of bytes, without making an object per cell.
 *
 * <p>Works on UTF-8 bytes, or on those of any charset in which delimiter, quote and line ends are
 * single bytes that occur in no other character. The result stays valid as long as the buffer is
 * not changed.
 */
final class CsvScanner {

  /** How a quote inside a quoted cell is read. */
  enum Quoting {
    /** RFC 4180; text behind a closing quote is added to the cell up to the next delimiter. */
    STRICT,
    /** A quote that neither delimiter nor line end follows is text. */
    LITERAL,
    /** As LITERAL, and a quote behind a backslash is always text. */
    BACKSLASH
  }

  /** Answer of {@link #scan}: the record goes on behind the buffer. */
  static final int MORE = -1;

  private static final byte AS_IS = 0;
  private static final byte DOUBLED = 1;
  private static final byte WITH_TAIL = 2;
  private static final byte BACKSLASHED = 3;

  private final byte delimiter;
  private final byte lastSpecial;
  private final String charset;

  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private byte[] forms = new byte[32];
  private byte[] scratch = new byte[256];

  private byte[] bytes;
  private int limit;
  private boolean eof;
  private Quoting quoting;
  private boolean carriageEnds;
  private int most;

  private int columns;
  private boolean troubled;
  private boolean quoted;
  private boolean open;
  private boolean oversized;
  private boolean carriage;
  private boolean backslash;
  private boolean replaced;

  /** A scanner of UTF-8 with commas. */
  CsvScanner() {
    this(',', null);
  }

  /**
   * @param delimiter an ASCII character other than quote and line end
   * @param charset of cells; empty: UTF-8 where it is valid, else windows-1252 ({@link
   *     MailCharsets}); null: UTF-8, whatever is not valid in it being replaced
   */
  CsvScanner(char delimiter, String charset) {
    this.delimiter = (byte) delimiter;
    this.lastSpecial = (byte) Math.max(delimiter, '"');
    this.charset = charset;
  }

  /**
   * Scans the record that starts at {@code from}.
   *
   * @param eof whether nothing follows behind {@code limit}
   * @param carriageEnds whether a carriage return without line feed ends a record
   * @param most columns; the scan ends at once behind a further cell that is not empty, since who
   *     wants a record of that width need not know where a wider one ends
   * @return index behind the record's line end, or {@link #MORE}
   */
  int scan(
      byte[] bytes,
      int from,
      int limit,
      boolean eof,
      Quoting quoting,
      boolean carriageEnds,
      int most) {
    this.most = most;
    this.bytes = bytes;
    this.limit = limit;
    this.eof = eof;
    this.quoting = quoting;
    this.carriageEnds = carriageEnds;
    columns = 0;
    troubled = false;
    quoted = false;
    open = false;
    oversized = false;
    carriage = false;
    backslash = false;
    replaced = false;
    return cells(from);
  }

  private int cells(int from) {
    int at = from;
    while (true) {
      if (at >= limit) {
        if (!eof) {
          return MORE;
        }
        add(at, at, AS_IS);
        return at;
      }
      at = bytes[at] == '"' ? quoted(at + 1) : plain(at);
      if (at == MORE) {
        return MORE;
      }
      if (at >= limit || columns > Budgets.CSV_COLUMNS || isTooWide()) {
        return at;
      }
      if (bytes[at] != delimiter) {
        return behindLineEnd(at);
      }
      at++;
    }
  }

  private boolean isTooWide() {
    return columns > most && !isEmpty(columns - 1);
  }

  private int behindLineEnd(int at) {
    boolean pair = bytes[at] == '\r' && at + 1 < limit && bytes[at + 1] == '\n';
    return pair ? at + 2 : at + 1;
  }

  private int plain(int start) {
    int end = plainEnd(start);
    if (end != MORE) {
      add(start, end, AS_IS);
    }
    return end;
  }

  private int plainEnd(int start) {
    for (int i = start; i < limit; i++) {
      byte b = bytes[i];
      if (b > lastSpecial || b < 0) {
        continue;
      }
      if (b == delimiter || b == '\n') {
        return i;
      }
      if (b == '"') {
        troubled = true;
      } else if (b == '\r') {
        if (i + 1 >= limit && !eof) {
          return MORE;
        }
        if (endsLine(i)) {
          return i;
        }
        carriage = true;
        troubled = true;
      }
    }
    return eof ? limit : MORE;
  }

  private boolean endsLine(int at) {
    byte b = bytes[at];
    return b == '\n' || (b == '\r' && (carriageEnds || at + 1 >= limit || bytes[at + 1] == '\n'));
  }

  private int quoted(int start) {
    quoted = true;
    byte form = AS_IS;
    int at = start;
    while (true) {
      while (at < limit && bytes[at] != '"') {
        at++;
      }
      // A carriage return behind the quote needs one byte more to be judged.
      if (at + 2 >= limit && !eof) {
        return MORE;
      }
      if (at >= limit) {
        open = true;
        troubled = true;
        add(start, limit, form);
        return limit;
      }
      boolean behindBackslash = at > start && bytes[at - 1] == '\\';
      backslash |= behindBackslash;
      if (behindBackslash && quoting == Quoting.BACKSLASH) {
        form = BACKSLASHED;
        at++;
        continue;
      }
      if (at + 1 >= limit || bytes[at + 1] == delimiter || endsLine(at + 1)) {
        add(start, at, form);
        return at + 1;
      }
      if (bytes[at + 1] == '"') {
        form = form == AS_IS ? DOUBLED : form;
        at += 2;
        continue;
      }
      troubled = true;
      if (quoting == Quoting.STRICT) {
        int end = plainEnd(at + 1);
        if (end != MORE) {
          add(start, end, WITH_TAIL);
        }
        return end;
      }
      at++;
    }
  }

  private void add(int start, int end, byte form) {
    if (columns >= Budgets.CSV_COLUMNS) {
      oversized = true;
      columns++;
      return;
    }
    if (columns == starts.length) {
      starts = Arrays.copyOf(starts, columns * 2);
      ends = Arrays.copyOf(ends, columns * 2);
      forms = Arrays.copyOf(forms, columns * 2);
    }
    starts[columns] = start;
    ends[columns] = end;
    forms[columns] = form;
    columns++;
    oversized |= end - start > Budgets.CSV_CELL_BYTES;
  }

  int columns() {
    return columns;
  }

  /** Whether the quoting, or a line end, was not as RFC 4180 wants it. */
  boolean troubled() {
    return troubled;
  }

  /** Whether a cell is in quotes. */
  boolean quoted() {
    return quoted;
  }

  /** Whether the input ended inside quotes. */
  boolean open() {
    return open;
  }

  /** Whether a cell is too large or there are too many of them. */
  boolean oversized() {
    return oversized;
  }

  /** Whether a carriage return without line feed was seen outside quotes. */
  boolean carriage() {
    return carriage;
  }

  /** Whether a quote behind a backslash was seen. */
  boolean backslash() {
    return backslash;
  }

  /** Whether a cell that was asked for held bytes that are not UTF-8. */
  boolean replaced() {
    return replaced;
  }

  boolean isEmpty(int column) {
    return column < 0 || column >= columns || starts[column] == ends[column];
  }

  /** Text of a cell; empty if the record has no such column. */
  String cell(int column) {
    if (isEmpty(column)) {
      return "";
    }
    int start = starts[column];
    int length = ends[column] - start;
    byte[] from = bytes;
    if (forms[column] != AS_IS) {
      length = unescape(start, ends[column], forms[column]);
      from = scratch;
      start = 0;
    }
    String text = new String(from, start, length, StandardCharsets.UTF_8);
    boolean broken = hasReplacement(text, from, start, length);
    if (charset != null && (broken || !charset.isEmpty())) {
      byte[] cell = Arrays.copyOfRange(from, start, start + length);
      MailCharsets.Decoded decoded = MailCharsets.decode(cell, charset);
      text = decoded.text();
      broken = decoded.replaced();
    }
    replaced |= broken;
    return text;
  }

  /** SHA-256 of the bytes of a cell, without its quotes, if they cannot be decoded; else null. */
  String broken(int column) {
    boolean before = replaced;
    replaced = false;
    cell(column);
    boolean broken = replaced;
    replaced |= before;
    if (!broken) {
      return null;
    }
    int start = starts[column];
    byte[] raw =
        forms[column] == AS_IS
            ? Arrays.copyOfRange(bytes, start, ends[column])
            : Arrays.copyOf(scratch, unescape(start, ends[column], forms[column]));
    return ContentHash.sha256(raw);
  }

  private int unescape(int start, int end, byte form) {
    if (scratch.length < end - start) {
      scratch = new byte[Math.max(end - start, scratch.length * 2)];
    }
    int n = 0;
    boolean tail = false;
    for (int i = start; i < end; i++) {
      byte b = bytes[i];
      boolean quoteNext = i + 1 < end && bytes[i + 1] == '"';
      if (!tail && b == '"' && quoteNext) {
        i++;
      } else if (!tail && b == '"' && form == WITH_TAIL) {
        tail = true;
        continue;
      } else if (b == '\\' && quoteNext && form == BACKSLASHED) {
        i++;
        b = '"';
      }
      scratch[n++] = b;
    }
    return n;
  }

  /** Members do write U+FFFD themselves, so its own three bytes are no fault. */
  private static boolean hasReplacement(String text, byte[] from, int start, int length) {
    int replacements = 0;
    for (int i = text.indexOf('\uFFFD'); i >= 0; i = text.indexOf('\uFFFD', i + 1)) {
      replacements++;
    }
    if (replacements == 0) {
      return false;
    }
    for (int i = start; i + 2 < start + length; i++) {
      if (from[i] == (byte) 0xEF && from[i + 1] == (byte) 0xBF && from[i + 2] == (byte) 0xBD) {
        replacements--;
      }
    }
    return replacements > 0;
  }
}
