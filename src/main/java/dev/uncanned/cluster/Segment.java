package dev.uncanned.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One immutable file of the state: all that the texts of one night, or of several nights in a row,
 * add to it.
 *
 * <p>Layout, numbers little-endian: {@value #MAGIC_START}; a block with the {@link StateRules};
 * sections of blocks; a block with the contents (number of the first text, the nights with their
 * numbers of texts, the lengths of the sections); where that block starts; {@value #MAGIC_END}.
 * Sections: one for each band ({@link BandWriter}), shingles, texts (fingerprints and components),
 * merges. Every block carries a checksum, so that each flipped bit and each missing byte is found.
 *
 * <p>Texts are numbered through all segments by their order key ({@link NightText}).
 */
final class Segment implements Closeable {

  static final String MAGIC_START = "UNCSEG01";
  static final String MAGIC_END = "10GESCNU";

  /** Sections beside those of the bands, which come first. */
  static final int OTHER_SECTIONS = 3;

  private static final int TAIL = Long.BYTES + MAGIC_END.length();

  private final Path file;
  private final FileChannel channel;
  private int bands;
  private long[] starts;
  private int base;
  private int count;
  private long[] nights;
  private int[] sizes;

  private Segment(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens a segment and reads what it says of itself.
   *
   * @throws StateException if it is damaged or was made by other rules
   */
  static Segment open(Path file, StateRules rules) throws IOException {
    return open(
        file,
        lines -> {
          String differences = rules.differences(lines);
          if (!differences.isEmpty()) {
            throw StateException.mixed(file, differences);
          }
        });
  }

  /**
   * Opens a segment whatever the rules it was made by, to learn which texts it holds.
   *
   * @throws StateException if it is damaged, or has a layout that this version does not know
   */
  static Segment openAny(Path file) throws IOException {
    return open(file, lines -> {});
  }

  /** Looks at the lines of the rules by which a segment was made. */
  private interface RulesCheck {
    void check(String lines) throws StateException;
  }

  private static Segment open(Path file, RulesCheck rules) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    Segment segment = new Segment(file, channel);
    try {
      segment.readHead(rules);
      segment.readContents();
      return segment;
    } catch (IOException | RuntimeException failed) {
      channel.close();
      throw failed;
    }
  }

  /** Number of the first text. */
  int base() {
    return base;
  }

  /** Number of texts. */
  int count() {
    return count;
  }

  /** The nights with new texts, rising. */
  long[] nights() {
    return nights;
  }

  /** How many texts each night has. */
  int[] sizes() {
    return sizes;
  }

  long lastNight() {
    return nights[nights.length - 1];
  }

  BandReader band(int band) {
    return new BandReader(section(band), base, count);
  }

  /** The section that {@link ShingleReader} reads. */
  BlockReader shingles() {
    return section(bands);
  }

  /**
   * Reads the texts.
   *
   * @param fingerprints gets two numbers for each text
   * @param leaders gets the number of the text that named the component of each on its night
   * @param from where in {@code leaders}, and at twice that in {@code fingerprints}, to begin
   */
  void readTexts(long[] fingerprints, int[] leaders, int from) throws IOException {
    BlockReader blocks = section(bands + 1);
    int read = 0;
    while (blocks.next()) {
      while (!blocks.atEnd() && read < count) {
        fingerprints[2 * (from + read)] = blocks.getLong();
        fingerprints[2 * (from + read) + 1] = blocks.getLong();
        long leader = base + read - blocks.getVarint();
        if (leader < 0 || leader > base + read) {
          throw damaged("component of a text");
        }
        leaders[from + read++] = (int) leader;
      }
    }
    if (read != count) {
      throw damaged("number of texts");
    }
  }

  /** Reads the merges, from the first to the last. */
  List<Merge> readMerges() throws IOException {
    List<Merge> merges = new ArrayList<>();
    BlockReader blocks = section(bands + 2);
    while (blocks.next()) {
      while (!blocks.atEnd()) {
        Merge merge = new Merge(blocks.getInt(), blocks.getInt(), blocks.getLong());
        if (merge.survivor() < 0
            || merge.survivor() >= merge.old()
            || merge.old() >= base + count) {
          throw damaged("a merge");
        }
        merges.add(merge);
      }
    }
    return merges;
  }

  StateException damaged(String what) {
    return StateException.damaged(file, what);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private BlockReader section(int section) {
    return new BlockReader(channel, file, starts[section], starts[section + 1]);
  }

  private void readHead(RulesCheck rules) throws IOException {
    long size = channel.size();
    if (size < MAGIC_START.length() + TAIL || !read(0, MAGIC_START.length()).equals(MAGIC_START)) {
      throw damaged("no segment");
    }
    BlockReader head = new BlockReader(channel, file, MAGIC_START.length(), size - TAIL);
    if (!head.next()) {
      throw damaged("cut off");
    }
    String lines = new String(head.block(), 0, head.length(), StandardCharsets.UTF_8);
    if (!StateRules.areReadable(lines)) {
      throw StateException.newer(file);
    }
    rules.check(lines);
    bands = StateRules.bands(lines);
    starts = new long[bands + OTHER_SECTIONS + 1];
    starts[0] = MAGIC_START.length() + BlockBytes.BLOCK_HEAD + head.length();
  }

  private void readContents() throws IOException {
    long size = channel.size();
    if (!read(size - MAGIC_END.length(), MAGIC_END.length()).equals(MAGIC_END)) {
      throw damaged("cut off");
    }
    ByteBuffer tail = bytes(size - TAIL, Long.BYTES);
    long contentsAt = Long.reverseBytes(tail.getLong());
    if (contentsAt < starts[0] || contentsAt > size - TAIL) {
      throw damaged("place of the contents");
    }
    BlockReader contents = new BlockReader(channel, file, contentsAt, size - TAIL);
    if (!contents.next() || contents.length() < 2 * Integer.BYTES) {
      throw damaged("no contents");
    }
    base = contents.getInt();
    nights = new long[contents.getInt()];
    sizes = new int[nights.length];
    for (int i = 0; i < nights.length; i++) {
      nights[i] = contents.getLong();
      sizes[i] = contents.getInt();
    }
    count = Math.toIntExact(Arrays.stream(sizes).asLongStream().sum());
    for (int i = 1; i < starts.length; i++) {
      starts[i] = starts[i - 1] + contents.getLong();
    }
    if (starts[starts.length - 1] != contentsAt) {
      throw damaged("lengths of the sections");
    }
  }

  private String read(long at, int length) throws IOException {
    return new String(bytes(at, length).array(), StandardCharsets.US_ASCII);
  }

  private ByteBuffer bytes(long at, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes, at + bytes.position()) < 0) {
        throw damaged("cut off");
      }
    }
    return bytes.flip();
  }
}
