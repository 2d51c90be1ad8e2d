package dev.uncanned.cluster;

import java.io.Serializable;

/**
 * When two texts count as copies of one template.
 *
 * <p>On real mass mail the similarities of pairs lie near 0 or near 1, so that any threshold
 * between 0.4 and 0.6 finds the same templates.
 *
 * @param threshold least Jaccard similarity of two texts that are joined directly, 0 to 1, not 0
 * @param representative_threshold least Jaccard similarity to the oldest text of a large cluster,
 *     against chains in which the last text has nothing of the first; 0 to {@code threshold}, 0
 *     switches the guard off
 * @param guard_size clusters of more distinct texts than this are guarded against chains, 1 or more
 * @param min_tokens texts of fewer tokens than this join exact copies only, since two short texts
 *     are similar by accident; 0 or more
 * @param max_texts_in_one_task up to so many distinct texts are clustered in the memory of one
 *     task, if it has {@value #BYTES_A_TEXT} bytes for each; more are sorted and joined by all
 *     tasks, with the same result
 * @param max_links_in_one_task up to so many verified pairs are joined into components in one task,
 *     more in rounds by all tasks, with the same result
 */
public record ClusterConfig(
    double threshold,
    double representative_threshold,
    int guard_size,
    int min_tokens,
    int max_texts_in_one_task,
    int max_links_in_one_task)
    implements Serializable {

  /** What a text of 100 words takes at most in a run of one task, with what Spark needs beside. */
  public static final int BYTES_A_TEXT = 1300;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the key, its value and its range
   */
  public ClusterConfig {
    require(threshold > 0 && threshold <= 1, "threshold", threshold, "above 0 and at most 1");
    require(
        representative_threshold >= 0 && representative_threshold <= threshold,
        "representative_threshold",
        representative_threshold,
        "between 0 and threshold");
    require(guard_size >= 1, "guard_size", guard_size, "at least 1");
    require(min_tokens >= 0, "min_tokens", min_tokens, "at least 0");
    require(
        max_texts_in_one_task >= 0, "max_texts_in_one_task", max_texts_in_one_task, "at least 0");
    require(
        max_links_in_one_task >= 0, "max_links_in_one_task", max_links_in_one_task, "at least 0");
  }

  /** Jaccard 0.5, 0.35 to the oldest above 20 texts, no near-duplicates below 8 tokens. */
  public static ClusterConfig defaults() {
    return new ClusterConfig(0.5, 0.35, 20, 8, 8_000_000, 20_000_000);
  }

  /**
   * Whether texts are clustered in one task.
   *
   * @param texts number of distinct texts
   * @param heapBytes memory of the task, {@code Long.MAX_VALUE} where it is not known
   */
  public boolean isForOneTask(long texts, long heapBytes) {
    return texts <= max_texts_in_one_task && texts <= heapBytes / BYTES_A_TEXT;
  }

  private static void require(boolean holds, String key, Object value, String range) {
    if (!holds) {
      throw new IllegalArgumentException(key + " is " + value + ", but must be " + range);
    }
  }
}
