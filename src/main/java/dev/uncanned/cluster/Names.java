package dev.uncanned.cluster;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Which text named the cluster of each text when it was last there, and which clusters became part
 * of others.
 *
 * <p>This is the history on which ids hang. It depends on what there was on each night, so it
 * cannot be worked out from the texts that are there now, and a replay takes it over.
 *
 * <p>The file is blocks as {@link BlockBytes} closes them: version, number of texts and of aliases;
 * the texts; the aliases. It takes mostly one or two bytes for each text of the state, and 16 for
 * each alias; in memory 4 for each text and about 90 for each alias.
 */
final class Names {

  /** Whoever changes this has to raise the version of segments too, so that it is refused early. */
  private static final int FORMAT_VERSION = 1;

  private static final String SUFFIX = ".names";
  private static final int BLOCK = 1 << 12;
  private static final int NONE = -1;

  private final int[] leaders;
  private final BitSet present = new BitSet();
  private final Aliases aliases = new Aliases();

  private Names(int count) {
    leaders = new int[count];
    Arrays.fill(leaders, NONE);
  }

  static Path in(Path folder, long night) {
    return folder.resolve(String.format(Locale.ROOT, "%012d" + SUFFIX, night));
  }

  static boolean isFile(Path file) {
    return file.getFileName().toString().endsWith(SUFFIX);
  }

  /**
   * The names of the run before.
   *
   * @param file that it wrote; null for that of an older program, whose components were clusters
   * @param state that it left
   * @throws StateException if the file is damaged or does not belong to the state
   */
  static Names of(Path file, ClusterState state) throws IOException {
    if (file != null) {
      return read(file, state.count());
    }
    Names names = new Names(state.count());
    Arrays.setAll(names.leaders, state::leader);
    names.present.set(0, state.count());
    state.merges().forEach(names.aliases::add);
    return names;
  }

  /**
   * The same by the numbers of a state that holds some of the texts and others, in the same order;
   * what is said of texts that it does not hold is left out.
   */
  Names in(ClusterState before, ClusterState after) {
    Fingerprints known = new Fingerprints(after);
    int[] numbers =
        IntStream.range(0, leaders.length)
            .map(text -> known.number(before.fingerprint(text)))
            .toArray();
    Names names = new Names(after.count());
    for (int text = 0; text < numbers.length; text++) {
      if (numbers[text] >= 0) {
        names.leaders[numbers[text]] = leaders[text] < 0 ? NONE : numbers[leaders[text]];
        names.present.set(numbers[text], present.get(text));
      }
    }
    for (Merge alias : aliases.all()) {
      if (numbers[alias.old()] >= 0) {
        int survivor = numbers[alias.survivor()];
        names.aliases.add(new Merge(numbers[alias.old()], survivor, alias.night()));
      }
    }
    return names;
  }

  /** The text that named the cluster of a text when it was last there; negative for none. */
  int leader(int text) {
    return text < leaders.length ? leaders[text] : NONE;
  }

  /** Whether a text was there in the run before. */
  boolean wasPresent(int text) {
    return present.get(text);
  }

  /** Takes in that a text that is gone names a cluster again. */
  void keepName(int text) {
    leaders[text] = text;
  }

  Aliases aliases() {
    return aliases;
  }

  /**
   * Writes the names after a run.
   *
   * @param count number of texts of the state
   * @param presentNow the texts that are there
   * @param leader for each of them the text that names its cluster
   */
  void write(Path file, int count, BitSet presentNow, IntUnaryOperator leader) throws IOException {
    List<Merge> merges = aliases.all();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      BlockBytes bytes = new BlockBytes();
      bytes.beginBlock();
      bytes.putInt(FORMAT_VERSION);
      bytes.putInt(count);
      bytes.putInt(merges.size());
      bytes.endBlock();
      for (int from = 0; from < count; from += BLOCK) {
        bytes.beginBlock();
        for (int text = from; text < Math.min(count, from + BLOCK); text++) {
          boolean isPresent = presentNow.get(text);
          int now = isPresent ? leader.applyAsInt(text) : leaders[text];
          bytes.putVarint((long) (text - now) << 1 | (isPresent ? 1 : 0));
        }
        bytes.endBlock();
        bytes.drainTo(channel);
      }
      for (int from = 0; from < merges.size(); from += BLOCK) {
        put(merges.subList(from, Math.min(merges.size(), from + BLOCK)), bytes);
        bytes.drainTo(channel);
      }
      bytes.drainTo(channel);
    }
  }

  private static void put(List<Merge> merges, BlockBytes to) {
    to.beginBlock();
    for (Merge alias : merges) {
      to.putInt(alias.old());
      to.putInt(alias.survivor());
      to.putLong(alias.night());
    }
    to.endBlock();
  }

  private static Names read(Path file, int count) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      BlockReader in = new BlockReader(channel, file, 0, channel.size());
      in.requireMore();
      if (in.getInt() != FORMAT_VERSION) {
        throw StateException.newer(file);
      }
      if (in.getInt() != count) {
        throw in.damaged("number of texts");
      }
      int aliases = in.getInt();
      Names names = new Names(count);
      for (int text = 0; text < count; text++) {
        in.requireMore();
        long named = in.getVarint();
        if (named >>> 1 > text) {
          throw in.damaged("name of a cluster");
        }
        names.present.set(text, (named & 1) == 1);
        names.leaders[text] = text - (int) (named >>> 1);
      }
      for (int i = 0; i < aliases; i++) {
        in.requireMore();
        names.aliases.add(alias(in, count));
      }
      in.requireEnd();
      return names;
    }
  }

  private static Merge alias(BlockReader in, int count) throws IOException {
    Merge alias = new Merge(in.getInt(), in.getInt(), in.getLong());
    if (alias.survivor() < 0 || alias.survivor() >= alias.old() || alias.old() >= count) {
      throw in.damaged("an alias");
    }
    return alias;
  }
}
