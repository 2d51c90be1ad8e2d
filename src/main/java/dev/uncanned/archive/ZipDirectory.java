package dev.uncanned.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the directory at the end of a ZIP and checks it against the headers before the entries.
 *
 * <p>What ZIP readers differ about is where attacks hide; so an archive whose two lists of entries
 * do not say the same, or whose entries share bytes, is refused as a whole. Format: PKWARE APPNOTE
 * 6.3.10. Bytes before the first entry and archives in several volumes are not read.
 */
final class ZipDirectory {

  static final int LOCAL_SIGNATURE = 0x04034b50;
  static final int LOCAL_BYTES = 30;
  static final int ENCRYPTED = 1;
  static final int SIZES_BEHIND = 8;

  private static final int ENTRY_SIGNATURE = 0x02014b50;
  private static final int ENTRY_BYTES = 46;
  private static final int END_SIGNATURE = 0x06054b50;
  private static final int END_BYTES = 22;
  private static final int LOCATOR_SIGNATURE = 0x07064b50;
  private static final int LOCATOR_BYTES = 20;
  private static final int END64_SIGNATURE = 0x06064b50;
  private static final int END64_BYTES = 56;
  private static final int EXTRA_ZIP64 = 1;
  private static final int EXTRA_TIMES = 0x5455;
  private static final int SHORT_MAX = 0xFFFF;
  private static final long INT_MAX = 0xFFFFFFFFL;

  /** The most that DEFLATE can make of a byte is 1,032; a claim beyond it is a lie. */
  private static final long DEFLATE_RATIO = 1040;

  private final ZipBytes bytes;
  private final List<Placed> placed = new ArrayList<>();

  /** An entry, and where the header before it is. */
  private record Placed(ZipRecord entry, long header, byte[] name) {}

  /** The end of the directory: how many entries there are, and where the list of them is. */
  private record End(long entries, boolean exact, long at, long size, long endsBefore) {}

  private ZipDirectory(ZipBytes bytes) {
    this.bytes = bytes;
  }

  /**
   * All entries, folders among them, in the order of the directory.
   *
   * @return null if the file has no directory at its end: it is cut off
   * @throws UnreadableException if the archive is encrypted, or is not what it says
   */
  static List<ZipRecord> read(ZipBytes bytes) throws IOException {
    End end = end(bytes);
    if (end == null) {
      return null;
    }
    ZipDirectory directory = new ZipDirectory(bytes);
    directory.entries(end);
    return directory.checked(end);
  }

  private static End end(ZipBytes bytes) throws IOException {
    int window = (int) Math.min(bytes.size(), END_BYTES + SHORT_MAX);
    long base = bytes.size() - window;
    ByteBuffer tail = little(bytes.read(base, window));
    for (int i = tail.limit() - END_BYTES; i >= 0; i--) {
      if (tail.getInt(i) != END_SIGNATURE
          || i + END_BYTES + unsigned(tail.getShort(i + 20)) > tail.limit()) {
        continue;
      }
      End end = end(bytes, tail, i, base + i);
      if (end != null) {
        return end;
      }
    }
    return null;
  }

  /** The end record that stands at a place; null if what it points to is no directory. */
  private static End end(ZipBytes bytes, ByteBuffer tail, int i, long place) throws IOException {
    long entries = unsigned(tail.getShort(i + 10));
    long size = unsigned(tail.getInt(i + 12));
    long at = unsigned(tail.getInt(i + 16));
    End end = new End(entries, false, at, size, place);
    ByteBuffer locator = little(bytes.read(place - LOCATOR_BYTES, LOCATOR_BYTES));
    if (place >= LOCATOR_BYTES && locator.getInt(0) == LOCATOR_SIGNATURE) {
      end = end64(bytes, locator.getLong(8), place - LOCATOR_BYTES, end);
    }
    boolean inside = end.at >= 0 && end.size >= 0 && end.at <= end.endsBefore - end.size;
    if (!inside) {
      return null;
    }
    if (end.size == 0) {
      return end;
    }
    ByteBuffer first = little(bytes.read(end.at, 4));
    return first.limit() == 4 && first.getInt(0) == ENTRY_SIGNATURE ? end : null;
  }

  private static End end64(ZipBytes bytes, long at, long before, End small) throws IOException {
    ByteBuffer record = little(bytes.read(Math.max(at, 0), END64_BYTES));
    boolean there = at >= 0 && at <= before - END64_BYTES && record.getInt(0) == END64_SIGNATURE;
    if (!there) {
      throw damaged("the Zip64 record is not where it should be");
    }
    End large = new End(record.getLong(32), true, record.getLong(48), record.getLong(40), at);
    boolean same =
        agrees(small.entries, SHORT_MAX, large.entries)
            && agrees(small.size, INT_MAX, large.size)
            && agrees(small.at, INT_MAX, large.at);
    if (!same) {
      throw damaged("the Zip64 record and the end record differ");
    }
    return large;
  }

  private static boolean agrees(long small, long escape, long large) {
    return small == escape || small == large;
  }

  private void entries(End end) throws IOException {
    if (end.entries > Budgets.ZIP_ENTRIES || end.size > Budgets.ZIP_DIRECTORY_BYTES) {
      throw tooMany();
    }
    ByteBuffer list = little(bytes.read(end.at, (int) end.size));
    int at = 0;
    while (at < list.limit()) {
      boolean whole = list.limit() - at >= ENTRY_BYTES && list.getInt(at) == ENTRY_SIGNATURE;
      int length = whole ? length(list, at) : 0;
      if (!whole || length > list.limit() - at) {
        throw damaged("the list of entries is broken");
      }
      if (placed.size() == Budgets.ZIP_ENTRIES) {
        throw tooMany();
      }
      placed.add(entry(list, at, end));
      at += length;
    }
    long counted = end.exact ? placed.size() : placed.size() & SHORT_MAX;
    if (counted != end.entries) {
      throw damaged("the list of entries is not as long as it says");
    }
  }

  private static int length(ByteBuffer list, int at) {
    return ENTRY_BYTES
        + unsigned(list.getShort(at + 28))
        + unsigned(list.getShort(at + 30))
        + unsigned(list.getShort(at + 32));
  }

  private Placed entry(ByteBuffer list, int at, End end) throws UnreadableException {
    int flags = unsigned(list.getShort(at + 8));
    if ((flags & ENCRYPTED) != 0) {
      throw encrypted();
    }
    byte[] name = new byte[unsigned(list.getShort(at + 28))];
    list.get(at + ENTRY_BYTES, name);
    int extra = at + ENTRY_BYTES + name.length;
    int extraEnd = extra + unsigned(list.getShort(at + 30));
    long size = unsigned(list.getInt(at + 24));
    long packed = unsigned(list.getInt(at + 20));
    long header = unsigned(list.getInt(at + 42));
    int zip64 = field(list, extra, extraEnd, EXTRA_ZIP64);
    int zip64End = zip64 < 0 ? 0 : zip64 + unsigned(list.getShort(zip64 - 2));
    if (size == INT_MAX && zip64 >= 0) {
      size = longAt(list, zip64, zip64End);
      zip64 += 8;
    }
    if (packed == INT_MAX && zip64 >= 0) {
      packed = longAt(list, zip64, zip64End);
      zip64 += 8;
    }
    if (header == INT_MAX && zip64 >= 0) {
      header = longAt(list, zip64, zip64End);
    }
    int method = unsigned(list.getShort(at + 10));
    requirePossible(method, packed, size, header, end);
    int madeBy = unsigned(list.getShort(at + 4)) >>> 8;
    int mode = list.getInt(at + 38) >>> 16;
    String text = ZipNames.decode(name, (flags & ZipNames.UTF_8_FLAG) != 0);
    ZipRecord entry =
        new ZipRecord(
            text,
            ZipNames.isRegular(madeBy, mode),
            ZipNames.isFolder(text, madeBy, mode),
            method,
            unsigned(list.getInt(at + 16)),
            packed,
            size,
            -1,
            changed(list, at, field(list, extra, extraEnd, EXTRA_TIMES)));
    return new Placed(entry, header, name);
  }

  private static void requirePossible(int method, long packed, long size, long header, End end)
      throws UnreadableException {
    boolean inside = packed >= 0 && header >= 0 && header <= end.at && packed <= end.at - header;
    boolean possible =
        method == ZipRecord.STORED
            ? size == packed
            : size >= 0 && size / DEFLATE_RATIO <= packed + 1;
    if (!inside || !possible) {
      throw damaged("an entry claims a size or a place that it cannot have");
    }
  }

  /** Place of the content of an extra field; -1 if there is none. */
  private static int field(ByteBuffer list, int from, int end, int id) {
    int at = from;
    while (end - at >= 4) {
      int length = unsigned(list.getShort(at + 2));
      if (length > end - at - 4) {
        return -1;
      }
      if (unsigned(list.getShort(at)) == id) {
        return at + 4;
      }
      at += 4 + length;
    }
    return -1;
  }

  private static long longAt(ByteBuffer list, int at, int end) throws UnreadableException {
    if (end - at < 8) {
      throw damaged("a Zip64 field is too short");
    }
    return list.getLong(at);
  }

  /**
   * The time of the last change: exact where the archive says it in UTC, else its clock time taken
   * as UTC, since the time zone of this machine must not matter.
   */
  private static Instant changed(ByteBuffer list, int at, int times) {
    if (times >= 0 && unsigned(list.getShort(times - 2)) >= 5 && (list.get(times) & 1) != 0) {
      return Instant.ofEpochSecond(list.getInt(times + 1));
    }
    int time = unsigned(list.getShort(at + 12));
    int date = unsigned(list.getShort(at + 14));
    try {
      return LocalDateTime.of(
              1980 + (date >>> 9),
              date >>> 5 & 0xF,
              date & 0x1F,
              time >>> 11,
              time >>> 5 & 0x3F,
              (time & 0x1F) * 2)
          .toInstant(ZoneOffset.UTC);
    } catch (DateTimeException noDate) {
      return null;
    }
  }

  /** Goes through the headers in the order of the file; fills in where the data begins. */
  private List<ZipRecord> checked(End end) throws IOException {
    Integer[] order = new Integer[placed.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    Arrays.sort(order, Comparator.comparingLong(i -> placed.get(i).header));
    ZipRecord[] records = new ZipRecord[order.length];
    long free = 0;
    for (int i : order) {
      Placed entry = placed.get(i);
      if (entry.header < free) {
        throw overlap();
      }
      records[i] = checked(entry);
      free = records[i].start() + records[i].packed();
      if (free > end.at) {
        throw overlap();
      }
    }
    return List.of(records);
  }

  private ZipRecord checked(Placed entry) throws IOException {
    ByteBuffer header = little(bytes.read(entry.header, LOCAL_BYTES + entry.name.length));
    boolean same =
        header.limit() == LOCAL_BYTES + entry.name.length
            && header.getInt(0) == LOCAL_SIGNATURE
            && unsigned(header.getShort(8)) == entry.entry.method()
            && unsigned(header.getShort(26)) == entry.name.length
            && ByteBuffer.wrap(entry.name).equals(header.slice(LOCAL_BYTES, entry.name.length))
            && sameSizes(header, entry.entry);
    if (!same) {
      throw damaged("the header of an entry and the list of entries differ");
    }
    ZipRecord at = entry.entry;
    long start = entry.header + LOCAL_BYTES + entry.name.length + unsigned(header.getShort(28));
    return new ZipRecord(
        at.name(),
        at.regular(),
        at.folder(),
        at.method(),
        at.crc(),
        at.packed(),
        at.size(),
        start,
        at.changed());
  }

  private static boolean sameSizes(ByteBuffer header, ZipRecord entry) {
    if ((header.getShort(6) & SIZES_BEHIND) != 0) {
      return true;
    }
    return unsigned(header.getInt(14)) == entry.crc()
        && agrees(unsigned(header.getInt(18)), INT_MAX, entry.packed())
        && agrees(unsigned(header.getInt(22)), INT_MAX, entry.size());
  }

  static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  static int unsigned(short value) {
    return value & SHORT_MAX;
  }

  static long unsigned(int value) {
    return value & INT_MAX;
  }

  static UnreadableException damaged(String detail) {
    return new UnreadableException(Reason.ZIP_DAMAGED, detail);
  }

  static UnreadableException encrypted() {
    return new UnreadableException(Reason.ZIP_ENCRYPTED, "the archive is encrypted");
  }

  private static UnreadableException overlap() {
    return new UnreadableException(Reason.ZIP_OVERLAP, "entries share bytes");
  }

  private static UnreadableException tooMany() {
    return new UnreadableException(
        Reason.ZIP_ENTRIES,
        "more than " + Budgets.ZIP_ENTRIES + " entries, or names beyond the limit");
  }
}
