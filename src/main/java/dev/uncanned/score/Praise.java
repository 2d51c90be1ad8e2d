package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.text.Masker;
import dev.uncanned.text.TokenPlaces;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Finds sentences that praise the reader and says whether they would fit anybody.
 *
 * <p>A sentence is hollow praise if it praises something that everybody has (a profile, a career, a
 * company) and names nothing: no number, quotation, name or subject. What a database fills in
 * counts as nothing: names, company and title of a recipient or of the sender, unfilled merge
 * fields, and the employer in "your work at Initech". A sentence that praises and does name
 * something is specific praise. Praise of oneself, of third parties, of an opportunity or of a
 * suitable date is none.
 *
 * <p>The words come from the lists {@code praise-xx.txt}; other languages than theirs are unknown.
 * Whether a capital letter tells a name is decided by the letter, not by the name, so that the
 * names of recipients from any culture are treated alike.
 */
public final class Praise implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final Set<String> PRAISING =
      Set.of(PraiseSentence.PRAISE, PraiseSentence.WEAK, PraiseSentence.ADMIRE);
  private static final Map<String, WordList> LISTS = lists();

  /** A list, and its phrases of praise alone. */
  private record WordList(Lexicon lexicon, Lexicon praising) {}

  private static Map<String, WordList> lists() {
    Map<String, WordList> lists = new HashMap<>();
    for (String lang : List.of("en", "de", "fr", "es", "pt")) {
      Lexicon lexicon = Lexicon.of("praise-" + lang + ".txt");
      lists.put(lang, new WordList(lexicon, lexicon.only(PRAISING)));
    }
    return Map.copyOf(lists);
  }

  /** The version of the list of a language; null if it has none. */
  public static String version(String lang) {
    WordList list = LISTS.get(lang);
    return list == null ? null : list.lexicon.version();
  }

  /**
   * The praise of a text.
   *
   * @param text for display
   * @param lang ISO 639-1 code, may be null
   * @param sender may be null
   * @param recipients may be null
   * @return null if the language has no list or is not known
   */
  public PraiseFound find(String text, String lang, Contact sender, List<Contact> recipients) {
    List<Contact> named = recipients == null ? List.of() : recipients;
    return find(text, lang, () -> new Masker().places(text, sender, named));
  }

  /**
   * The same, where the places of tokens and placeholders are known; they are asked for only if
   * there is a word of praise in the text.
   */
  public PraiseFound find(String text, String lang, Supplier<TokenPlaces> places) {
    return text == null ? null : find(text, Words.of(text), lang, places);
  }

  /** The same, where the words of the text are known as well. */
  PraiseFound find(String text, Words words, String lang, Supplier<TokenPlaces> places) {
    WordList list = lang == null ? null : LISTS.get(lang);
    if (list == null) {
      return null;
    }
    if (!list.praising.isIn(words, list.lexicon, PraiseSentence.IDLE)) {
      return PraiseFound.NONE;
    }
    return sentences(text, words, list, lang.equals("de"), places.get());
  }

  private static PraiseFound sentences(
      String text, Words words, WordList list, boolean german, TokenPlaces places) {
    List<PraiseSpan> spans = new ArrayList<>();
    for (Sentence sentence : Sentences.of(text, places, null)) {
      int from = words.firstFrom(sentence.start());
      int to = words.firstFrom(sentence.end());
      PraiseSpan span =
          new PraiseSentence(text, words, from, to, list.lexicon, german, places)
              .span(sentence.start(), sentence.end());
      if (span != null) {
        spans.add(span);
      }
    }
    return PraiseFound.of(spans);
  }
}
