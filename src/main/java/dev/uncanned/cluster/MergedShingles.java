package dev.uncanned.cluster;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The shingles of the texts of several neighbouring segments, to be asked for by rising number. */
final class MergedShingles {

  private final List<ShingleReader> readers = new ArrayList<>();
  private int reader;

  MergedShingles(List<Segment> segments) {
    for (Segment segment : segments) {
      readers.add(new ShingleReader(segment));
    }
  }

  /** The shingles of a text, null if they are not kept; texts in between are skipped. */
  int[] of(int text) throws IOException {
    while (readers.get(reader).text() < text) {
      if (!readers.get(reader).next()) {
        reader++;
      }
    }
    return readers.get(reader).set();
  }
}
