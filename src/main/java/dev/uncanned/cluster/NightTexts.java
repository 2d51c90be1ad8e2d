package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * All texts of a run on their way into the components of the nights before.
 *
 * <p>Those whose components are surely to be described anew are sketched at once: new ones, and
 * those that more or fewer messages carry than in the run before. The others wait with their words,
 * about 0.9 kB for 100 Latin words, until it is known whether their components have changed.
 */
final class NightTexts {

  private final ClusterMemory memory;
  private final Fingerprints known;
  private final long[] nights;
  private final Descriptions kept;
  private final List<NightText> asBefore = new ArrayList<>();
  private SketchedTexts sketched;
  private int freshCount;

  private NightTexts(ClusterMemory memory, ClusterState before, Descriptions kept) {
    this.memory = memory;
    this.known = new Fingerprints(before);
    this.nights = before.nights();
    this.kept = kept;
  }

  /**
   * Reads the texts of a run to the end.
   *
   * @param before the state before the run
   * @param kept what is known of its clusters
   */
  static NightTexts read(
      Iterator<DistinctText> texts,
      ClusterMemory memory,
      ClusterState before,
      Descriptions kept,
      StateRules rules,
      Workers workers) {
    NightTexts night = new NightTexts(memory, before, kept);
    night.sketched =
        SketchedTexts.readSince(
            new Streamed<>(
                texts,
                (text, out) -> {
                  NightText ranked = night.take(text);
                  if (ranked != null) {
                    out.accept(ranked);
                  }
                }),
            memory.replayed() ? Long.MIN_VALUE : memory.night(),
            rules.signature(),
            rules.cluster().min_tokens(),
            workers);
    return night;
  }

  /** The text as it is to be sketched, or null if it waits. */
  private NightText take(DistinctText text) {
    String fingerprint = text.fingerprint();
    int number = known.number(fingerprint);
    long copies = text.copies_n();
    long seen = text.first_seen();
    freshCount += number < 0 || memory.replayed() ? 1 : 0;
    if (number < 0) {
      return new NightText(fingerprint, text.masked(), memory.night(), seen, seen, copies);
    }
    NightText old = new NightText(fingerprint, text.masked(), nights[number], number, seen, copies);
    if (memory.replayed() || !kept.isAsBefore(number, copies, seen)) {
      return old;
    }
    asBefore.add(old);
    return null;
  }

  boolean isEmpty() {
    return asBefore.isEmpty() && sketched.count() == 0;
  }

  /** Texts ranked by their numbers in the state; the new ones, which have band keys, last. */
  SketchedTexts sketched() {
    return sketched;
  }

  /** Number of new texts; of all where all is decided anew. */
  int freshCount() {
    return freshCount;
  }

  /** The new texts. */
  SketchedTexts fresh() {
    return sketched.from(sketched.count() - freshCount);
  }

  /** Texts in as many messages as in the run before, ranked by their numbers, in any order. */
  List<NightText> asBefore() {
    return asBefore;
  }
}
