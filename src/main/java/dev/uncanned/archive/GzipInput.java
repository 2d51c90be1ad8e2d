package dev.uncanned.archive;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks a gzip file of one member or several, within the budget for packed files.
 *
 * <p>Where it is damaged or ends too early, reading fails with {@link Reason#GZIP_DAMAGED}; what
 * came out before is good.
 */
final class GzipInput extends FilterInputStream {

  /** How many bytes of a file tell whether it is gzip. */
  static final int HEAD_BYTES = 3;

  private static final int BUFFER = 1 << 16;

  private GzipInput(InputStream unpacked) {
    super(unpacked);
  }

  /** Whether a file begins as gzip files do. */
  static boolean isGzip(byte[] head) {
    return head.length > 2 && head[0] == 0x1F && head[1] == (byte) 0x8B && head[2] == 8;
  }

  /**
   * Opens a gzip file.
   *
   * @param in its bytes; closed with the result, and where this fails
   * @param packed how many these are, the base of the ratio
   * @throws UnreadableException if it does not begin as a gzip file
   */
  static InputStream open(InputStream in, long packed, ByteBudget budget) throws IOException {
    try {
      InputStream unpacked = new GZIPInputStream(in, BUFFER);
      return new GzipInput(new BudgetedInput(unpacked, packed, budget));
    } catch (IOException broken) {
      in.close();
      throw damaged(broken);
    }
  }

  /** The bytes of a stream whose beginning was read, unpacked if they are gzip. */
  static InputStream unpacked(byte[] head, InputStream rest, long packed) throws IOException {
    InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), rest);
    return isGzip(head) ? open(all, packed, new ByteBudget()) : all;
  }

  @Override
  public int read() throws IOException {
    try {
      return super.read();
    } catch (IOException broken) {
      throw damaged(broken);
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    try {
      return super.read(target, offset, length);
    } catch (IOException broken) {
      throw damaged(broken);
    }
  }

  private static IOException damaged(IOException failure) {
    boolean broken = failure instanceof ZipException || failure instanceof EOFException;
    return broken
        ? new UnreadableException(Reason.GZIP_DAMAGED, "the gzip file is damaged or cut off")
        : failure;
  }
}
