package dev.uncanned.score;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Says what an answer is by its phrases (the lists {@code replies-xx.txt}), and nothing where they
 * are not sure.
 *
 * <p>A wish to get no more messages and the notice of a machine win over all else. Of the others
 * the text must have one kind only: "not interested, but tell me more" is not sure. A phrase inside
 * of a longer one of another kind does not count ("interested" in "not interested"), nor does a
 * positive one behind a negation. Long texts are no short answers and stay unknown.
 */
public final class ReplyRules implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MAX_WORDS = 120;
  private static final int NEGATION_REACH = 3;
  private static final String NEGATION = "negation";
  private static final Map<String, Lexicon> LISTS = lists();

  private static Map<String, Lexicon> lists() {
    Map<String, Lexicon> lists = new HashMap<>();
    for (String lang : List.of("en", "de", "fr", "es", "pt")) {
      lists.put(lang, Lexicon.of("replies-" + lang + ".txt"));
    }
    return Map.copyOf(lists);
  }

  /**
   * What an answer says.
   *
   * @param text without the quoted message, may be null
   * @param lang ISO 639-1 code; null, as of very short texts, tries all lists and needs them to
   *     agree
   * @return null if the rules are not sure
   */
  public ReplyClass of(String text, String lang) {
    return text == null ? null : ofWords(Words.of(text), lang);
  }

  /** The same, where the words of the text are known. */
  ReplyClass ofWords(Words words, String lang) {
    boolean unlisted = lang != null && !LISTS.containsKey(lang);
    if (unlisted || words.count() > MAX_WORDS) {
      return null;
    }
    Set<ReplyClass> found = EnumSet.noneOf(ReplyClass.class);
    if (lang == null) {
      LISTS.values().forEach(list -> found.addAll(classes(words, list)));
    } else {
      found.addAll(classes(words, LISTS.get(lang)));
    }
    return decide(found);
  }

  private static ReplyClass decide(Set<ReplyClass> found) {
    if (found.contains(ReplyClass.OPT_OUT)) {
      return ReplyClass.OPT_OUT;
    }
    if (found.contains(ReplyClass.AUTO)) {
      return ReplyClass.AUTO;
    }
    if (found.contains(ReplyClass.NEGATIVE)) {
      // Who declines may thank, pass it on or name a later time.
      return found.contains(ReplyClass.POSITIVE) ? null : ReplyClass.NEGATIVE;
    }
    if (found.contains(ReplyClass.POSITIVE)) {
      return found.contains(ReplyClass.NEUTRAL) ? null : ReplyClass.POSITIVE;
    }
    return found.contains(ReplyClass.NEUTRAL) ? ReplyClass.NEUTRAL : null;
  }

  private static Set<ReplyClass> classes(Words words, Lexicon list) {
    Set<ReplyClass> found = EnumSet.noneOf(ReplyClass.class);
    List<LexiconHit> hits = list.find(words, 0, words.count());
    for (LexiconHit hit : hits) {
      if (!hit.is(NEGATION) && !isInside(hit, hits)) {
        ReplyClass kind = ReplyClass.valueOf(hit.kind().toUpperCase(Locale.ROOT));
        if (kind != ReplyClass.POSITIVE || !isNegated(hit, hits)) {
          found.add(kind);
        }
      }
    }
    return found;
  }

  private static boolean isInside(LexiconHit hit, List<LexiconHit> hits) {
    return hits.stream()
        .anyMatch(
            other ->
                !other.is(hit.kind())
                    && other.from() <= hit.from()
                    && other.to() >= hit.to()
                    && other.to() - other.from() > hit.to() - hit.from());
  }

  private static boolean isNegated(LexiconHit hit, List<LexiconHit> hits) {
    return hits.stream()
        .anyMatch(
            other ->
                other.is(NEGATION)
                    && other.from() < hit.from()
                    && other.from() >= hit.from() - NEGATION_REACH);
  }
}
