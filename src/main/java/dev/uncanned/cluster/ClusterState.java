package dev.uncanned.cluster;

import dev.uncanned.archive.ContentHash;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * The texts of all nights so far and their components, read from the live segments.
 *
 * <p>Holds about 25 bytes for each text: its fingerprint and the number of the text that names its
 * component. Band anchors and shingles stay in the segments and are read when a night is joined.
 * Not thread-safe.
 */
final class ClusterState implements Closeable {

  private static final String ID_KIND = "cluster";

  private final List<Segment> segments;
  private final List<Merge> merges = new ArrayList<>();
  private long[] fingerprints = {};
  private int[] leaders = {};
  private int count;

  private ClusterState(List<Segment> segments) {
    this.segments = segments;
  }

  /**
   * Reads a state.
   *
   * @param segments the live segments in any order; none for the state before the first night
   * @throws StateException if a segment is damaged or missing, or was made by other rules
   */
  static ClusterState read(List<Path> segments, StateRules rules) throws IOException {
    return read(segments, segment -> Segment.open(segment, rules));
  }

  /**
   * Reads a state whatever the rules it was made by, to learn which night brought which text, and
   * their order.
   *
   * @throws StateException if a segment is damaged or missing, or has an unknown layout
   */
  static ClusterState readAny(List<Path> segments) throws IOException {
    return read(segments, Segment::openAny);
  }

  /** Opens one segment. */
  private interface Opening {
    Segment open(Path segment) throws IOException;
  }

  private static ClusterState read(List<Path> segments, Opening opening) throws IOException {
    List<Segment> open = new ArrayList<>();
    ClusterState state = new ClusterState(open);
    try {
      for (Path segment : segments) {
        open.add(opening.open(segment));
      }
      open.sort((one, other) -> Integer.compare(one.base(), other.base()));
      state.load();
      return state;
    } catch (IOException | RuntimeException failed) {
      state.close();
      throw failed;
    }
  }

  /** Number of distinct texts. */
  int count() {
    return count;
  }

  /** The last night that brought a new text; {@code Long.MIN_VALUE} before the first. */
  long lastNight() {
    return segments.isEmpty() ? Long.MIN_VALUE : segments.get(segments.size() - 1).lastNight();
  }

  List<Segment> segments() {
    return Collections.unmodifiableList(segments);
  }

  /** All merges of components so far, from the first to the last. */
  List<Merge> merges() {
    return Collections.unmodifiableList(merges);
  }

  long high(int text) {
    return fingerprints[2 * text];
  }

  long low(int text) {
    return fingerprints[2 * text + 1];
  }

  /** The night that brought each text. */
  long[] nights() {
    long[] nights = new long[count];
    for (Segment segment : segments) {
      System.arraycopy(nightOfEach(segment), 0, nights, segment.base(), segment.count());
    }
    return nights;
  }

  /** The text that names the present component of a text. */
  int leader(int text) {
    return leaders[text];
  }

  /** 32 hex digits. */
  String fingerprint(int text) {
    return Fingerprints.hex(high(text), low(text));
  }

  /** The id of the cluster that a text names. */
  String id(int leader) {
    return id(fingerprint(leader));
  }

  static String id(String fingerprint) {
    return ContentHash.of(ID_KIND, fingerprint);
  }

  private void load() throws IOException {
    for (Segment segment : segments) {
      count = Math.addExact(count, segment.count());
    }
    fingerprints = new long[Math.multiplyExact(2, count)];
    leaders = new int[count];
    int next = 0;
    long night = Long.MIN_VALUE;
    for (Segment segment : segments) {
      if (segment.base() != next || next > 0 && segment.nights()[0] <= night) {
        throw StateException.unordered("a segment is missing or there are two of one night");
      }
      segment.readTexts(fingerprints, leaders, segment.base());
      merges.addAll(segment.readMerges());
      next += segment.count();
      night = segment.lastNight();
    }
    resolve();
  }

  /** Follows merges: a survivor is older than what it survived, so one pass upwards does. */
  private void resolve() {
    int[] survivors = new int[count];
    Arrays.setAll(survivors, i -> i);
    for (Merge merge : merges) {
      survivors[merge.old()] = merge.survivor();
    }
    for (int i = 0; i < count; i++) {
      survivors[i] = survivors[survivors[i]];
    }
    for (int i = 0; i < count; i++) {
      leaders[i] = survivors[leaders[i]];
    }
  }

  private static long[] nightOfEach(Segment segment) {
    long[] nights = new long[segment.count()];
    int next = 0;
    for (int i = 0; i < segment.nights().length; i++) {
      Arrays.fill(nights, next, next + segment.sizes()[i], segment.nights()[i]);
      next += segment.sizes()[i];
    }
    return nights;
  }

  @Override
  public void close() throws IOException {
    for (Segment segment : segments) {
      segment.close();
    }
  }
}
