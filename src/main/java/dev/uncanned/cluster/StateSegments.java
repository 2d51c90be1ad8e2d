package dev.uncanned.cluster;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Keeps the number of segments small: merges the segments of neighbouring nights into one.
 *
 * <p>What is read from the merged segment is the same as what was read from its parts. Merging all
 * segments of any row of nights gives, byte for byte, the segment that a replay of them writes.
 */
final class StateSegments {

  /** Up to so many segments nothing is merged. */
  static final int MANY = 8;

  private static final int GROWTH = 2;
  private static final String SUFFIX = ".segment";

  private final StateRules rules;

  StateSegments(StateRules rules) {
    this.rules = rules;
  }

  static String name(long firstNight, long lastNight) {
    return String.format(Locale.ROOT, "%012d-%012d" + SUFFIX, firstNight, lastNight);
  }

  static boolean isSegment(Path file) {
    return file.getFileName().toString().endsWith(SUFFIX);
  }

  /**
   * The segments that count: those whose nights no other one covers.
   *
   * @param all of one state, with those that were merged into others
   */
  static List<Path> live(List<Path> all) {
    return all.stream()
        .filter(one -> all.stream().noneMatch(other -> other != one && covers(other, one)))
        .sorted(Comparator.comparing(Path::getFileName))
        .toList();
  }

  /** Names hold the first and the last night, with as many digits. */
  private static boolean covers(Path wide, Path narrow) {
    String[] one = wide.getFileName().toString().split("[-.]");
    String[] other = narrow.getFileName().toString().split("[-.]");
    return one[0].compareTo(other[0]) <= 0 && one[1].compareTo(other[1]) >= 0;
  }

  /**
   * The segments that should be merged, in the order of their nights; empty while there are no more
   * than {@value #MANY}.
   *
   * <p>Begins with the newest and goes on as long as a segment is no larger than {@value #GROWTH}
   * times those after it. So each text is rewritten a few times in its life, and the number of
   * segments grows with the logarithm of the number of texts.
   *
   * @param live the live segments in any order
   */
  List<Path> toMerge(List<Path> live) throws IOException {
    List<Path> newestFirst = new ArrayList<>(live);
    newestFirst.sort(Comparator.comparing(Path::getFileName).reversed());
    if (live.size() <= MANY) {
      return List.of();
    }
    List<Path> chosen = new ArrayList<>();
    long bytes = 0;
    for (Path segment : newestFirst) {
      long size = Files.size(segment);
      if (chosen.size() > 1 && size > GROWTH * bytes) {
        break;
      }
      chosen.add(0, segment);
      bytes += size;
    }
    return chosen;
  }

  /**
   * Merges segments.
   *
   * @param parts segments of neighbouring nights, in any order, at least one; they stay
   * @param folder where the new segment is written
   * @return the new segment, which takes the place of the parts
   * @throws StateException if a part is damaged, was made by other rules, or one is missing between
   */
  Path merge(List<Path> parts, Path folder) throws IOException {
    List<Segment> segments = new ArrayList<>();
    try {
      for (Path part : parts) {
        segments.add(Segment.open(part, rules));
      }
      segments.sort(Comparator.comparingInt(Segment::base));
      return merge(folder, segments);
    } finally {
      for (Segment segment : segments) {
        segment.close();
      }
    }
  }

  private Path merge(Path folder, List<Segment> segments) throws IOException {
    int base = segments.get(0).base();
    int count = 0;
    LongArrayList nights = new LongArrayList();
    IntArrayList sizes = new IntArrayList();
    for (Segment segment : segments) {
      if (segment.base() != base + count) {
        throw StateException.unordered("a segment between those to be merged is missing");
      }
      count = Math.addExact(count, segment.count());
      nights.addElements(nights.size(), segment.nights());
      sizes.addElements(sizes.size(), segment.sizes());
    }
    long last = nights.getLong(nights.size() - 1);
    Path file = folder.resolve(name(nights.getLong(0), last));
    long[] fingerprints = new long[Math.multiplyExact(2, count)];
    int[] leaders = new int[count];
    List<Merge> merges = new ArrayList<>();
    for (Segment segment : segments) {
      segment.readTexts(fingerprints, leaders, segment.base() - base);
      merges.addAll(segment.readMerges());
    }
    try (SegmentWriter writer = new SegmentWriter(file, rules, base, count)) {
      for (int band = 0; band < rules.signature().bands(); band++) {
        mergeBand(segments, band, writer);
      }
      MergedShingles shingles = new MergedShingles(segments);
      writer.shingles(shingles::of);
      writer.texts(fingerprints, leaders);
      writer.finish(merges, nights.toLongArray(), sizes.toIntArray());
    }
    return file;
  }

  private static void mergeBand(List<Segment> segments, int band, SegmentWriter writer)
      throws IOException {
    List<BandReader> open = new ArrayList<>();
    for (Segment segment : segments) {
      BandReader rows = segment.band(band);
      if (rows.next()) {
        open.add(rows);
      }
    }
    BandWriter out = writer.band();
    IntArrayList bucket = new IntArrayList();
    IntArrayList part = new IntArrayList();
    while (!open.isEmpty()) {
      long key = Long.MAX_VALUE;
      for (BandReader rows : open) {
        key = Math.min(key, rows.key());
      }
      bucket.clear();
      for (Iterator<BandReader> readers = open.iterator(); readers.hasNext(); ) {
        BandReader rows = readers.next();
        if (rows.key() == key) {
          if (!rows.bucket(part)) {
            readers.remove();
          }
          bucket.addAll(part);
        }
      }
      out.bucket(key, bucket.elements(), 0, bucket.size(), 0);
    }
    writer.band(out.finish(), out.texts());
  }
}
