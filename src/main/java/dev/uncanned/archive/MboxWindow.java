package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of an mbox that is in memory: a stretch that moves along the file, and the beginning of
 * a mail that does not fit into it.
 *
 * <p>A failure of the stream ends it as the end of the file does, and is remembered.
 */
final class MboxWindow {

  /** A collected mail larger than this is let go after use. */
  private static final int LARGE = 8 << 20;

  /** Bytes read at once: more leave the processor's cache before they are looked at. */
  private static final int READ = 1 << 18;

  private static final long NONE = -1;

  private final InputStream in;
  private final int keep;
  private byte[] bytes;
  private long base;
  private int filled;
  private boolean ended;
  private IOException failure;

  private long pieceStart = NONE;
  private byte[] collected = new byte[0];
  private int collectedLength;
  private long collectedTo = NONE;

  /**
   * @param in the file from the byte {@code base} on
   * @param size bytes in memory, at least 4 kB
   * @param keep bytes that are kept of a piece
   */
  MboxWindow(InputStream in, long base, int size, int keep) {
    this.in = in;
    this.base = base;
    this.keep = keep;
    this.bytes = new byte[size];
    fill();
  }

  byte[] bytes() {
    return bytes;
  }

  /** Index behind the last byte that is there. */
  int filled() {
    return filled;
  }

  /** Whether nothing comes behind {@link #filled}. */
  boolean isEnded() {
    return ended;
  }

  /** Why the stream ended too early; null if it did not. */
  IOException failure() {
    return failure;
  }

  /** The place in the file of an index. */
  long offset(int at) {
    return base + at;
  }

  private void fill() {
    try {
      while (!ended && filled < bytes.length) {
        int n = in.read(bytes, filled, Math.min(READ, bytes.length - filled));
        ended = n < 0;
        filled += Math.max(n, 0);
      }
    } catch (IOException broken) {
      failure = broken;
      ended = true;
    }
  }

  /** Moves on so that there is more behind {@code at}; its new index. */
  int more(int at) {
    int from = Math.max(0, at - MboxSeparator.BACK);
    if (collectedTo != NONE) {
      collect((int) (collectedTo - base), at);
    } else if (pieceStart != NONE) {
      int piece = (int) (pieceStart - base);
      if (filled - piece <= bytes.length / 2) {
        from = Math.min(from, piece);
      } else {
        collect(piece, at);
      }
    }
    return drop(at, from);
  }

  /**
   * Makes room for a longer piece that begins at {@code at}, and reads; its new index, or -1 if it
   * is longer than what is kept of pieces.
   */
  int grow(int at) {
    int from = Math.max(0, at - MboxSeparator.BACK);
    if (filled - at >= keep) {
      return -1;
    }
    if (filled - from > bytes.length / 2) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    return drop(at, from);
  }

  private int drop(int at, int from) {
    System.arraycopy(bytes, from, bytes, 0, filled - from);
    base += from;
    filled -= from;
    fill();
    return at - from;
  }

  private void collect(int from, int to) {
    int length = Math.min(to - from, keep - collectedLength);
    if (collectedLength + length > collected.length) {
      long twice = Math.max(2L * collected.length, collectedLength + (long) length);
      collected = Arrays.copyOf(collected, (int) Math.min(twice, keep));
    }
    System.arraycopy(bytes, from, collected, collectedLength, length);
    collectedLength += length;
    collectedTo = base + to;
  }

  /** Starts a piece. */
  void open(int at) {
    pieceStart = base + at;
  }

  boolean isOpen() {
    return pieceStart != NONE;
  }

  /** Ends the piece; its bytes stay good until the window moves. */
  MboxPiece close(MboxPiece.Kind kind, int at, boolean escaped, boolean doubtful) {
    long start = pieceStart;
    boolean last = ended && at == filled;
    int from = (int) Math.max(0, start - base);
    int to = (int) Math.min(at, from + (long) keep);
    byte[] holder = bytes;
    if (collectedTo != NONE) {
      collect((int) (collectedTo - base), at);
      holder = collected;
      from = 0;
      to = collectedLength;
    }
    pieceStart = NONE;
    collectedTo = NONE;
    collectedLength = 0;
    collected = collected.length > LARGE ? new byte[0] : collected;
    return new MboxPiece(kind, start, base + at, holder, from, to, escaped, doubtful, last);
  }
}
