package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import java.util.List;
import java.util.Locale;

/** The kind of work that a job title stands for, by the list {@code title-families.txt}. */
public enum TitleFamily {
  ENGINEERING,
  SALES,
  MARKETING,
  HR,
  FINANCE,
  /** Founders, owners, managing directors and boards. */
  EXECUTIVE,
  PRODUCT,
  /** Those who run a company's own computers. */
  IT,
  OPERATIONS,
  LEGAL,
  ACADEMIA,
  HEALTH,
  /** A title that the list does not know. */
  OTHER;

  private static final String RANK = "rank";
  private static final Lexicon LIST = Lexicon.of("title-families.txt");

  /** The family of a contact's title; null where the archive has none. */
  static TitleFamily of(Contact contact) {
    return contact == null ? null : of(contact.title());
  }

  /**
   * The family of a title: the longest phrase of the list decides, then {@link #EXECUTIVE}, then
   * the first. Phrases inside of a mere rank ("vice president of") do not count.
   *
   * @return null for a title without words
   */
  public static TitleFamily of(String title) {
    if (title == null) {
      return null;
    }
    Words words = Words.of(title);
    if (words.count() == 0) {
      return null;
    }
    List<LexiconHit> hits = LIST.find(words, 0, words.count());
    LexiconHit best = null;
    for (LexiconHit hit : hits) {
      if (!hit.is(RANK) && !isRank(hit, hits) && (best == null || beats(hit, best))) {
        best = hit;
      }
    }
    return best == null ? OTHER : valueOf(best.kind().toUpperCase(Locale.ROOT));
  }

  private static boolean isRank(LexiconHit hit, List<LexiconHit> hits) {
    return hits.stream()
        .anyMatch(rank -> rank.is(RANK) && rank.from() <= hit.from() && rank.to() >= hit.to());
  }

  private static boolean beats(LexiconHit hit, LexiconHit best) {
    int longer = (hit.to() - hit.from()) - (best.to() - best.from());
    String executive = EXECUTIVE.name().toLowerCase(Locale.ROOT);
    return longer > 0 || longer == 0 && hit.is(executive) && !best.is(executive);
  }
}
