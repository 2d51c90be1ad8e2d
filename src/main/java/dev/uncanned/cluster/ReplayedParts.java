package dev.uncanned.cluster;

import java.util.Arrays;
import java.util.List;

/** Goes through the nights of a replay to learn which clusters became part of others on which. */
final class ReplayedParts {

  private static final int NONE = -1;

  private final SketchedTexts texts;
  private final ClusterConfig config;
  private final Workers workers;
  private final Renames renames = new Renames(List.of());

  /** For each text the one that names its cluster; none before its night. */
  private final int[] leaders;

  ReplayedParts(SketchedTexts texts, ClusterConfig config, Workers workers) {
    this.texts = texts;
    this.config = config;
    this.workers = workers;
    this.leaders = new int[texts.count()];
    Arrays.fill(leaders, NONE);
  }

  /**
   * Takes in a night, as {@link ReplayedNights.Sink} has it.
   *
   * @param touched the texts of the components that it touched, rising
   */
  void night(long night, int[] touched, int[] components) {
    int[] firsts = GuardedParts.of(texts, touched, components, config, workers);
    for (int i = 0; i < touched.length; i++) {
      int now = touched[firsts[i]];
      renames.see(touched[i], leaders[touched[i]], now, night);
      leaders[touched[i]] = now;
    }
  }

  Renames renames() {
    return renames;
  }
}
