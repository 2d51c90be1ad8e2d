package dev.uncanned.synthetic;

import dev.uncanned.synthetic.Corpus.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/**
 * Masked texts of mass sends and of single messages, with the template of each: what clustering is
 * judged by, without the archives around it.
 *
 * <p>Text number i is made when it is asked for, from the seed and i alone, so that millions of
 * texts need no memory. Most have about 100 words: sentences of the prose that hand-written
 * messages are cut from, recombined word by word. Texts with neighbouring numbers belong together.
 * Thread-safe.
 */
public final class TextCorpus {

  /** How the texts of a template differ from each other. */
  public enum Kind {
    /**
     * A mail merge: two words and a number differ, and half of the texts have one more sentence.
     */
    MERGE,
    /** The same, but several templates share two of their five sentences. */
    SIBLINGS,
    /** The same, but several templates share a block of 25 words at their end. */
    SIGNED,
    /** Each text differs from the one before in 8 % of its words. */
    DRIFT,
    /** A fixed text of 30 to 50 words inside 60 to 120 words that no other text has. */
    EMBEDDED,
    /** A mail merge; one text in twenty has one word in twenty wrong. */
    MISTYPED,
    /** The same, behind an opening of 5 to 20 words that no other text has. */
    OPENED,
    /** The same, but a merge of 40 to 80 words, so that half of a text may be its own. */
    BRIEF,
    /** Like no other text. */
    SINGLE;

    /**
     * The kinds of the texts on which time is taken, so that figures can be compared with earlier
     * ones.
     */
    public static List<Kind> forSpeed() {
      return List.of(MERGE, SIBLINGS, SIGNED, DRIFT, EMBEDDED, SINGLE);
    }
  }

  /**
   * A text.
   *
   * @param masked masked tokens, joined by single spaces
   * @param template number of the template; texts of one template have the same
   */
  public record Text(String masked, Kind kind, int template) {}

  private static final Pattern SIGNS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final int[] SIZES = {2, 3, 5, 8, 12, 20, 40, 80, 160, 320};
  private static final int LONGEST_CHAIN = 40;
  private static final int SIBLING_TEMPLATES = 4;
  private static final int SENTENCES = 5;
  private static final int BLOCK_WORDS = 25;
  private static final int SENTENCE_WORDS = 20;
  private static final double DRIFT_RATE = 0.08;
  private static final int FEWEST_SENTENCES = 2;
  private static final int SHORTEST_OPENING = 5;
  private static final int LONGEST_OPENING = 20;
  private static final int MISTYPED_ONE_IN = 20;

  private final Corpus corpus = Corpus.load();
  private final String[][] sentences;
  private final String[] singles;
  private final long seed;
  private final Kind[] kinds;

  /** Number of the first text of each template, and behind the last. */
  private final int[] starts;

  /**
   * A corpus.
   *
   * @param size number of texts
   * @param kinds which kinds there are, in equal parts of the templates
   */
  public TextCorpus(long seed, int size, List<Kind> kinds) {
    this.seed = seed;
    this.kinds = kinds.toArray(Kind[]::new);
    this.sentences = corpus.sentences.stream().map(TextCorpus::folded).toArray(String[][]::new);
    this.singles = folded(corpus.words.toArray(Word[]::new));
    int[] begun = new int[size + 1];
    int templates = 0;
    int texts = 0;
    while (texts < size) {
      begun[templates] = texts;
      int room = size - texts;
      texts += Math.min(room, members(templates));
      templates++;
    }
    begun[templates] = size;
    this.starts = Arrays.copyOf(begun, templates + 1);
  }

  /** Number of texts. */
  public int size() {
    return starts[starts.length - 1];
  }

  /** A text by its number, from 0. */
  public Text text(int number) {
    int found = Arrays.binarySearch(starts, number);
    int template = found >= 0 ? found : -found - 2;
    int member = number - starts[template];
    Kind kind = kind(template);
    List<String> words =
        switch (kind) {
          case MERGE -> mailMerge(template, member);
          case SIBLINGS -> merged(template, siblings(template), member);
          case SIGNED -> signed(template, member);
          case DRIFT -> drifted(template, member);
          case EMBEDDED -> embedded(template, member);
          case MISTYPED -> mistyped(template, member, mailMerge(template, member));
          case OPENED -> mistyped(template, member, opened(template, member, SENTENCES));
          case BRIEF ->
              mistyped(template, member, opened(template, member, fewSentences(template)));
          case SINGLE -> sentences(template, 0, SENTENCES);
        };
    return new Text(String.join(" ", words), kind, template);
  }

  /** Neighbouring templates of a kind are siblings, so kinds change only every few templates. */
  private Kind kind(int template) {
    return kinds[template / SIBLING_TEMPLATES % kinds.length];
  }

  private int members(int template) {
    if (kind(template) == Kind.SINGLE) {
      return 1;
    }
    int members = SIZES[random("members", template).nextInt(SIZES.length)];
    return kind(template) == Kind.DRIFT ? Math.min(LONGEST_CHAIN, members) : members;
  }

  private List<String> sentences(long source, int from, int to) {
    List<String> words = new ArrayList<>();
    for (int i = from; i < to; i++) {
      SplittableRandom random = random("sentence", source * SENTENCES + i);
      int end = words.size() + SENTENCE_WORDS;
      while (words.size() < end) {
        words(random, end - words.size(), words);
      }
    }
    return words;
  }

  /** Adds up to so many words of a sentence, with jumps behind function words. */
  private void words(SplittableRandom random, int most, List<String> into) {
    int sentence = random.nextInt(sentences.length);
    int at = 0;
    for (int i = 0; i < most && at < sentences[sentence].length; i++) {
      Word word = corpus.sentences.get(sentence)[at];
      String folded = sentences[sentence][at++];
      if (!folded.isEmpty()) {
        into.add(folded);
      }
      boolean jumps = word.onward() != null && random.nextInt(2) == 0;
      if (jumps) {
        int[] place = word.onward().get(random.nextInt(word.onward().size()));
        sentence = place[0];
        at = place[1];
      }
    }
    into.add(single(random));
  }

  private String single(SplittableRandom random) {
    String word = singles[random.nextInt(singles.length)];
    return word.isEmpty() ? "again" : word;
  }

  /** Neighbouring numbers give the same sources shifted by one value, hence the second source. */
  private SplittableRandom random(String purpose, long number) {
    return new SplittableRandom(Seeds.of(seed, purpose, number).nextLong());
  }

  /** What masking leaves of words, worked out once: it takes longer than all the rest. */
  private static String[] folded(Word... words) {
    String[] folded = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      String lower = words[i].text().toLowerCase(Locale.ROOT);
      folded[i] = SIGNS.matcher(lower).replaceAll("");
    }
    return folded;
  }

  private List<String> merged(int template, List<String> fixed, int member) {
    SplittableRandom own = random("member", (long) template << Integer.SIZE | member);
    List<String> words = new ArrayList<>(fixed);
    words.add(0, "\u27e8FIRST\u27e9");
    words.set(1 + Math.floorMod(template, fixed.size() / 2), single(own));
    words.set(1 + fixed.size() / 2, single(own));
    words.add("reference");
    words.add(Integer.toString(own.nextInt(1_000_000)));
    if (own.nextBoolean()) {
      List<String> more = sentences(template + 500_000_000L, 0, 1);
      words.addAll(words.size() / 2, more.subList(0, SENTENCE_WORDS / 2));
    }
    return words;
  }

  private List<String> siblings(int template) {
    List<String> words = new ArrayList<>(sentences(template, 0, SENTENCES - 2));
    words.addAll(sentences(1_000_000_000L + template / SIBLING_TEMPLATES, 0, 2));
    return words;
  }

  private List<String> signed(int template, int member) {
    List<String> words = merged(template, sentences(template, 0, SENTENCES - 1), member);
    List<String> block = sentences(1_500_000_000L + template / SIBLING_TEMPLATES, 0, 2);
    words.addAll(block.subList(0, BLOCK_WORDS));
    return words;
  }

  private List<String> drifted(int template, int member) {
    List<String> words = sentences(template, 0, SENTENCES);
    for (int step = 1; step <= member; step++) {
      SplittableRandom edit = random("drift", (long) template << Integer.SIZE | step);
      for (int i = 0; i < words.size(); i++) {
        if (edit.nextDouble() < DRIFT_RATE) {
          words.set(i, single(edit));
        }
      }
    }
    return words;
  }

  private List<String> embedded(int template, int member) {
    SplittableRandom own = random("around", (long) template << Integer.SIZE | member);
    int fixed = 30 + random("fixed", template).nextInt(21);
    List<String> words = new ArrayList<>();
    int around = 60 + own.nextInt(61);
    while (words.size() < around) {
      words(own, SENTENCE_WORDS, words);
    }
    words.addAll(own.nextInt(words.size()), sentences(template, 0, SENTENCES).subList(0, fixed));
    return words;
  }

  private List<String> mailMerge(int template, int member) {
    return merged(template, sentences(template, 0, SENTENCES), member);
  }

  private int fewSentences(int template) {
    return FEWEST_SENTENCES + random("length", template).nextInt(FEWEST_SENTENCES + 1);
  }

  private List<String> opened(int template, int member, int sentences) {
    SplittableRandom own = random("opening", (long) template << Integer.SIZE | member);
    int length = SHORTEST_OPENING + own.nextInt(LONGEST_OPENING - SHORTEST_OPENING + 1);
    List<String> opening = new ArrayList<>();
    while (opening.size() < length) {
      words(own, length - opening.size(), opening);
    }
    List<String> words = merged(template, sentences(template, 0, sentences), member);
    words.addAll(1, opening.subList(0, length));
    return words;
  }

  private List<String> mistyped(int template, int member, List<String> words) {
    SplittableRandom typist = random("typist", (long) template << Integer.SIZE | member);
    if (typist.nextInt(MISTYPED_ONE_IN) == 0) {
      for (int i = 0; i < words.size(); i++) {
        if (typist.nextInt(MISTYPED_ONE_IN) == 0) {
          words.set(i, withTypo(words.get(i), typist));
        }
      }
    }
    return words;
  }

  /** The word without one of its letters; a placeholder is not typed. */
  private static String withTypo(String word, SplittableRandom typist) {
    if (word.length() < 2 || word.charAt(0) == '\u27e8') {
      return word;
    }
    int at = typist.nextInt(word.length());
    return word.substring(0, at) + word.substring(at + 1);
  }
}
