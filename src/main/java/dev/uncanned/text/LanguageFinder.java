package dev.uncanned.text;

import com.github.pemistahl.lingua.api.Language;
import com.github.pemistahl.lingua.api.LanguageDetector;
import com.github.pemistahl.lingua.api.LanguageDetectorBuilder;
import java.io.Serializable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the language of a text: by its script, else by counting function words, else by n-grams.
 *
 * <p>Each known word, most of them function words, is worth one over the number of languages that
 * have it. The count decides where the first language has at least {@value #MIN_VOTES} and twice
 * the second; in texts of up to {@value #SHORT} words, where one word has to be enough, at least
 * {@value #MIN_SHORT_VOTES}. What is left goes to the n-gram models of lingua, which are loaded
 * when the first such text comes. They always name some language, so their answer counts only if it
 * is clear ahead of the second one and if no other language has more of the words; without it a
 * text has no language, since a wrong one does more harm. The models are not asked about fewer than
 * three words.
 */
public final class LanguageFinder implements Serializable {

  private static final long serialVersionUID = 1L;

  /** List whose lines are languages, with commas between them, and words. */
  static final String FUNCTION_WORDS = "function-words.txt";

  /** Likewise, of words of business letters and short messages. */
  static final String LETTER_WORDS = "language-words.txt";

  private static final List<String> LISTS = List.of(FUNCTION_WORDS, LETTER_WORDS);

  private static final int MIN_WORDS = 3;
  private static final float MIN_VOTES = 2f;
  private static final int SHORT = 6;
  private static final float MIN_SHORT_VOTES = 1f;
  private static final float MIN_RATIO = 2f;
  private static final float FEW_VOTES = 1.5f;
  private static final float FEW_RATIO = 3f;
  private static final float MIN_UNVOTED_CONFIDENCE = 0.625f;
  private static final double MAX_SECOND = 0.8;
  private static final int MAX_CHARS = 1500;
  private static final int MAX_MODEL_CHARS = 300;
  private static final float SCRIPT_CONFIDENCE = 0.9f;
  private static final int ANSWERS = 256;

  private final List<String> languages;
  private final char[][] tableWords;
  private final int[] tableHashes;
  private final int[][] tableSpeakers;
  private transient Answer[] answers;

  /**
   * A finder for some languages.
   *
   * @param languages ISO 639-1 codes; those without function words are left to the n-gram models
   */
  public LanguageFinder(List<String> languages) {
    this.languages = List.copyOf(languages);
    Map<String, Set<Integer>> known = knownWords(this.languages);
    int size = Integer.highestOneBit(Math.max(1, known.size())) * 4;
    this.tableWords = new char[size][];
    this.tableHashes = new int[size];
    this.tableSpeakers = new int[size][];
    known.forEach(this::put);
  }

  /**
   * The language of a text.
   *
   * @param masked tokens in lower case, as {@link TextDocument#masked}; placeholders do not vote
   */
  public LanguageVote find(String masked) {
    Count count = count(masked);
    if (count.script != null) {
      return scriptVote(count.script);
    }
    LanguageVote vote = decide(count);
    if (vote != null || count.words < MIN_WORDS) {
      return vote == null ? LanguageVote.UNKNOWN : vote;
    }
    return confirmed(modelVote(excerpt(masked)), count.votes);
  }

  /** What the models say counts only where the words do not say something else. */
  private LanguageVote confirmed(LanguageVote model, float[] votes) {
    int named = model.lang() == null ? -1 : languages.indexOf(model.lang());
    boolean unvoted = named >= 0 && votes[named] == 0;
    if (named < 0 || (unvoted && model.confidence() < MIN_UNVOTED_CONFIDENCE)) {
      return LanguageVote.UNKNOWN;
    }
    for (float vote : votes) {
      if (vote > votes[named]) {
        return LanguageVote.UNKNOWN;
      }
    }
    return model;
  }

  /** Short texts without function words come again and again ("Happy work anniversary"). */
  private LanguageVote modelVote(String excerpt) {
    Answer[] known = answers;
    if (known == null) {
      known = new Answer[ANSWERS];
      answers = known;
    }
    int slot = excerpt.hashCode() & (ANSWERS - 1);
    Answer answer = known[slot];
    if (answer == null || !answer.excerpt.equals(excerpt)) {
      answer = new Answer(excerpt, Models.find(languages, excerpt));
      known[slot] = answer;
    }
    return answer.vote;
  }

  private record Answer(String excerpt, LanguageVote vote) {}

  /** Whether the function words alone decide. */
  boolean isClear(String masked) {
    Count count = count(masked);
    return count.script != null || count.words < MIN_WORDS || decide(count) != null;
  }

  private LanguageVote decide(Count count) {
    float[] votes = count.votes;
    int best = 0;
    for (int i = 1; i < votes.length; i++) {
      best = votes[i] > votes[best] ? i : best;
    }
    float second = 0;
    for (int i = 0; i < votes.length; i++) {
      second = i == best ? second : Math.max(second, votes[i]);
    }
    if (votes.length == 0
        || count.words < 2
        || !decides(votes[best], second, count.words <= SHORT)) {
      return null;
    }
    return new LanguageVote(languages.get(best), votes[best] / (votes[best] + second));
  }

  private static boolean decides(float best, float second, boolean isShort) {
    if (best < (isShort ? MIN_SHORT_VOTES : MIN_VOTES)) {
      return false;
    }
    // A single word decides only where hardly any other speaks against it.
    return best >= (best < FEW_VOTES ? FEW_RATIO : MIN_RATIO) * second;
  }

  private LanguageVote scriptVote(String language) {
    return new LanguageVote(language, SCRIPT_CONFIDENCE);
  }

  private static final class Count {
    final float[] votes;
    int words;
    String script;

    Count(int languages) {
      votes = new float[languages];
    }
  }

  private Count count(String masked) {
    Count count = new Count(languages.size());
    int length = Math.min(masked.length(), MAX_CHARS);
    char[] text = new char[length + 1];
    masked.getChars(0, length, text, 0);
    text[length] = ' ';
    int start = 0;
    int hash = 0;
    boolean latin = true;
    for (int i = 0; i <= length; i++) {
      char c = text[i];
      if (c != ' ') {
        hash = 31 * hash + c;
        latin &= c < Scripts.LATIN_END || c == '\u27E8' || c == '\u27E9';
      } else {
        if (i > start && text[start] != '\u27E8') {
          count.words++;
          vote(count, text, start, i, hash);
        }
        start = i + 1;
        hash = 0;
      }
    }
    count.script = latin ? null : Scripts.languageOf(text, length);
    return count;
  }

  private void vote(Count count, char[] text, int from, int to, int hash) {
    int slot = slot(hash);
    while (tableWords[slot] != null) {
      char[] word = tableWords[slot];
      if (tableHashes[slot] == hash && Arrays.equals(word, 0, word.length, text, from, to)) {
        int[] speakers = tableSpeakers[slot];
        float worth = 1f / speakers.length;
        for (int speaker : speakers) {
          count.votes[speaker] += worth;
        }
        return;
      }
      slot = (slot + 1) & (tableWords.length - 1);
    }
  }

  private int slot(int hash) {
    return (hash ^ (hash >>> 15)) & (tableWords.length - 1);
  }

  private void put(String word, Set<Integer> speakers) {
    int slot = slot(word.hashCode());
    while (tableWords[slot] != null) {
      slot = (slot + 1) & (tableWords.length - 1);
    }
    tableWords[slot] = word.toCharArray();
    tableHashes[slot] = word.hashCode();
    tableSpeakers[slot] = speakers.stream().mapToInt(Integer::intValue).toArray();
  }

  private static Map<String, Set<Integer>> knownWords(List<String> languages) {
    Map<String, Set<Integer>> known = new TreeMap<>();
    for (String list : LISTS) {
      for (String line : WordList.lines(list)) {
        String[] words = line.split("\\s+");
        for (String code : words[0].split(",")) {
          int language = languages.indexOf(code);
          if (language >= 0) {
            for (String word : Arrays.asList(words).subList(1, words.length)) {
              known.computeIfAbsent(word, unused -> new TreeSet<>()).add(language);
            }
          }
        }
      }
    }
    return known;
  }

  private static String excerpt(String masked) {
    StringBuilder out = new StringBuilder(MAX_MODEL_CHARS);
    for (String word : masked.substring(0, Math.min(masked.length(), MAX_CHARS)).split(" ")) {
      if (!Placeholder.isPlaceholder(word) && out.length() + word.length() < MAX_MODEL_CHARS) {
        out.append(word).append(' ');
      }
    }
    return out.toString();
  }

  /** Keeps the n-gram models, which are large and not serialisable, once in a process. */
  private static final class Models {

    private static final Map<List<String>, LanguageDetector> BUILT = new ConcurrentHashMap<>();

    static LanguageVote find(List<String> languages, String text) {
      if (wanted(languages).length < 2) {
        return LanguageVote.UNKNOWN;
      }
      LanguageDetector detector = BUILT.computeIfAbsent(languages, Models::build);
      Map<Language, Double> values =
          new LinkedHashMap<>(detector.computeLanguageConfidenceValues(text));
      String best = null;
      double most = 0;
      double second = 0;
      for (Map.Entry<Language, Double> entry : values.entrySet()) {
        String code = codeOf(entry.getKey());
        if (entry.getValue() > most) {
          // The two written forms of Norwegian do not compete with each other.
          second = code.equals(best) ? second : most;
          most = entry.getValue();
          best = code;
        } else if (!code.equals(best)) {
          second = Math.max(second, entry.getValue());
        }
      }
      return best == null || second > MAX_SECOND * most
          ? LanguageVote.UNKNOWN
          : new LanguageVote(best, (float) (most / (most + second)));
    }

    private static LanguageDetector build(List<String> languages) {
      return LanguageDetectorBuilder.fromLanguages(wanted(languages)).withLowAccuracyMode().build();
    }

    private static Language[] wanted(List<String> languages) {
      return Arrays.stream(Language.values())
          .filter(language -> languages.contains(codeOf(language)))
          .toArray(Language[]::new);
    }

    private static String codeOf(Language language) {
      String code = language.getIsoCode639_1().name().toLowerCase(Locale.ROOT);
      return code.equals("nb") || code.equals("nn") ? "no" : code;
    }
  }
}
