package dev.uncanned.campaign;

import dev.uncanned.text.CourtesyWords;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.BitSet;
import java.util.List;

/**
 * Finds the courtesies of a text ("I hope this finds you well").
 *
 * <p>Whoever writes every message by hand still wishes everybody a nice weekend. In short messages
 * such words are most of the text, so their share alone does not tell them from a sales pitch.
 *
 * <p>A courtesy is a run of words of one language's list around the words that make it one, {@value
 * #REACH} to each side; placeholders are words of every list.
 */
final class Courtesies {

  private static final int REACH = 3;
  private static final int ALL = -1;
  private static final int LOWER_BITS = (1 << 14) - 1;

  /** A bit for each language that has the word at all, by the word's number. */
  private static final Int2IntOpenHashMap WORDS = new Int2IntOpenHashMap();

  /** The same for words that make a phrase a courtesy. */
  private static final Int2IntOpenHashMap TELLING = new Int2IntOpenHashMap();

  /** A bit is set where a telling word has this number but for the upper bits; few words have. */
  private static final BitSet MAYBE_TELLING = new BitSet(LOWER_BITS + 1);

  static {
    int bit = 1;
    for (String language : CourtesyWords.languages()) {
      note(CourtesyWords.telling(language), bit, TELLING);
      note(CourtesyWords.telling(language), bit, WORDS);
      note(CourtesyWords.small(language), bit, WORDS);
      bit <<= 1;
    }
    TELLING.keySet().forEach(number -> MAYBE_TELLING.set(number & LOWER_BITS));
  }

  private Courtesies() {}

  private static void note(List<String> words, int bit, Int2IntOpenHashMap languages) {
    for (String word : words) {
      int number = MaskedTokens.of(word)[0];
      languages.put(number, languages.get(number) | bit);
    }
  }

  /** The places of the tokens that lie in courtesies. */
  static BitSet of(int[] tokens) {
    BitSet places = new BitSet(tokens.length);
    for (int i = 0; i < tokens.length; i++) {
      boolean maybe = tokens[i] >= 0 && MAYBE_TELLING.get(tokens[i] & LOWER_BITS);
      int languages = maybe ? TELLING.get(tokens[i]) : 0;
      if (languages != 0) {
        places.set(i);
        spread(tokens, i, -1, languages, places);
        spread(tokens, i, 1, languages, places);
      }
    }
    return places;
  }

  private static void spread(int[] tokens, int from, int step, int languages, BitSet places) {
    int common = languages;
    int i = from + step;
    for (int reach = 0; reach < REACH && i >= 0 && i < tokens.length; reach++) {
      common &= tokens[i] < 0 ? ALL : WORDS.get(tokens[i]);
      if (common == 0) {
        return;
      }
      places.set(i);
      i += step;
    }
  }
}
