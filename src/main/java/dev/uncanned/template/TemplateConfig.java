package dev.uncanned.template;

import java.io.Serializable;

/**
 * When a word belongs to a template and when a place in it is a slot.
 *
 * @param sample at most so many distinct texts of a cluster are aligned, the medoid among them, 1
 *     to 10000; the work grows with it, the accuracy of a share like {@code 1 / sqrt(sample)}
 * @param skeleton_support share of the sampled messages that must have a word of the medoid for it
 *     to be of the skeleton, above 0.5 to 1
 * @param slot_fill share of the sampled messages that must have words between two words of the
 *     skeleton for the place to be a slot, above 0 to 1
 * @param min_messages clusters of fewer messages have no template, from 2
 * @param max_cells memory of one alignment in bytes, 10000 to 500 million; two texts of which even
 *     a narrow band does not fit share their common beginning and end only
 */
public record TemplateConfig(
    int sample, double skeleton_support, double slot_fill, int min_messages, int max_cells)
    implements Serializable {

  private static final int MAX_SAMPLE = 10_000;
  private static final int LEAST_CELLS = 10_000;
  private static final int MOST_CELLS = 500_000_000;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the key, its value and its range
   */
  public TemplateConfig {
    require(sample >= 1 && sample <= MAX_SAMPLE, "sample", sample, "1 to 10000");
    require(
        skeleton_support > 0.5 && skeleton_support <= 1,
        "skeleton_support",
        skeleton_support,
        "above 0.5 to 1");
    require(slot_fill > 0 && slot_fill <= 1, "slot_fill", slot_fill, "above 0 to 1");
    require(min_messages >= 2, "min_messages", min_messages, "at least 2");
    require(
        max_cells >= LEAST_CELLS && max_cells <= MOST_CELLS,
        "max_cells",
        max_cells,
        "10000 to 500000000");
  }

  /** 200 texts, words of 80 %, slots of 20 %, from 2 messages, 4 MB. */
  public static TemplateConfig defaults() {
    return new TemplateConfig(200, 0.8, 0.2, 2, 4_000_000);
  }

  private static void require(boolean holds, String key, Object value, String range) {
    if (!holds) {
      throw new IllegalArgumentException(key + " is " + value + ", but must be " + range);
    }
  }
}
