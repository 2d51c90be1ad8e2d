package dev.uncanned.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How long each step took; for run.json and the progress line, never for a published number. Steps
 * may overlap.
 */
final class StageTimes {

  private static final long MILLIS = 1_000_000;

  private final Map<String, Long> millisByStep = new LinkedHashMap<>();
  private final Progress progress;

  StageTimes(Progress progress) {
    this.progress = progress;
  }

  void measure(String step, Runnable work) {
    synchronized (this) {
      progress.begins(step);
    }
    long start = System.nanoTime();
    work.run();
    long millis = (System.nanoTime() - start) / MILLIS;
    synchronized (this) {
      millisByStep.merge(step, millis, Long::sum);
      progress.ends(step);
    }
  }

  /** The steps in the order in which they began, as {@code name seconds} pairs for people. */
  synchronized Map<String, Long> inOrder() {
    return new LinkedHashMap<>(millisByStep);
  }
}
