package dev.uncanned.score;

import it.unimi.dsi.fastutil.Arrays;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** To whom one sender wrote which phrase, and in which template or campaign. */
final class PhraseUses {

  /** So many people are told apart; more are not counted. */
  static final int ENOUGH = 2;

  private final int order;
  private final long[] phrases;
  private final int[] users;
  private final int[] families;
  private final int[] addressees;

  /**
   * The phrases of the given messages.
   *
   * @param order words of a phrase
   */
  PhraseUses(List<CustomText> messages, int order) {
    this.order = order;
    this.families = new int[messages.size()];
    this.addressees = new int[messages.size()];
    number(messages);
    int size = 0;
    for (CustomText message : messages) {
      size += phrases(known(message));
    }
    this.phrases = new long[size];
    this.users = new int[size];
    fill(messages);
    Arrays.quickSort(0, size, this::compare, this::swap);
  }

  private void number(List<CustomText> messages) {
    Map<String, Integer> familyNumbers = new HashMap<>();
    Map<String, Integer> addresseeNumbers = new HashMap<>();
    for (int i = 0; i < families.length; i++) {
      CustomText message = messages.get(i);
      // A message without a family is a family of its own.
      String family = message.family() == null ? ' ' + message.message_id() : message.family();
      families[i] = familyNumbers.computeIfAbsent(family, unseen -> familyNumbers.size());
      addressees[i] =
          addresseeNumbers.computeIfAbsent(message.addressees(), unseen -> addresseeNumbers.size());
    }
  }

  private static int[] known(CustomText message) {
    return message.whole() == null ? message.fragments() : message.whole();
  }

  private int phrases(int[] tokens) {
    int phrases = 0;
    for (int i = 0; i < tokens.length; i++) {
      phrases += isPhrase(tokens, i) ? 1 : 0;
    }
    return phrases;
  }

  private void fill(List<CustomText> messages) {
    int next = 0;
    for (int message = 0; message < messages.size(); message++) {
      int[] tokens = known(messages.get(message));
      for (int i = 0; i < tokens.length; i++) {
        if (isPhrase(tokens, i)) {
          phrases[next] = PhraseHash.gram(tokens, i, order);
          users[next++] = message;
        }
      }
    }
  }

  /** Whether so many tokens of one run begin at a place. */
  boolean isPhrase(int[] tokens, int from) {
    if (from + order > tokens.length) {
      return false;
    }
    for (int i = from; i < from + order; i++) {
      if (tokens[i] == TokenArray.BREAK) {
        return false;
      }
    }
    return true;
  }

  private int compare(int left, int right) {
    int byPhrase = Long.compare(phrases[left], phrases[right]);
    return byPhrase != 0
        ? byPhrase
        : Integer.compare(families[users[left]], families[users[right]]);
  }

  private void swap(int left, int right) {
    LongArrays.swap(phrases, left, right);
    IntArrays.swap(users, left, right);
  }

  /**
   * How many other people got the phrase that begins at a place of a message, in other families
   * than its own; no more than {@link #ENOUGH} are counted.
   */
  int others(int[] tokens, int from, int message) {
    long phrase = PhraseHash.gram(tokens, from, order);
    int own = families[message];
    int known = -1;
    int i = first(phrase, 0);
    while (i < phrases.length && phrases[i] == phrase) {
      int user = users[i];
      if (families[user] == own) {
        i = first(phrase, own + 1);
        continue;
      }
      if (addressees[user] != addressees[message]) {
        if (known >= 0 && known != addressees[user]) {
          return ENOUGH;
        }
        known = addressees[user];
      }
      i++;
    }
    return known < 0 ? 0 : 1;
  }

  /** The first use of a phrase by a family of at least that number. */
  private int first(long phrase, int family) {
    int low = 0;
    int high = phrases.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      boolean before =
          phrases[middle] < phrase
              || (phrases[middle] == phrase && families[users[middle]] < family);
      if (before) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
