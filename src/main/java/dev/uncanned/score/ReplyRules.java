package dev.uncanned.score;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says what an answer is by its phrases (the lists {@code replies-xx.txt}), and nothing where they
 * are not sure.
 *
 * <p>A plain wish to get no more messages wins over all else; a bare "unsubscribe" does unless the
 * text also says yes. A notice of absence comes next, and is not sure beside a yes, a no, a
 * question or an offer that no notice gives: people on holiday answer too. Of the others the text
 * must have one kind only: "not interested, but tell me more" is not sure. Thanks count where
 * nothing else is said. {@link ReplyPhrases} tells which phrases count. Long texts are no short
 * answers and stay unknown.
 */
public final class ReplyRules implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MAX_WORDS = 120;
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
    if (lang != null) {
      return decide(ReplyPhrases.signs(words, LISTS.get(lang)));
    }
    Set<ReplySign> found = EnumSet.noneOf(ReplySign.class);
    LISTS.values().forEach(list -> found.addAll(ReplyPhrases.signs(words, list)));
    return decide(found);
  }

  private static ReplyClass decide(Set<ReplySign> found) {
    boolean positive = found.contains(ReplySign.POSITIVE);
    boolean negative = found.contains(ReplySign.NEGATIVE);
    if (found.contains(ReplySign.OPT_OUT)) {
      return ReplyClass.OPT_OUT;
    }
    if (found.contains(ReplySign.WEAK_OPT_OUT)) {
      return positive ? null : ReplyClass.OPT_OUT;
    }
    if (found.contains(ReplySign.AUTO)) {
      boolean person = positive || negative || found.contains(ReplySign.OFFER);
      boolean sure = found.contains(ReplySign.NOTICE) || !person;
      return sure ? ReplyClass.AUTO : null;
    }
    if (negative) {
      // Who declines may thank, pass it on or name a later time.
      return positive || found.contains(ReplySign.DISCONTENT) ? null : ReplyClass.NEGATIVE;
    }
    boolean neutral = found.contains(ReplySign.NEUTRAL);
    if (positive) {
      return neutral || found.contains(ReplySign.LISTS) ? null : ReplyClass.POSITIVE;
    }
    return neutral || found.contains(ReplySign.THANKS) ? ReplyClass.NEUTRAL : null;
  }
}
