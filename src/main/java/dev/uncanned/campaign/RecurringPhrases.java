package dev.uncanned.campaign;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.Arrays;

/**
 * The phrases that a sender used to several recipients, numbered from 0.
 *
 * <p>Every phrase that recurs in at least one message of a single recipient is here. Memory stays
 * bounded by counting the phrases in ranges of their hash, a few million at a time; only those that
 * recur are kept. Each range is a pass over all texts: 12 for a million texts of 100 words.
 */
final class RecurringPhrases {

  /** No recurring phrase begins here. */
  static final int NONE = -1;

  /** So many phrases are counted at a time, 256 MB to 512 MB at worst. */
  private static final long RANGE_PHRASES = 1L << 23;

  private final int phraseWords;
  private final int otherRecipients;
  private final Long2IntOpenHashMap ids;
  private final int[] recipients;
  private final long[] hashes;

  RecurringPhrases(SenderTexts texts, Readership readership, CampaignConfig config) {
    phraseWords = config.phrase_words();
    otherRecipients = config.other_recipients();
    LongArrayList keys = new LongArrayList();
    IntArrayList counts = new IntArrayList();
    count(texts, readership, keys, counts);
    long[] order = keys.toLongArray();
    // Numbers by the phrase itself, so that no sum over phrases depends on the order of the input.
    Arrays.sort(order);
    hashes = order;
    ids = new Long2IntOpenHashMap(order.length);
    ids.defaultReturnValue(NONE);
    for (int i = 0; i < order.length; i++) {
      ids.put(order[i], i);
    }
    recipients = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      recipients[ids.get(keys.getLong(i))] = counts.getInt(i);
    }
  }

  int size() {
    return recipients.length;
  }

  /** Hash of a phrase, the same for all senders; it grows with the number of the phrase. */
  long hash(int phrase) {
    return hashes[phrase];
  }

  /** Distinct recipients of all messages with a phrase. */
  int recipients(int phrase) {
    return recipients[phrase];
  }

  /**
   * Whether the phrase, seen in a message to so many recipients, was used to enough others: all the
   * recipients of the message are among those of the phrase.
   */
  boolean recurs(int phrase, int recipientsOfMessage) {
    return recipients[phrase] - recipientsOfMessage >= otherRecipients;
  }

  /** The phrase that begins at each token, or NONE; {@code found} is at least as long. */
  void find(int[] tokens, int[] found) {
    int last = tokens.length - phraseWords;
    for (int i = 0; i < tokens.length; i++) {
      long key = i <= last && !ids.isEmpty() ? key(tokens, i) : 0;
      found[i] = key == 0 ? NONE : ids.get(key);
    }
  }

  private void count(
      SenderTexts texts, Readership readership, LongArrayList keys, IntArrayList counts) {
    if (texts.recipients() <= otherRecipients) {
      return;
    }
    long phrases = 0;
    for (int text = 0; text < texts.size(); text++) {
      phrases += Math.max(0, texts.tokens(text).length - phraseWords + 1);
    }
    int ranges = (int) (phrases / RANGE_PHRASES) + 1;
    for (int range = 0; range < ranges; range++) {
      PhraseCounts table = new PhraseCounts(phrases / ranges / 4);
      for (int group = 0; group < readership.size(); group++) {
        visit(texts, readership, group, range, ranges, table);
      }
      table.recurring(
          otherRecipients + 1,
          (key, count) -> {
            keys.add(key);
            counts.add(count);
          });
    }
  }

  private void visit(
      SenderTexts texts, Readership readership, int group, int range, int ranges, PhraseCounts to) {
    int weight = readership.recipients(group);
    for (int i = readership.from(group); i < readership.to(group); i++) {
      int[] tokens = texts.tokens(readership.text(i));
      for (int start = 0; start + phraseWords <= tokens.length; start++) {
        long key = key(tokens, start);
        if (key != 0 && (ranges == 1 || (key >>> 32) * ranges >>> 32 == range)) {
          to.visit(key, group + 1, weight);
        }
      }
    }
  }

  /** Hash of a phrase; 0 if it is made of placeholders only. */
  private long key(int[] tokens, int start) {
    long hash = phraseWords;
    int signs = -1;
    for (int i = start; i < start + phraseWords; i++) {
      hash = MaskedTokens.mix(hash, tokens[i]);
      signs &= tokens[i];
    }
    if (signs < 0) {
      return 0;
    }
    return hash == 0 ? 1 : hash;
  }
}
