package dev.uncanned.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Keeps the number of the Parquet segments of the state small. */
final class KeptSegments {

  /** Up to so many segments nothing is merged. */
  private static final int MANY = 8;

  private static final int GROWTH = 2;

  private KeptSegments() {}

  /**
   * The segments that the next one should take in: the newest ones, as long as each is no larger
   * than {@value #GROWTH} times what comes after it. So each row is rewritten a few times in its
   * life, and the number of segments grows with the logarithm of that of the rows.
   *
   * @param segments named so that later ones come later
   * @param fresh size of what is written anyway
   */
  static List<Path> toMerge(List<Path> segments, ToLongFunction<Path> bytes, long fresh) {
    if (segments.size() < MANY) {
      return List.of();
    }
    List<Path> newestFirst = new ArrayList<>(segments);
    newestFirst.sort(Comparator.comparing(Path::getFileName).reversed());
    List<Path> chosen = new ArrayList<>();
    long together = fresh;
    for (Path segment : newestFirst) {
      long size = bytes.applyAsLong(segment);
      if (!chosen.isEmpty() && size > GROWTH * together) {
        break;
      }
      chosen.add(segment);
      together += size;
    }
    chosen.sort(Comparator.comparing(Path::getFileName));
    return chosen;
  }
}
