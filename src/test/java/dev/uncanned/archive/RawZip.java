package dev.uncanned.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Writes ZIPs byte by byte, also such as no library would write. */
final class RawZip {

  static final int UNIX_LINK = 0120777;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final List<Entry> entries = new ArrayList<>();

  /** An entry; what is changed before it is added is a lie. */
  static final class Entry {
    byte[] localName;
    byte[] name;
    byte[] data;
    int method = 8;
    int localMethod = 8;
    int flags;
    long crc;
    long size;
    long packed;
    int mode;
    int header = -1;
    byte[] extra = {};

    Entry(String name, byte[] plain) {
      this.name = name.getBytes(StandardCharsets.UTF_8);
      this.localName = this.name;
      this.data = deflated(plain);
      this.size = plain.length;
      this.packed = data.length;
      CRC32 sum = new CRC32();
      sum.update(plain);
      this.crc = sum.getValue();
    }

    Entry(String name, String plain) {
      this(name, plain.getBytes(StandardCharsets.UTF_8));
    }

    Entry stored(byte[] plain) {
      data = plain;
      packed = plain.length;
      method = 0;
      localMethod = 0;
      return this;
    }
  }

  static byte[] deflated(byte[] plain) {
    Deflater deflater =
        new Deflater(
            plain.length > 1 << 24 ? Deflater.BEST_SPEED : Deflater.BEST_COMPRESSION, true);
    deflater.setInput(plain);
    deflater.finish();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    while (!deflater.finished()) {
      packed.write(buffer, 0, deflater.deflate(buffer));
    }
    deflater.end();
    return packed.toByteArray();
  }

  RawZip add(String name, String text) {
    return add(new Entry(name, text));
  }

  RawZip add(Entry entry) {
    if (entry.header < 0) {
      entry.header = out.size();
    }
    boolean behind = (entry.flags & ZipDirectory.SIZES_BEHIND) != 0;
    ByteBuffer local = buffer(30);
    local.putInt(0x04034b50).putShort((short) 20).putShort((short) entry.flags);
    local.putShort((short) entry.localMethod).putInt(0x21 << 16);
    local.putInt(behind ? 0 : (int) entry.crc);
    local.putInt(behind ? 0 : (int) entry.packed).putInt(behind ? 0 : (int) entry.size);
    local.putShort((short) entry.localName.length).putShort((short) 0);
    write(local);
    out.writeBytes(entry.localName);
    out.writeBytes(entry.data);
    if (behind) {
      ByteBuffer descriptor = buffer(16).putInt(0x08074b50).putInt((int) entry.crc);
      write(descriptor.putInt((int) entry.packed).putInt((int) entry.size));
    }
    entries.add(entry);
    return this;
  }

  /** The directory names an entry again, wherever its bytes are. */
  RawZip nameAgain(Entry entry) {
    entries.add(entry);
    return this;
  }

  int size() {
    return out.size();
  }

  /** The bytes so far, without a directory: a ZIP that is cut off. */
  byte[] withoutDirectory() {
    return out.toByteArray();
  }

  byte[] bytes() {
    return bytes(entries.size(), new byte[0]);
  }

  /** Ends the ZIP with a directory that says it has {@code count} entries. */
  byte[] bytes(int count, byte[] zip64) {
    int at = out.size();
    for (Entry entry : entries) {
      ByteBuffer central = buffer(46);
      central.putInt(0x02014b50).putShort((short) (3 << 8 | 20)).putShort((short) 20);
      central.putShort((short) entry.flags).putShort((short) entry.method).putInt(0x21 << 16);
      central.putInt((int) entry.crc).putInt((int) entry.packed).putInt((int) entry.size);
      central.putShort((short) entry.name.length).putShort((short) entry.extra.length);
      central.putShort((short) 0).putShort((short) 0).putShort((short) 0);
      central.putInt(entry.mode << 16).putInt(entry.header);
      write(central);
      out.writeBytes(entry.name);
      out.writeBytes(entry.extra);
    }
    int length = out.size() - at;
    out.writeBytes(zip64);
    ByteBuffer end = buffer(22).putInt(0x06054b50).putInt(0);
    end.putShort((short) count).putShort((short) count).putInt(length).putInt(at);
    write(end.putShort((short) 0));
    return out.toByteArray();
  }

  static ByteBuffer buffer(int length) {
    return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void write(ByteBuffer bytes) {
    out.writeBytes(bytes.array());
  }
}
