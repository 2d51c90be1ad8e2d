package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.function.IntFunction;

/**
 * What a run found the clusters to be like, kept so that the next run describes only those anew
 * that are not as they were.
 *
 * <p>For each text of the state how many messages carried it, when it was first sent, and how
 * similar it was to the medoid and to the oldest text; with the medoid what is said of its cluster.
 * A text takes about 18 bytes in the file and 20 in memory, one that is the medoid 30 and 58. The
 * file is blocks as {@link BlockBytes} closes them, the first with the version and the number of
 * texts.
 */
final class Descriptions {

  /**
   * Rises with each change of the file, and of what {@link Medoids} works out of equal texts: else
   * clusters that were described before and after the change would be told apart by nothing.
   */
  private static final int FORMAT_VERSION = 2;

  private static final String SUFFIX = ".described";
  private static final int TEXTS_A_BLOCK = 1 << 12;
  private static final int IS_MEDOID = 1;
  private static final int HAS_DENSITY = 2;
  private static final int HAS_BRIDGES = 4;

  private final int[] copies;
  private final long[] dates;
  private final float[] toMedoid;
  private final float[] toOldest;
  private final Int2ObjectOpenHashMap<Tightness> ofMedoid = new Int2ObjectOpenHashMap<>();

  /** What is said of a cluster as a whole; see {@link ClusteredText}. */
  private record Tightness(float stability, Float density, Float bridges) {}

  private Descriptions(int count) {
    copies = new int[count];
    dates = new long[count];
    toMedoid = new float[count];
    toOldest = new float[count];
  }

  static Path in(Path folder, long night) {
    return folder.resolve(String.format(Locale.ROOT, "%012d" + SUFFIX, night));
  }

  static boolean isFile(Path file) {
    return file.getFileName().toString().endsWith(SUFFIX);
  }

  /** Nothing is known. */
  static Descriptions none() {
    return new Descriptions(0);
  }

  /** Number of texts of the state when these were written. */
  int count() {
    return copies.length;
  }

  /** Number of messages that carried a text; 0 if none did or the text is younger. */
  int copies(int text) {
    return text < copies.length ? copies[text] : 0;
  }

  /** When a text was first sent, of those that were carried. */
  long firstSeen(int text) {
    return dates[text];
  }

  /** Whether a text is in as many messages as then, the first of them of the same time. */
  boolean isAsBefore(int text, long copiesNow, long firstSeen) {
    return copiesNow > 0 && copies(text) == copiesNow && dates[text] == firstSeen;
  }

  boolean isMedoid(int text) {
    return ofMedoid.containsKey(text);
  }

  /**
   * The row of a text of a cluster that is as it was.
   *
   * @param medoid number of the medoid of its cluster
   */
  ClusteredText row(int text, int medoid, String fingerprint, String id) {
    Tightness cluster = ofMedoid.get(medoid);
    return new ClusteredText(
        fingerprint,
        id,
        copies[text],
        toMedoid[text],
        text == medoid,
        cluster.stability(),
        toOldest[text],
        cluster.density(),
        cluster.bridges());
  }

  /**
   * Writes the descriptions of all texts of a state.
   *
   * @param rows what is known of each text, by its number
   */
  static void write(Path file, int count, IntFunction<Described> rows) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      BlockBytes bytes = new BlockBytes();
      bytes.beginBlock();
      bytes.putInt(FORMAT_VERSION);
      bytes.putInt(count);
      bytes.endBlock();
      for (int from = 0; from < count; from += TEXTS_A_BLOCK) {
        bytes.beginBlock();
        for (int text = from; text < Math.min(count, from + TEXTS_A_BLOCK); text++) {
          put(rows.apply(text), bytes);
        }
        bytes.endBlock();
        bytes.drainTo(channel);
      }
    }
  }

  private static void put(Described described, BlockBytes to) {
    to.putVarint(described == null ? 0 : described.row().copies_n());
    if (described == null) {
      return;
    }
    ClusteredText row = described.row();
    to.putLong(described.firstSeen());
    putFloat(row.jaccard_medoid(), to);
    putFloat(row.jaccard_oldest(), to);
    int flags = row.is_medoid() ? IS_MEDOID : 0;
    flags |= row.edge_density() != null ? HAS_DENSITY : 0;
    flags |= row.bridge_share() != null ? HAS_BRIDGES : 0;
    to.putFixed(flags, 1);
    if (row.is_medoid()) {
      putFloat(row.stability(), to);
      putFloat(row.edge_density() == null ? 0 : row.edge_density(), to);
      putFloat(row.bridge_share() == null ? 0 : row.bridge_share(), to);
    }
  }

  /**
   * What is known of a text that some message carries.
   *
   * @param row without the names of text and cluster where they are not at hand
   */
  record Described(long firstSeen, ClusteredText row) {}

  private static void putFloat(float value, BlockBytes to) {
    to.putInt(Float.floatToRawIntBits(value));
  }

  /**
   * Reads a file; none of it if another version wrote it.
   *
   * @throws StateException if it is damaged
   */
  static Descriptions read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      BlockReader in = new BlockReader(channel, file, 0, channel.size());
      in.requireMore();
      if (in.getInt() != FORMAT_VERSION) {
        return none();
      }
      Descriptions read = new Descriptions(in.getInt());
      for (int text = 0; text < read.count(); text++) {
        in.requireMore();
        read.take(text, in);
      }
      in.requireEnd();
      return read;
    }
  }

  private void take(int text, BlockReader in) {
    copies[text] = (int) in.getVarint();
    if (copies[text] == 0) {
      return;
    }
    dates[text] = in.getLong();
    toMedoid[text] = Float.intBitsToFloat(in.getInt());
    toOldest[text] = Float.intBitsToFloat(in.getInt());
    int flags = in.block()[in.cursor()];
    in.skip(1);
    if ((flags & IS_MEDOID) != 0) {
      float stability = Float.intBitsToFloat(in.getInt());
      float density = Float.intBitsToFloat(in.getInt());
      float bridges = Float.intBitsToFloat(in.getInt());
      ofMedoid.put(
          text,
          new Tightness(
              stability,
              (flags & HAS_DENSITY) != 0 ? (Float) density : null,
              (flags & HAS_BRIDGES) != 0 ? (Float) bridges : null));
    }
  }
}
