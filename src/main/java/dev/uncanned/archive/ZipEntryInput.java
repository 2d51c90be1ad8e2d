package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks one entry of a ZIP and checks at its end that it is what the directory says.
 *
 * <p>A wrong checksum or size is found only once everything came out; what came out before stands.
 */
final class ZipEntryInput extends InputStream {

  private static final int MOST_BUFFER = 1 << 16;
  private static final int LEAST_BUFFER = 512;

  private final ZipBytes bytes;
  private final ZipRecord entry;
  private final Inflater inflater;
  private final CRC32 crc = new CRC32();
  private final byte[] buffer;
  private final byte[] one = new byte[1];
  private long taken;
  private long produced;
  private boolean ended;

  ZipEntryInput(ZipBytes bytes, ZipRecord entry) {
    this.bytes = bytes;
    this.entry = entry;
    boolean deflated = entry.method() == ZipRecord.DEFLATED;
    this.inflater = deflated ? new Inflater(true) : null;
    this.buffer = new byte[(int) Math.min(MOST_BUFFER, Math.max(entry.packed(), LEAST_BUFFER))];
  }

  @Override
  public int read() throws IOException {
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (ended) {
      return -1;
    }
    int n = inflater == null ? copy(target, offset, length) : inflate(target, offset, length);
    if (n > 0) {
      crc.update(target, offset, n);
      produced += n;
      return n;
    }
    ended = true;
    if (produced != entry.size() || crc.getValue() != entry.crc()) {
      throw ZipDirectory.damaged("the checksum or the size of an entry is wrong");
    }
    return -1;
  }

  private int copy(byte[] target, int offset, int length) throws IOException {
    int wanted = (int) Math.min(length, entry.packed() - taken);
    int n = bytes.read(entry.start() + taken, target, offset, wanted);
    if (n < wanted) {
      throw ZipDirectory.damaged("an entry ends too early");
    }
    taken += n;
    return n;
  }

  private int inflate(byte[] target, int offset, int length) throws IOException {
    try {
      while (true) {
        int n = inflater.inflate(target, offset, length);
        if (n > 0) {
          return n;
        }
        if (inflater.finished()) {
          return 0;
        }
        if (!inflater.needsInput() || !feed()) {
          throw ZipDirectory.damaged("an entry ends too early");
        }
      }
    } catch (DataFormatException broken) {
      throw ZipDirectory.damaged("the packed bytes of an entry are broken");
    }
  }

  private boolean feed() throws IOException {
    int wanted = (int) Math.min(buffer.length, entry.packed() - taken);
    int n = wanted == 0 ? 0 : bytes.read(entry.start() + taken, buffer, 0, wanted);
    taken += n;
    inflater.setInput(buffer, 0, n);
    return n > 0;
  }

  @Override
  public void close() {
    ended = true;
    if (inflater != null) {
      inflater.end();
    }
  }
}
