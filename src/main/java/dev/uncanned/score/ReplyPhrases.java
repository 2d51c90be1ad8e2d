package dev.uncanned.score;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The phrases of one list {@code replies-xx.txt} in an answer, each weighed by the words around it.
 *
 * <p>A phrase inside of a longer one of another kind says nothing. What is in front of a phrase
 * reaches it over a comma only from close by, and never over the end of a sentence or a "but". A
 * wish to get no more is none with a veto beside it ("don't remove me") or with a limit of time or
 * place: "not before Monday".
 */
final class ReplyPhrases {

  private static final int NEAR = 3;
  private static final int FAR = 6;
  private static final int BEHIND = 3;
  private static final int OBJECT = 5;
  private static final int BRIEF = 4;
  private static final String CLAUSE_ENDS = ",;:()";
  private static final String OTHER = "other";

  private final Words words;
  private final List<LexiconHit> hits;

  private ReplyPhrases(Words words, List<LexiconHit> hits) {
    this.words = words;
    this.hits = hits;
  }

  /** All that the phrases of a list are signs of. */
  static Set<ReplySign> signs(Words words, Lexicon list) {
    ReplyPhrases phrases = new ReplyPhrases(words, list.find(words, 0, words.count()));
    Set<ReplySign> signs = EnumSet.noneOf(ReplySign.class);
    for (LexiconHit hit : phrases.hits) {
      ReplySign sign = phrases.isHidden(hit) ? null : phrases.sign(hit);
      if (sign != null) {
        signs.add(sign);
      }
    }
    if (signs.contains(ReplySign.AUTO) && phrases.asks()) {
      signs.add(ReplySign.OFFER);
    }
    return signs;
  }

  /** Null for what only bears on other phrases. */
  private ReplySign sign(LexiconHit hit) {
    return switch (hit.kind()) {
      case "opt_out" -> isVetoed(hit) ? null : ReplySign.OPT_OUT;
      case "removal" -> isVetoed(hit) || isOfOneThing(hit) ? null : ReplySign.OPT_OUT;
      case "silence" -> isVetoed(hit) || isLimited(hit) ? null : ReplySign.OPT_OUT;
      case "whole" -> isWhole(hit) ? ReplySign.OPT_OUT : null;
      case "weak" -> weak(hit);
      case "negative" -> ReplySign.NEGATIVE;
      case "content" -> isNegated(hit) ? ReplySign.DISCONTENT : ReplySign.NEGATIVE;
      case "discontent" -> ReplySign.DISCONTENT;
      case "brief" -> isBrief(hit) ? ReplySign.NEGATIVE : null;
      case "positive" -> isNegated(hit) || isAsked(hit) ? null : ReplySign.POSITIVE;
      case "request" -> isNegated(hit) ? null : ReplySign.POSITIVE;
      case "neutral" -> ReplySign.NEUTRAL;
      case "thanks" -> ReplySign.THANKS;
      case "auto" -> isPast(hit) ? null : ReplySign.AUTO;
      case "notice" -> ReplySign.NOTICE;
      case "offer" -> isNegated(hit) ? null : ReplySign.OFFER;
      default -> null;
    };
  }

  private ReplySign weak(LexiconHit hit) {
    if (isVetoed(hit) || isLimited(hit)) {
      return null;
    }
    return isMeant(hit) ? ReplySign.WEAK_OPT_OUT : ReplySign.LISTS;
  }

  /** Whether a text says nothing else, and does not ask: "Stop?". */
  private boolean isWhole(LexiconHit hit) {
    return hit.from() == 0 && hit.to() == words.count() && !asks();
  }

  private boolean asks() {
    for (int i = 0; i < words.count(); i++) {
      if (words.isFollowedBy(i, "?") && words.endsSentence(i)) {
        return true;
      }
    }
    return false;
  }

  private boolean isHidden(LexiconHit hit) {
    for (LexiconHit other : hits) {
      if (!other.is(hit.kind())
          && encloses(other, hit)
          && !isParted(other.from(), other.to() - 1, false)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a word stands in a phrase that means something else: the "no" of "no problem". */
  private boolean isIdle(LexiconHit mark) {
    for (LexiconHit other : hits) {
      if ((other.is(OTHER) || other.is("positive") || other.is("auto")) && encloses(other, mark)) {
        return true;
      }
    }
    return false;
  }

  private static boolean encloses(LexiconHit longer, LexiconHit hit) {
    return longer.from() <= hit.from()
        && longer.to() >= hit.to()
        && longer.to() - longer.from() > hit.to() - hit.from();
  }

  /** Whether a word in its own meaning bears on a phrase. */
  private boolean isMarked(Predicate<LexiconHit> bearing) {
    for (LexiconHit mark : hits) {
      if (bearing.test(mark) && !isIdle(mark)) {
        return true;
      }
    }
    return false;
  }

  private boolean isNegated(LexiconHit hit) {
    return isMarked(
        mark ->
            mark.is("negation") && leadsTo(mark, hit)
                || mark.is("behind") && follows(mark, hit, BEHIND));
  }

  private boolean isVetoed(LexiconHit hit) {
    return isMarked(
        mark ->
            mark.is("veto") && mark.to() == hit.from() && !isParted(mark.from(), hit.from(), true)
                || mark.is("vetoed")
                    && mark.from() == hit.to()
                    && !isParted(hit.to() - 1, mark.to() - 1, true));
  }

  /** Whether a writer wants to be left out of a meeting or a thread rather than a list. */
  private boolean isOfOneThing(LexiconHit hit) {
    return isMarked(mark -> mark.is("thing") && follows(mark, hit, OBJECT));
  }

  /** Whether a writer wants no messages for some time, or wants them elsewhere. */
  private boolean isLimited(LexiconHit hit) {
    return isMarked(
        mark ->
            mark.is("ahead") && leadsTo(mark, hit)
                || mark.is("limit") && follows(mark, hit, BEHIND)
                || mark.is("place") && follows(mark, hit, BEHIND) && isReplaced(mark));
  }

  private boolean isReplaced(LexiconHit place) {
    for (LexiconHit mark : hits) {
      if (mark.is("instead") && mark.from() >= place.to() && !isHidden(mark)) {
        return true;
      }
    }
    return false;
  }

  private boolean isPast(LexiconHit hit) {
    for (LexiconHit mark : hits) {
      if (mark.is("past") && leadsTo(mark, hit)) {
        return true;
      }
    }
    return false;
  }

  /** Who asks for the reader's interest ("are you still interested?") tells none. */
  private boolean isAsked(LexiconHit hit) {
    int start = words.sentenceStart(hit.from());
    for (LexiconHit mark : hits) {
      if (mark.is("ask")
          && mark.from() >= start
          && mark.from() < hit.from()
          && (mark.from() == start || words.isFollowedBy(mark.from() - 1, CLAUSE_ENDS))
          && !isIdle(mark)) {
        return words.isFollowedBy(words.sentenceEnd(hit.from()) - 1, "?");
      }
    }
    return false;
  }

  /** Whether a word of leaving lists is the writer's own wish. */
  private boolean isMeant(LexiconHit hit) {
    return !hasAround("event", hit) && (isBrief(hit) || hasAround("self", hit));
  }

  private boolean isBrief(LexiconHit hit) {
    return words.sentenceEnd(hit.from()) - words.sentenceStart(hit.from()) <= BRIEF;
  }

  private boolean hasAround(String kind, LexiconHit hit) {
    for (LexiconHit mark : hits) {
      int first = Math.min(mark.from(), hit.from());
      int last = Math.max(mark.from(), hit.to() - 1);
      if (mark.is(kind)
          && last - first <= FAR + hit.to() - hit.from()
          && !isParted(first, last, true)) {
        return true;
      }
    }
    return false;
  }

  private boolean leadsTo(LexiconHit mark, LexiconHit hit) {
    int distance = hit.from() - mark.from();
    return distance > 0
        && distance <= FAR
        && !isParted(mark.from(), hit.from(), distance > NEAR)
        && !turns(mark.from(), hit.from());
  }

  private boolean follows(LexiconHit mark, LexiconHit hit, int reach) {
    int distance = mark.from() - hit.to();
    return distance >= 0
        && distance < reach
        && !isParted(hit.to() - 1, mark.from(), true)
        && !turns(hit.to(), mark.from());
  }

  private boolean isParted(int from, int to, boolean byClauses) {
    for (int i = from; i < to; i++) {
      if (words.endsSentence(i) || byClauses && words.isFollowedBy(i, CLAUSE_ENDS)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the text says the contrary of what it said before: "not today, but I am". */
  private boolean turns(int from, int to) {
    for (LexiconHit mark : hits) {
      if (mark.is("contrast") && mark.from() > from && mark.from() < to) {
        return true;
      }
    }
    return false;
  }
}
