package dev.uncanned.synthetic;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The prose that hand-written messages are cut from: about a hundred thousand running words of
 * quotations which Datafaker brings along, and lists of single words.
 */
final class Corpus {

  private static final List<String> SOURCES =
      List.of(
          "babylon5",
          "quote",
          "star_wars",
          "v_for_vendetta",
          "dune",
          "oscar_movie",
          "back_to_the_future",
          "tron",
          "ghostbusters",
          "the_it_crowd",
          "street_fighter",
          "hitchhikers_guide_to_the_galaxy",
          "shakespeare",
          "yoda",
          "lord_of_the_rings",
          "joke",
          "rick_and_morty",
          "seinfeld",
          "friends",
          "silicon_valley",
          "dr_who",
          "futurama",
          "princess_bride",
          "greek_philosophers",
          "matz",
          "twin_peaks",
          "fallout",
          "mass_effect");

  /** Fit for a message between strangers: nothing coarse, no blood. */
  private static final Set<String> UNFIT =
      Set.of(
          "ass",
          "asshole",
          "bastard",
          "bastards",
          "bitch",
          "blood",
          "bullshit",
          "crap",
          "damn",
          "dead",
          "death",
          "die",
          "died",
          "fuck",
          "fucking",
          "goddamn",
          "hell",
          "kill",
          "killed",
          "killing",
          "kills",
          "murder",
          "murdered",
          "murderer",
          "corpse",
          "torture",
          "stupid",
          "idiot",
          "raped",
          "naked",
          "piss",
          "rape",
          "sex",
          "shit",
          "slut",
          "suicide",
          "whore",
          "whores",
          "arse",
          "damned",
          "fucks",
          "god",
          "gods",
          "jesus",
          "christ",
          "sexual",
          "slave",
          "slaves",
          "terrorist",
          "terrorists");

  private static final List<String> JUMPS =
      List.of("the", "of", "and", "to", "a", "in", "that", "for", "with", "but", "is", "my", "as");
  private static final int MIN_WORDS = 5;
  private static final int MAX_WORDS = 40;

  /** Sentences word by word. */
  final List<Word[]> sentences;

  /** Nouns, adjectives and adverbs. */
  final List<Word> words;

  /**
   * A word as it is written, punctuation attached.
   *
   * @param hash of its letters and digits in lower case, as phrases are compared
   * @param onward where the text may go on behind a function word: numbers of sentence and word;
   *     null for other words
   */
  record Word(String text, int hash, List<int[]> onward) {

    static Word of(String text) {
      return new Word(text, folded(text).hashCode(), null);
    }
  }

  private Corpus(List<String[]> sentences, List<String> words) {
    Map<String, List<int[]>> places = new HashMap<>();
    JUMPS.forEach(word -> places.put(word, new ArrayList<>()));
    List<Word[]> all = new ArrayList<>();
    for (int s = 0; s < sentences.size(); s++) {
      String[] sentence = sentences.get(s);
      Word[] read = new Word[sentence.length];
      for (int w = 0; w < sentence.length; w++) {
        List<int[]> onward = places.get(sentence[w]);
        if (onward != null && w + 3 < sentence.length) {
          onward.add(new int[] {s, w + 1});
        }
        read[w] = new Word(sentence[w], folded(sentence[w]).hashCode(), onward);
      }
      all.add(read);
    }
    this.sentences = List.copyOf(all);
    this.words = words.stream().map(Word::of).toList();
  }

  static Corpus load() {
    Set<String> sentences = new LinkedHashSet<>();
    for (String source : SOURCES) {
      FakerLists.read("en/" + source, Set.of()).forEach(text -> addSentences(text, sentences));
    }
    List<String[]> split = new ArrayList<>();
    for (String sentence : sentences) {
      String[] words = sentence.split(" ", -1);
      if (words.length >= MIN_WORDS && words.length <= MAX_WORDS && isFit(words)) {
        split.add(words);
      }
    }
    return new Corpus(List.copyOf(split), singleWords());
  }

  /** Quotation marks, and who said it where, are no part of the prose. */
  private static void addSentences(String quotation, Set<String> into) {
    int credit = quotation.indexOf(" -- ");
    String text =
        (credit < 0 ? quotation : quotation.substring(0, credit))
            .replaceAll("[\"*_#{}()\\[\\]<>]", " ");
    for (String part : text.split("(?<=[.!?])\\s+")) {
      String sentence = part.replaceAll("\\.{2,}|--", ",").replaceAll("\\s+", " ").strip();
      sentence = sentence.replaceAll("^[,.;:\\- ]+", "").replaceAll(" ([,.;:!?])", "$1");
      if (!sentence.isEmpty()) {
        into.add(sentence);
      }
    }
  }

  private static boolean isFit(String[] words) {
    for (String word : words) {
      if (word.isEmpty() || UNFIT.contains(folded(word))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> singleWords() {
    return FakerLists.read("en/words", Set.of("adjective", "adverb", "noun")).stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() > 3 && word.indexOf(' ') < 0 && !UNFIT.contains(word))
        .toList();
  }

  /** The letters and digits of a word in lower case, as phrases are compared. */
  static String folded(String word) {
    StringBuilder letters = new StringBuilder(word.length());
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        letters.append(Character.toLowerCase(c));
      }
    }
    return letters.toString();
  }
}
