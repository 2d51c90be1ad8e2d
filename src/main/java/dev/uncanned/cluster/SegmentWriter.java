package dev.uncanned.cluster;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.BitSet;
import java.util.List;

/**
 * Writes a {@link Segment}: the sections in their order, then {@link #finish}. Closed before that,
 * it removes the file.
 *
 * <p>Equal contents give equal bytes. The file is complete when {@code finish} returns; making it
 * durable is for who publishes it.
 */
final class SegmentWriter implements Closeable {

  private static final int FLUSH = 1 << 16;
  private static final int TEXTS_PER_BLOCK = 4096;

  private final Path file;
  private final FileChannel channel;
  private final int base;
  private final int count;
  private final BlockBytes sections = new BlockBytes();
  private final BlockBytes buffer = new BlockBytes();
  private final BitSet needed;
  private long sectionStart;
  private boolean finished;

  /**
   * @param file must not exist
   * @param base number of the first text
   * @param count number of texts
   */
  SegmentWriter(Path file, StateRules rules, int base, int count) throws IOException {
    this.file = file;
    this.base = base;
    this.count = count;
    this.needed = new BitSet(count);
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    byte[] magic = Segment.MAGIC_START.getBytes(StandardCharsets.US_ASCII);
    byte[] lines = rules.lines().getBytes(StandardCharsets.UTF_8);
    buffer.put(magic, magic.length);
    buffer.beginBlock();
    buffer.put(lines, lines.length);
    buffer.endBlock();
    buffer.drainTo(channel);
    sectionStart = channel.position();
  }

  BandWriter band() {
    return new BandWriter(base, count);
  }

  /**
   * Writes the section of the next band.
   *
   * @param anchors the texts that stand for a bucket, counted from the first of the segment: their
   *     shingles will be needed
   */
  void band(BlockBytes rows, BitSet anchors) throws IOException {
    needed.or(anchors);
    rows.drainTo(channel);
    endSection();
  }

  /** The shingles of a text, or null for a text too short to be compared. */
  interface ShinglesOf {
    int[] get(int text) throws IOException;
  }

  /**
   * Writes the shingles of the texts that later nights may be compared with: those that stand for a
   * bucket.
   */
  void shingles(ShinglesOf shingles) throws IOException {
    BlockBytes sets = new BlockBytes();
    BlockBytes lengths = new BlockBytes();
    int inBlock = 0;
    for (int i = 0; i < count; i++) {
      int[] set = needed.get(i) ? shingles.get(base + i) : null;
      lengths.putVarint(set == null ? 0 : set.length + 1L);
      if (set != null) {
        sets.putInts(set);
      }
      inBlock++;
      if (sets.length() >= FLUSH || inBlock == TEXTS_PER_BLOCK || i == count - 1) {
        shingleBlock(inBlock, lengths, sets);
        inBlock = 0;
      }
    }
    endSection();
  }

  private void shingleBlock(int inBlock, BlockBytes lengths, BlockBytes sets) throws IOException {
    buffer.beginBlock();
    buffer.putInt(inBlock);
    buffer.put(lengths.array(), lengths.length());
    buffer.put(sets.array(), sets.length());
    buffer.endBlock();
    buffer.drainTo(channel);
    lengths.clear();
    sets.clear();
  }

  /**
   * Writes the texts.
   *
   * @param fingerprints two numbers for each text of the segment
   * @param leaders for each text of the segment the text that named its component on its night
   */
  void texts(long[] fingerprints, int[] leaders) throws IOException {
    for (int from = 0; from < count; from += TEXTS_PER_BLOCK) {
      int to = Math.min(count, from + TEXTS_PER_BLOCK);
      buffer.beginBlock();
      for (int i = from; i < to; i++) {
        buffer.putLong(fingerprints[2 * i]);
        buffer.putLong(fingerprints[2 * i + 1]);
        buffer.putVarint(base + i - leaders[i]);
      }
      buffer.endBlock();
      buffer.drainTo(channel);
    }
    endSection();
  }

  /** Writes the merges, and with them the contents: the segment is complete. */
  void finish(List<Merge> merges, long[] nights, int[] sizes) throws IOException {
    for (int from = 0; from < merges.size(); from += TEXTS_PER_BLOCK) {
      buffer.beginBlock();
      for (Merge merge : merges.subList(from, Math.min(merges.size(), from + TEXTS_PER_BLOCK))) {
        buffer.putInt(merge.old());
        buffer.putInt(merge.survivor());
        buffer.putLong(merge.night());
      }
      buffer.endBlock();
      buffer.drainTo(channel);
    }
    endSection();
    long contentsAt = channel.position();
    buffer.beginBlock();
    buffer.putInt(base);
    buffer.putInt(nights.length);
    for (int i = 0; i < nights.length; i++) {
      buffer.putLong(nights[i]);
      buffer.putInt(sizes[i]);
    }
    buffer.put(sections.array(), sections.length());
    buffer.endBlock();
    buffer.putLong(contentsAt);
    byte[] magic = Segment.MAGIC_END.getBytes(StandardCharsets.US_ASCII);
    buffer.put(magic, magic.length);
    buffer.drainTo(channel);
    finished = true;
  }

  private void endSection() throws IOException {
    long at = channel.position();
    sections.putLong(at - sectionStart);
    sectionStart = at;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    if (!finished) {
      Files.deleteIfExists(file);
    }
  }
}
