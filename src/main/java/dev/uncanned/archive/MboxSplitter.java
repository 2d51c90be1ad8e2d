package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/**
 * Cuts a range of an mbox into its mails, byte by byte and without decoding anything.
 *
 * <p>A mail belongs to the range that its first byte is in ({@link MboxSeparator}), and is handed
 * out whole even where it ends behind the range; what stands before the first mail of the file
 * belongs to the range that starts at 0. So the pieces of any set of ranges that tile the file are
 * the pieces of the file. Memory: a window of a few megabytes, and as much as is to be kept of a
 * mail that does not fit into half of it.
 *
 * <p>A file whose mails are kept apart by {@code Content-Length} ({@link MboxLength}) can only be
 * read as a whole. Not thread-safe; used once.
 */
final class MboxSplitter {

  /** Bytes of the file in memory, unless a mail needs more. */
  static final int WINDOW = 2 << 20;

  /** Bytes at the beginning of a file that tell its dialect. */
  static final int HEAD = 1 << 20;

  private static final int LENGTH = MboxSeparator.FROM.length();

  /** Eight line feeds, and what finds the bytes of a long that are zero. */
  private static final long FEEDS = 0x0A0A0A0A0A0A0A0AL;

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final MboxWindow window;
  private final long start;
  private final long end;
  private final MboxLength.Use lengths;
  private final Consumer<MboxPiece> out;
  private int scan;
  private boolean escaped;
  private boolean doubtful;
  private long mails;
  private long refused;
  private long spanStart;
  private long spanEnd;
  private long lengthEnd = -1;

  /**
   * Reads the beginning of a range.
   *
   * @param in the file from {@link #from} on
   * @param start first byte of the range
   * @param end byte behind it; -1: the end of the file
   * @param out takes the pieces, in order
   */
  MboxSplitter(InputStream in, long start, long end, Consumer<MboxPiece> out) {
    this(new MboxWindow(in, from(start), WINDOW, Budgets.MAIL_BYTES), start, end, out);
  }

  MboxSplitter(MboxWindow window, long start, long end, Consumer<MboxPiece> out) {
    this.window = window;
    this.start = start;
    this.end = end < 0 ? Long.MAX_VALUE : end;
    this.out = out;
    this.spanStart = start;
    this.spanEnd = start;
    this.scan = (int) Math.min(start - from(start), window.filled());
    int head = Math.min(window.filled(), HEAD);
    boolean whole = window.isEnded() && head == window.filled();
    boolean allowed = start == 0 && end < 0;
    this.lengths = allowed ? MboxLength.in(window.bytes(), head, whole) : MboxLength.Use.NONE;
  }

  /** The byte at which the file has to be opened for a range that starts at {@code start}. */
  static long from(long start) {
    return Math.max(0, start - MboxSeparator.BACK);
  }

  /** Hands out all pieces of the range. */
  void split() {
    if (start >= end) {
      return;
    }
    if (start == 0) {
      window.open(0);
    }
    for (int at = next(); at >= 0; at = next()) {
      if (!isSeparator(at)) {
        continue;
      }
      if (window.isOpen()) {
        close(at);
      }
      if (window.offset(at) >= end) {
        return;
      }
      openMail(at);
    }
    if (window.isOpen()) {
      close(window.filled());
    }
  }

  /** Lines of this range's mails that start with {@code From } and are no separators. */
  long refused() {
    return refused;
  }

  /** The bytes that the pieces covered; empty if no mail starts in the range. */
  MboxSpan span() {
    return new MboxSpan(spanStart, spanEnd);
  }

  /** Why reading ended too early; null if it did not. */
  IOException failure() {
    return window.failure();
  }

  /** The index of the next line that starts with {@code From }; -1 where none of interest is. */
  private int next() {
    while (true) {
      int limit = window.filled() - (window.isEnded() ? LENGTH - 1 : MboxSeparator.AHEAD);
      int at = find(window.bytes(), scan, limit);
      if (at < limit) {
        scan = at + 1;
        return at;
      }
      scan = Math.max(scan, limit);
      boolean done = !window.isOpen() && window.offset(scan) >= end;
      if (window.isEnded() || done) {
        return -1;
      }
      scan = window.more(scan);
    }
  }

  private int find(byte[] bytes, int from, int limit) {
    if (window.offset(from) <= MboxSeparator.MARK_BYTES) {
      // Only at its beginning a file has a line that starts behind no line feed.
      int start = MboxSeparator.firstLine(bytes, window.filled());
      if (from <= start && start < limit && MboxSeparator.isFrom(bytes, start, bytes.length)) {
        return start;
      }
    }
    int at = Math.max(from - 1, 0);
    int last = limit - 1;
    while (at < last) {
      at = lineFeed(bytes, at, last) + 1;
      if (at <= last && at >= from) {
        if (bytes[at] == 'F' && MboxSeparator.isFrom(bytes, at, bytes.length)) {
          return at;
        }
        escaped |= bytes[at] == '>';
      }
    }
    return limit;
  }

  /** The index of the next line feed, or {@code to}; up to 32 bytes at a time. */
  private static int lineFeed(byte[] bytes, int from, int to) {
    int at = from;
    while (at + 4 * Long.BYTES <= to
        && (feeds(bytes, at)
                | feeds(bytes, at + Long.BYTES)
                | feeds(bytes, at + 2 * Long.BYTES)
                | feeds(bytes, at + 3 * Long.BYTES))
            == 0) {
      at += 4 * Long.BYTES;
    }
    for (; at + Long.BYTES <= to; at += Long.BYTES) {
      long found = feeds(bytes, at);
      if (found != 0) {
        return at + Long.numberOfTrailingZeros(found) / Byte.SIZE;
      }
    }
    while (at < to && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Of eight bytes, the lowest bit that is set is in the first line feed; 0 if there is none. */
  private static long feeds(byte[] bytes, int at) {
    long differing = (long) LONGS.get(bytes, at) ^ FEEDS;
    return (differing - ONES) & ~differing & HIGHS;
  }

  private boolean isSeparator(int at) {
    byte[] bytes = window.bytes();
    long offset = window.offset(at);
    if (offset == lengthEnd) {
      return true;
    }
    boolean separator = MboxSeparator.isAt(bytes, at, window.filled(), offset);
    if (!separator && window.isOpen()) {
      refused++;
      doubtful |= MboxSeparator.isLikeSeparator(bytes, at, window.filled());
    }
    return separator;
  }

  private void openMail(int at) {
    mails++;
    escaped = false;
    doubtful = false;
    window.open(at);
    if (lengths != MboxLength.Use.NONE) {
      skipByLength(at);
    }
  }

  /** Goes on at the end of a mail whose length is right. */
  private void skipByLength(int start) {
    int at = start;
    int next = lengthEnd(at);
    while (next == MboxLength.BEYOND) {
      int moved = window.grow(at);
      at = moved < 0 ? at : moved;
      next = moved < 0 ? MboxLength.NONE : lengthEnd(at);
    }
    // What is skipped is not searched for escaped lines, so they are looked for later.
    escaped = next >= 0;
    scan = next < 0 ? at + 1 : next;
    lengthEnd = next < 0 ? -1 : window.offset(next);
  }

  private int lengthEnd(int at) {
    return MboxLength.end(window.bytes(), at, window.filled(), window.isEnded());
  }

  private void close(int at) {
    MboxPiece piece =
        window.close(MboxPiece.Kind.MAIL, at, escaped && lengths != MboxLength.Use.ALONE, doubtful);
    if (piece.start() == piece.end()) {
      return;
    }
    if (spanStart == spanEnd) {
      spanStart = piece.start();
    } else if (piece.start() != spanEnd) {
      throw new IllegalStateException("pieces do not follow each other");
    }
    spanEnd = piece.end();
    out.accept(mails > 0 ? piece : piece.ofKind(leadKind(piece)));
  }

  private static MboxPiece.Kind leadKind(MboxPiece piece) {
    if (piece.last()) {
      return MboxPiece.Kind.NO_MAIL;
    }
    boolean mark =
        !piece.isCut() && MailSniffer.skipBlank(piece.copy()) == piece.to() - piece.from();
    return mark ? MboxPiece.Kind.MARK : MboxPiece.Kind.PREAMBLE;
  }
}
