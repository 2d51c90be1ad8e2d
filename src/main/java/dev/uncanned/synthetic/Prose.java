package dev.uncanned.synthetic;

import dev.uncanned.synthetic.Corpus.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Writes the hand-written texts of one sender, no two of them alike.
 *
 * <p>Sentences are dealt from a shuffled deck, so that none returns before all others were used.
 * Inside a sentence the text may jump to another one behind the same function word. Where three
 * words in a row were already sent to two others, a random word is mostly put between them: people
 * too repeat some phrases, but not whole lines. That leaves a detector of repetition little to be
 * wrong about, so there is prose that repeats itself as it comes, too.
 */
final class Prose {

  private static final List<String> GREETINGS =
      List.of("Hi ", "Hello ", "Dear ", "Hey ", "Good morning ", "Good evening ", "", "Thanks ");
  private static final Word FIRST_NAME = new Word("", 1, null);
  private static final Word COMPANY = new Word("", 2, null);
  private static final int JUMP_ONE_IN = 3;
  private static final int COMPANY_ONE_IN = 2;
  private static final int LET_PASS_ONE_IN = 25;
  private static final int USED_TOO_OFTEN = 2;
  private static final int SLOTS = 1 << 20;

  private final Corpus corpus;
  private final SplittableRandom random;
  private final boolean avoidsRepetition;
  private final int[] deck;

  /** Number of earlier texts with a phrase; phrases of the same hash share a place. */
  private final byte[] used = new byte[SLOTS];

  private int dealt;

  Prose(Corpus corpus, SplittableRandom random) {
    this(corpus, random, true);
  }

  /**
   * Prose to judge a detector by.
   *
   * @param avoidsRepetition whether words are put between those that were sent too often
   */
  Prose(Corpus corpus, SplittableRandom random, boolean avoidsRepetition) {
    this.corpus = corpus;
    this.random = random;
    this.avoidsRepetition = avoidsRepetition;
    this.deck = new int[corpus.sentences.size()];
    for (int i = 0; i < deck.length; i++) {
      deck[i] = i;
    }
    this.dealt = deck.length;
  }

  /** A text to somebody, from a greeting on; about half of them name the recipient's company. */
  String letter(Person to, int words) {
    Draft draft = new Draft();
    String greeting = GREETINGS.get(random.nextInt(GREETINGS.size()));
    for (String word : greeting.strip().toLowerCase(Locale.ROOT).split(" ", -1)) {
      draft.remember(Word.of(word));
    }
    draft.remember(FIRST_NAME);
    int companyAt =
        random.nextInt(COMPANY_ONE_IN) == 0 ? 4 + random.nextInt(Math.max(1, words - 6)) : -1;
    String text = write(draft, words, companyAt, to.company());
    return greeting + to.first() + ", " + text;
  }

  /** Sentences without a greeting. */
  String sentences(int words) {
    return write(new Draft(), words, -1, "");
  }

  private String write(Draft draft, int words, int companyAt, String company) {
    while (draft.words < words) {
      sentence(draft, companyAt, company);
    }
    draft.commit();
    return draft.text.toString();
  }

  private void sentence(Draft draft, int companyAt, String company) {
    Word[] words = corpus.sentences.get(deal());
    int at = 0;
    int length = 0;
    boolean begin = true;
    while (at < words.length && length < 30) {
      Word word = words[at++];
      boolean separated = avoidRepetition(draft, word, begin);
      draft.add(word, begin && !separated);
      begin = false;
      length++;
      if (draft.words >= companyAt && companyAt > 0 && !draft.named) {
        draft.named = true;
        draft.add(Word.of("at"), false);
        draft.addPlaceholder(company);
      }
      List<int[]> elsewhere = word.onward();
      if (elsewhere != null && at < words.length && random.nextInt(JUMP_ONE_IN) == 0) {
        int[] place = elsewhere.get(random.nextInt(elsewhere.size()));
        words = corpus.sentences.get(place[0]);
        at = place[1];
      }
    }
    draft.endSentence();
  }

  /** Whether a word was put before the given one. */
  private boolean avoidRepetition(Draft draft, Word word, boolean begin) {
    if (avoidsRepetition
        && draft.timesUsed(word) >= USED_TOO_OFTEN
        && random.nextInt(LET_PASS_ONE_IN) != 0) {
      Word between = corpus.words.get(random.nextInt(corpus.words.size()));
      for (int tries = 0; tries < 3 && draft.timesUsed(between) >= USED_TOO_OFTEN; tries++) {
        between = corpus.words.get(random.nextInt(corpus.words.size()));
      }
      draft.add(between, begin);
      return true;
    }
    return false;
  }

  private int deal() {
    if (dealt == deck.length) {
      for (int i = deck.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int card = deck[i];
        deck[i] = deck[j];
        deck[j] = card;
      }
      dealt = 0;
    }
    return deck[dealt++];
  }

  private static String capital(String word) {
    int first = word.codePointAt(0);
    return Character.toString(Character.toUpperCase(first))
        + word.substring(Character.charCount(first));
  }

  /** A text in the making, with the last two words and the phrases so far. */
  private final class Draft {
    private final StringBuilder text = new StringBuilder();
    private final List<Integer> phrases = new ArrayList<>();
    private int last;
    private int beforeLast;
    private int words;
    private boolean named;

    private int slot(Word word) {
      int hash = (beforeLast * 31 + last) * 0x9E3779B1 + word.hash() * 0x85EBCA6B;
      return (hash ^ hash >>> 15) & SLOTS - 1;
    }

    private int timesUsed(Word word) {
      return used[slot(word)];
    }

    private void remember(Word word) {
      phrases.add(slot(word));
      beforeLast = last;
      last = word.hash();
    }

    private void add(Word word, boolean begin) {
      if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(begin ? capital(word.text()) : word.text());
      remember(word);
      words++;
    }

    private void addPlaceholder(String company) {
      text.append(' ').append(company);
      remember(COMPANY);
      words++;
    }

    private void endSentence() {
      while (!text.isEmpty() && ",;:-".indexOf(text.charAt(text.length() - 1)) >= 0) {
        text.setLength(text.length() - 1);
      }
      if (".!?".indexOf(text.charAt(text.length() - 1)) < 0) {
        text.append('.');
      }
    }

    private void commit() {
      phrases.stream()
          .distinct()
          .forEach(
              slot -> {
                if (used[slot] < Byte.MAX_VALUE) {
                  used[slot]++;
                }
              });
    }
  }
}
