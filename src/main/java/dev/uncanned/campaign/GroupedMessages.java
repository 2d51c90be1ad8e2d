package dev.uncanned.campaign;

import java.util.Arrays;

/** How many messages of a sender are in each group, and which of them is the oldest. */
final class GroupedMessages {

  private static final int NOBODY = -1;

  private final SenderTexts texts;
  private final int[] oldest;
  private final int[] counts;

  /**
   * @param groups so many there may be, numbered from 0
   */
  GroupedMessages(SenderTexts texts, int groups) {
    this.texts = texts;
    oldest = new int[groups];
    counts = new int[groups];
    Arrays.fill(oldest, NOBODY);
  }

  void add(int message, int group) {
    counts[group]++;
    if (oldest[group] == NOBODY || texts.older(message, oldest[group])) {
      oldest[group] = message;
    }
  }

  int count(int group) {
    return counts[group];
  }

  /** The oldest message of a group that has any. */
  int oldest(int group) {
    return oldest[group];
  }

  boolean isOldest(int message, int group) {
    return oldest[group] == message;
  }
}
