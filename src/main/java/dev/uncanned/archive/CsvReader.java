package dev.uncanned.archive;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads a CSV file record by record and finds its way back behind a broken one.
 *
 * <p>A cursor: {@link #next} moves to a record, which is either good (then {@link #cell} has its
 * text) or rejected (then {@link #reason} is not null). RFC 4180 with UTF-8 or UTF-16, any line
 * ends, blank lines skipped. A quote that is never closed would swallow all that follows; so a
 * record whose quoting or width is wrong is given up at its first line, and reading goes on at the
 * next line that starts a record of the expected shape.
 *
 * <p>Memory is bounded by {@link Budgets#CSV_RECORD_BYTES} bytes, the largest record that is read.
 */
public final class CsvReader implements Closeable {

  private static final int FIRST_BUFFER = 1 << 18;
  private static final int TOO_LONG = -2;

  /** Other readings of odd quotes are tried over this length only. */
  private static final int MAX_TRIAL = 1 << 16;

  /** Trials cost at most this much more than reading itself, whatever the file holds. */
  private static final long TRIAL_FACTOR = 16;

  private final InputStream in;
  private final boolean placed;
  private final CsvScanner scanner;
  private final Set<QualityFlag> always = EnumSet.noneOf(QualityFlag.class);

  private byte[] buffer = new byte[FIRST_BUFFER];
  private int at;
  private int limit;
  private long base;
  private boolean eof;

  private int least;
  private int most;
  private Predicate<CsvReader> shape;
  private boolean shapeSeen;
  private boolean carriageEnds;

  private int length;
  private long start;
  private long end;
  private long resyncedUntil = -1;
  private long trialBytes;
  private boolean lenient;
  private Reason reason;
  private String detail;
  private String hash;
  private String sample;

  /** A reader over raw bytes; takes the byte order mark off. Closes {@code in} when closed. */
  public CsvReader(InputStream in) throws IOException {
    this(in, ',', null);
  }

  /**
   * A reader of files that other programs than LinkedIn write.
   *
   * @param delimiter an ASCII character other than quote and line end
   * @param charset where no byte order mark says otherwise; empty: UTF-8 where it is valid, else
   *     windows-1252, cell by cell; null: UTF-8 with replacements
   */
  CsvReader(InputStream in, char delimiter, String charset) throws IOException {
    TextHead head = TextHead.of(in, charset);
    this.in = head.in();
    this.placed = head.placed();
    this.scanner = new CsvScanner(delimiter, head.charset());
    limit = head.bytes().length;
    System.arraycopy(head.bytes(), 0, buffer, 0, limit);
    at = head.mark();
  }

  /**
   * Says what records look like from here on; before, records of any width are good.
   *
   * @param least fewest columns
   * @param most further columns must be empty
   * @param shape whether the current cells look like a record; asked only while finding back
   */
  public void expect(int least, int most, Predicate<CsvReader> shape) {
    this.least = least;
    this.most = most;
    this.shape = shape;
  }

  /**
   * Moves to the next record.
   *
   * @return false at the end of the input
   */
  public boolean next() throws IOException {
    at += length;
    length = 0;
    lenient = false;
    reason = null;
    detail = null;
    hash = null;
    sample = null;
    if (!skipBlankLines()) {
      return false;
    }
    start = base + at;
    int found = scan(CsvScanner.Quoting.STRICT, Budgets.CSV_RECORD_BYTES);
    if (least == 0 && found >= 0 && scanner.carriage()) {
      carriageEnds = true;
      found = scan(CsvScanner.Quoting.STRICT, Budgets.CSV_RECORD_BYTES);
    }
    if (found < 0 || scanner.troubled() || !fits()) {
      repair(found);
    } else if (swallowsRecord(found)) {
      search(found, Reason.CSV_UNTERMINATED);
      detail = "a quote is not closed";
    } else {
      accept(found);
    }
    end = base + at + length;
    return true;
  }

  /**
   * Whether a record that looks good has another one in a cell: a quote that is not closed ends, by
   * accident, at one that opens a cell with a line break or a comma.
   */
  private boolean swallowsRecord(int found) throws IOException {
    if (least == 0 || !scanner.quoted() || isOneLine(found)) {
      return false;
    }
    boolean swallows = holdsRecord(found, true);
    scan(CsvScanner.Quoting.STRICT, Budgets.CSV_RECORD_BYTES);
    return swallows;
  }

  private void accept(int bytes) {
    length = bytes;
    if (!shapeSeen && shape != null) {
      shapeSeen = shape.test(this);
    }
  }

  /** The record is not plainly good: reads it in another way, or rejects it. */
  private void repair(int found) throws IOException {
    boolean troubled = scanner.troubled();
    boolean oversized = found == TOO_LONG || scanner.oversized();
    boolean open = scanner.open();
    int columns = scanner.columns();
    if (!oversized && troubled && readLeniently(scanner.backslash(), scanner.carriage())) {
      lenient = true;
      return;
    }
    detail = columns + " columns, " + most + " expected";
    if (oversized) {
      search(found, Reason.CSV_CELL_SIZE);
      detail = "a cell, a record or the number of columns is beyond the limit";
    } else if (isOneLine(found) || (!troubled && !holdsRecord(found, false))) {
      reject(found, open ? Reason.CSV_UNTERMINATED : Reason.CSV_COLUMNS);
    } else {
      search(found, Reason.CSV_UNTERMINATED);
    }
  }

  private void reject(int bytes, Reason why) {
    length = bytes;
    reason = why;
    hash = ContentHash.sha256(Arrays.copyOfRange(buffer, at, at + bytes));
    sample = Rejected.sample(buffer, at, bytes);
  }

  private boolean readLeniently(boolean backslash, boolean carriage) throws IOException {
    if (trialBytes > Budgets.CSV_RECORD_BYTES + TRIAL_FACTOR * (base + at)) {
      return false;
    }
    boolean lineEnds = carriageEnds;
    if (carriage) {
      carriageEnds = true;
      int found = scan(CsvScanner.Quoting.STRICT, MAX_TRIAL);
      boolean good = found >= 0 && !scanner.troubled() && fits() && looksRight();
      carriageEnds = lineEnds;
      if (good) {
        length = found;
        return true;
      }
    }
    return (backslash && readAs(CsvScanner.Quoting.BACKSLASH))
        || readAs(CsvScanner.Quoting.LITERAL)
        || readAs(CsvScanner.Quoting.STRICT);
  }

  private boolean readAs(CsvScanner.Quoting quoting) throws IOException {
    int found = scan(quoting, MAX_TRIAL);
    trialBytes += found >= 0 ? found : MAX_TRIAL;
    if (found < 0 || found > MAX_TRIAL || scanner.open() || !fits()) {
      return false;
    }
    if (!isOneLine(found)) {
      if (!looksRight() || holdsRecord(found, false)) {
        return false;
      }
      scan(quoting, MAX_TRIAL);
    }
    accept(found);
    return true;
  }

  /** Gives up the record at {@code at} and stops at the next line that starts a good one. */
  private void search(int found, Reason why) throws IOException {
    long suspect = found >= 0 ? base + at + found : base + limit;
    MessageDigest digest = ContentHash.digest();
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    skipLine(digest, first);
    while (ensure(1) && !startsRecord(0, false)) {
      skipLine(digest, first);
    }
    sample = first.toString(StandardCharsets.ISO_8859_1);
    hash = HexFormat.of().formatHex(digest.digest());
    long resumed = base + at;
    boolean swallowed = resumed < suspect && resumed - start <= Budgets.CSV_CELL_BYTES;
    reason = swallowed ? Reason.CSV_UNTERMINATED : why;
    resyncedUntil = Math.max(suspect, resumed + 1);
  }

  /** Whether one of the lines of the record, but the first, starts a good record. */
  private boolean holdsRecord(int bytes, boolean strict) throws IOException {
    if (least == 0) {
      return false;
    }
    for (int line = lineEnd(0, bytes); line < bytes; line = lineEnd(line, bytes)) {
      if (startsRecord(line, strict)) {
        return true;
      }
    }
    return false;
  }

  private boolean startsRecord(int line, boolean strict) throws IOException {
    if (least == 0) {
      return true;
    }
    int found = scanFrom(line, CsvScanner.Quoting.STRICT, Budgets.CSV_RECORD_BYTES, most);
    return found >= 0
        && fits()
        && (!scanner.troubled() || lineEnd(line, found) >= found)
        && (looksRight() || (!strict && !shapeSeen && !scanner.troubled()));
  }

  private boolean looksRight() {
    return shape == null || shape.test(this);
  }

  private boolean isOneLine(int bytes) {
    return lineEnd(0, bytes) >= bytes;
  }

  /** Offset behind the line that starts at {@code from}, both counted from the record's start. */
  private int lineEnd(int from, int bytes) {
    for (int i = at + from; i < at + bytes; i++) {
      if (buffer[i] == '\n' || (carriageEnds && buffer[i] == '\r')) {
        return i + 1 - at;
      }
    }
    return bytes;
  }

  private boolean fits() {
    if (scanner.oversized() || scanner.columns() < least) {
      return false;
    }
    for (int i = most; least > 0 && i < scanner.columns(); i++) {
      if (!scanner.isEmpty(i)) {
        return false;
      }
    }
    return true;
  }

  private int scan(CsvScanner.Quoting quoting, int bytes) throws IOException {
    return scanFrom(0, quoting, bytes, Budgets.CSV_COLUMNS);
  }

  /**
   * Length of the record up to and with its line end, counted from {@code at}; of a record of more
   * than {@code columns}, which is not measured to its end, anything.
   */
  private int scanFrom(int offset, CsvScanner.Quoting quoting, int bytes, int columns)
      throws IOException {
    while (true) {
      int found = scanner.scan(buffer, at + offset, limit, eof, quoting, carriageEnds, columns);
      if (found != CsvScanner.MORE) {
        return found - at - offset > Budgets.CSV_RECORD_BYTES ? TOO_LONG : found - at;
      }
      if (limit - at - offset >= bytes) {
        return TOO_LONG;
      }
      fill();
    }
  }

  private boolean skipBlankLines() throws IOException {
    while (ensure(1)) {
      if (buffer[at] != '\n' && buffer[at] != '\r') {
        return true;
      }
      at++;
    }
    return false;
  }

  /** Passes over a line, or what is left of it; its first bytes are kept in {@code first}. */
  private void skipLine(MessageDigest digest, ByteArrayOutputStream first) throws IOException {
    while (ensure(1)) {
      int line = lineEnd(0, limit - at);
      digest.update(buffer, at, line);
      first.write(buffer, at, Math.min(line, Rejected.SAMPLE_BYTES - first.size()));
      at += line;
      byte last = buffer[at - 1];
      if (last == '\n' || (carriageEnds && last == '\r')) {
        return;
      }
    }
  }

  private boolean ensure(int bytes) throws IOException {
    while (limit - at < bytes && !eof) {
      fill();
    }
    return limit - at >= bytes;
  }

  /** Reads on; what lies before {@code at} is dropped, a full buffer grows. */
  private void fill() throws IOException {
    int kept = limit - at;
    byte[] target = kept > buffer.length / 2 ? new byte[buffer.length * 2] : buffer;
    System.arraycopy(buffer, at, target, 0, kept);
    buffer = target;
    base += at;
    at = 0;
    limit = kept;
    int n = in.readNBytes(buffer, limit, buffer.length - limit);
    eof = n < buffer.length - limit;
    limit += n;
  }

  /** Number of cells of a good record. */
  public int columns() {
    return scanner.columns();
  }

  /** Text of a cell of a good record; empty if there is no such column. */
  public String cell(int column) {
    return scanner.cell(column);
  }

  /**
   * SHA-256 of the bytes of a cell of a good record that cannot be decoded; null if they can. Of
   * UTF-16 these are the bytes of the text in UTF-8, and all halves of pairs are the same.
   *
   * @param text the text of the cell
   */
  String broken(int column, String text) {
    return text.indexOf('\uFFFD') < 0 ? null : scanner.broken(column);
  }

  /** Whether a cell of a good record has no text. */
  public boolean isEmpty(int column) {
    return scanner.isEmpty(column);
  }

  /** First byte of the record in the file; -1 in UTF-16. */
  public long byteStart() {
    return placed ? start : -1;
  }

  /** Byte behind the record and its line end; -1 in UTF-16. */
  public long byteEnd() {
    return placed ? end : -1;
  }

  /** Why the record was rejected; null for a good record. */
  public Reason reason() {
    return reason;
  }

  /** The rejection of the current record, under the given input and ordinal. */
  public Rejected rejected(String inputId, long ordinal) {
    return new Rejected(inputId, ordinal, byteStart(), byteEnd(), reason, detail, hash)
        .sampled(sample);
  }

  /** Gives all records a flag, for what is odd about the file. */
  void flagAll(QualityFlag flag) {
    always.add(flag);
  }

  /** What was repaired in the current record, as far as its cells were asked for. */
  public Set<QualityFlag> flags() {
    Set<QualityFlag> flags = EnumSet.copyOf(always);
    if (scanner.replaced()) {
      flags.add(QualityFlag.DECODE_REPLACED);
    }
    if (start < resyncedUntil) {
      flags.add(QualityFlag.RESYNCED);
    }
    if (lenient) {
      flags.add(QualityFlag.LENIENT_QUOTES);
    }
    return flags;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
