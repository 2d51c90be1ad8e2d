package dev.uncanned.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Finds the whole entries of a ZIP that is cut off, and so has no directory, by reading it from its
 * beginning.
 *
 * <p>Every entry is unpacked once and counts only if its checksum is right; at the first that is
 * not whole, the search ends. Entries that are not packed and do not say their size beforehand end
 * it too, since nothing shows where they end.
 */
final class ZipSalvage {

  private static final int DESCRIPTOR_SIGNATURE = 0x08074b50;
  private static final int BUFFER = 1 << 16;
  private static final long INT_MAX = 0xFFFFFFFFL;

  private final ZipBytes bytes;
  private final ByteBudget budget;
  private final List<ZipRecord> found = new ArrayList<>();
  private long at;

  private ZipSalvage(ZipBytes bytes, ByteBudget budget) {
    this.bytes = bytes;
    this.budget = budget;
  }

  /**
   * The whole entries, in order; may be none.
   *
   * @throws UnreadableException if an entry is encrypted or a budget is passed
   */
  static List<ZipRecord> read(ZipBytes bytes, ByteBudget budget) throws IOException {
    ZipSalvage salvage = new ZipSalvage(bytes, budget);
    while (salvage.next()) {
      if (salvage.found.size() > Budgets.ZIP_ENTRIES) {
        throw new UnreadableException(Reason.ZIP_ENTRIES, "too many entries");
      }
    }
    return salvage.found;
  }

  private boolean next() throws IOException {
    ByteBuffer header = ZipDirectory.little(bytes.read(at, ZipDirectory.LOCAL_BYTES));
    if (header.limit() < ZipDirectory.LOCAL_BYTES
        || header.getInt(0) != ZipDirectory.LOCAL_SIGNATURE) {
      return false;
    }
    int flags = ZipDirectory.unsigned(header.getShort(6));
    if ((flags & ZipDirectory.ENCRYPTED) != 0) {
      throw ZipDirectory.encrypted();
    }
    byte[] name = bytes.read(at + header.limit(), ZipDirectory.unsigned(header.getShort(26)));
    long start = at + header.limit() + name.length + ZipDirectory.unsigned(header.getShort(28));
    String text = ZipNames.decode(name, (flags & ZipNames.UTF_8_FLAG) != 0);
    int method = ZipDirectory.unsigned(header.getShort(8));
    boolean behind = (flags & ZipDirectory.SIZES_BEHIND) != 0;
    long packed = ZipDirectory.unsigned(header.getInt(18));
    boolean readable = method == ZipRecord.DEFLATED || (method == 0 && !behind);
    if (!readable || packed == INT_MAX || (!behind && packed > bytes.size() - start)) {
      return false;
    }
    long most = behind ? bytes.size() - start : packed;
    Unpacked whole = method == 0 ? stored(start, packed) : inflated(start, most);
    if (whole == null) {
      return false;
    }
    at = start + whole.packed;
    long crc = behind ? descriptor(whole) : ZipDirectory.unsigned(header.getInt(14));
    if (crc != whole.crc) {
      return false;
    }
    found.add(
        new ZipRecord(
            text, true, text.endsWith("/"), method, crc, whole.packed, whole.size, start, null));
    return true;
  }

  /** What an entry turned out to be. */
  private record Unpacked(long packed, long size, long crc) {}

  private Unpacked stored(long start, long length) throws IOException {
    CRC32 crc = new CRC32();
    byte[] buffer = new byte[BUFFER];
    for (long done = 0; done < length; ) {
      int n = bytes.read(start + done, buffer, 0, (int) Math.min(BUFFER, length - done));
      if (n == 0) {
        return null;
      }
      crc.update(buffer, 0, n);
      done += n;
      budget.spend(n, done, Math.max(length, 1));
    }
    return new Unpacked(length, length, crc.getValue());
  }

  /** Unpacks to where the packed bytes say that they end; null if they do not. */
  private Unpacked inflated(long start, long most) throws IOException {
    Inflater inflater = new Inflater(true);
    CRC32 crc = new CRC32();
    byte[] packed = new byte[BUFFER];
    byte[] plain = new byte[BUFFER];
    try {
      long fed = 0;
      while (!inflater.finished()) {
        int n = inflater.inflate(plain);
        crc.update(plain, 0, n);
        budget.spend(n, inflater.getBytesWritten(), Math.max(inflater.getBytesRead(), 1));
        if (n == 0 && !inflater.finished()) {
          int more = bytes.read(start + fed, packed, 0, (int) Math.min(BUFFER, most - fed));
          if (more == 0 || !inflater.needsInput()) {
            return null;
          }
          fed += more;
          inflater.setInput(packed, 0, more);
        }
      }
      return new Unpacked(inflater.getBytesRead(), inflater.getBytesWritten(), crc.getValue());
    } catch (DataFormatException broken) {
      return null;
    } finally {
      inflater.end();
    }
  }

  /** Passes over the record behind an entry, which has one of four shapes; its CRC, -1 if none. */
  private long descriptor(Unpacked whole) throws IOException {
    for (boolean signed : new boolean[] {true, false}) {
      for (int width : new int[] {4, 8}) {
        int length = (signed ? 4 : 0) + 4 + 2 * width;
        ByteBuffer record = ZipDirectory.little(bytes.read(at, length));
        if (record.limit() == length && describes(record, signed, width, whole)) {
          at += length;
          return whole.crc;
        }
      }
    }
    return -1;
  }

  private static boolean describes(ByteBuffer record, boolean signed, int width, Unpacked whole) {
    int crc = signed ? 4 : 0;
    boolean marked = !signed || record.getInt(0) == DESCRIPTOR_SIGNATURE;
    return marked
        && ZipDirectory.unsigned(record.getInt(crc)) == whole.crc
        && number(record, crc + 4, width) == whole.packed
        && number(record, crc + 4 + width, width) == whole.size;
  }

  private static long number(ByteBuffer record, int at, int width) {
    return width == 8 ? record.getLong(at) : ZipDirectory.unsigned(record.getInt(at));
  }
}
