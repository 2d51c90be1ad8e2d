package dev.uncanned.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Which texts once named a cluster and do not any more, because it became part of another one.
 *
 * <p>Where the guard parts the two again, the text names its cluster again and is no longer here.
 *
 * <p>This is history: it depends on what there was on each night, so it cannot be worked out from
 * the texts that are there now, and a replay takes it over. The file is blocks as {@link
 * BlockBytes} closes them, the first with the version and the number of aliases, and holds
 * fingerprints, since a replay may number the texts otherwise; 40 bytes for each alias.
 */
final class Aliases {

  private static final int FORMAT_VERSION = 1;
  private static final String SUFFIX = ".aliases";
  private static final int BLOCK = 1 << 12;

  private final TreeMap<Integer, Merge> byOld = new TreeMap<>();

  /** An alias by the fingerprints of the two texts. */
  private record Named(String old, String survivor, long night) {}

  private Aliases() {}

  static Path in(Path folder, long night) {
    return folder.resolve(String.format(Locale.ROOT, "%012d" + SUFFIX, night));
  }

  static boolean isFile(Path file) {
    return file.getFileName().toString().endsWith(SUFFIX);
  }

  /**
   * The aliases of the run before.
   *
   * @param file that it wrote; null if there is none
   * @param before the state that it left; where the file is missing its components were clusters,
   *     and their merges are the aliases
   * @param after the state of this run; what it knows nothing of is left out
   * @throws StateException if the file is damaged or of a newer program
   */
  static Aliases of(Path file, ClusterState before, ClusterState after) throws IOException {
    List<Named> named = file == null ? merges(before) : read(file);
    Aliases aliases = new Aliases();
    if (named.isEmpty()) {
      return aliases;
    }
    Fingerprints known = new Fingerprints(after);
    for (Named alias : named) {
      int old = known.number(alias.old());
      int survivor = known.number(alias.survivor());
      if (old >= 0 && survivor >= 0) {
        aliases.byOld.put(old, new Merge(old, survivor, alias.night()));
      }
    }
    return aliases;
  }

  private static List<Named> merges(ClusterState before) {
    List<Named> named = new ArrayList<>();
    for (Merge merge : before.merges()) {
      named.add(named(merge, before));
    }
    return named;
  }

  private static Named named(Merge merge, ClusterState state) {
    return new Named(
        state.fingerprint(merge.old()), state.fingerprint(merge.survivor()), merge.night());
  }

  /**
   * Takes in how a text stands after a night.
   *
   * @param before the text that named its cluster before the night; negative for none
   * @param now the text that names its cluster now
   */
  void see(int text, int before, int now, long night) {
    if (now == text) {
      byOld.remove(text);
    } else if (before == text) {
      byOld.put(text, new Merge(text, now, night));
    }
  }

  /** Writes all of them, by the numbers of the texts in a state. */
  void write(Path file, ClusterState state) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      BlockBytes bytes = new BlockBytes();
      bytes.beginBlock();
      bytes.putInt(FORMAT_VERSION);
      bytes.putInt(byOld.size());
      bytes.endBlock();
      List<Merge> all = new ArrayList<>(byOld.values());
      for (int from = 0; from < all.size(); from += BLOCK) {
        bytes.beginBlock();
        for (Merge alias : all.subList(from, Math.min(all.size(), from + BLOCK))) {
          put(alias.old(), state, bytes);
          put(alias.survivor(), state, bytes);
          bytes.putLong(alias.night());
        }
        bytes.endBlock();
      }
      bytes.drainTo(channel);
    }
  }

  private static void put(int text, ClusterState state, BlockBytes to) {
    to.putLong(state.high(text));
    to.putLong(state.low(text));
  }

  /**
   * The ids of the clusters.
   *
   * @throws StateException if the file is damaged or of a newer program
   */
  static List<ClusterAlias> ids(Path file) throws IOException {
    List<ClusterAlias> ids = new ArrayList<>();
    for (Named alias : read(file)) {
      ids.add(
          new ClusterAlias(
              ClusterState.id(alias.old()), ClusterState.id(alias.survivor()), alias.night()));
    }
    return ids;
  }

  private static List<Named> read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      BlockReader in = new BlockReader(channel, file, 0, channel.size());
      if (!in.next()) {
        throw in.damaged("no aliases");
      }
      if (in.getInt() != FORMAT_VERSION) {
        throw StateException.newer(file);
      }
      int count = in.getInt();
      List<Named> named = new ArrayList<>();
      while (named.size() < count) {
        if (in.atEnd() && !in.next()) {
          throw in.damaged("cut off");
        }
        named.add(new Named(fingerprint(in), fingerprint(in), in.getLong()));
      }
      return named;
    }
  }

  private static String fingerprint(BlockReader in) {
    long high = in.getLong();
    return Fingerprints.hex(high, in.getLong());
  }
}
