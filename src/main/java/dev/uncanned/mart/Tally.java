package dev.uncanned.mart;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts what the summaries of senders and of teams have in common, message by message. */
final class Tally {

  private static final int LEVELS = 5;
  private static final int SPECIFIC = 3;

  private final WordCounts customised = new WordCounts();
  private final Map<String, Integer> firstMessagesByTemplate = new HashMap<>();
  private final Set<String> senders = new HashSet<>();
  private final Set<String> recipients = new HashSet<>();
  private final Set<String> leftAlone = new HashSet<>();
  private final int[] levels = new int[LEVELS];
  private int sends;
  private int dyads;
  private int massKnown;
  private int mass;
  private int eligible;
  private int defects;
  private int replyKnown;
  private int replies;
  private int profileKnown;
  private int profiles;
  private int praiseKnown;
  private int hollow;
  private int followUps;
  private int bumps;
  private int afterOptOut;

  void add(ScoreFact fact) {
    sends++;
    if (fact.isFourthUnanswered()) {
      leftAlone.add(fact.sender_id() + " " + fact.recipient_id());
    }
    if (fact.bare_bump() != null) {
      followUps++;
      bumps += fact.bare_bump() ? 1 : 0;
    }
    afterOptOut += Boolean.TRUE.equals(fact.after_opt_out()) ? 1 : 0;
    if (fact.isFirstMessage()) {
      addFirstMessage(fact);
    }
  }

  private void addFirstMessage(ScoreFact fact) {
    dyads++;
    senders.add(fact.sender_id());
    recipients.add(fact.recipient_id());
    if (fact.profile_known() != null) {
      profileKnown++;
      profiles += fact.profile_known() ? 1 : 0;
    }
    if (fact.personal_level() != null) {
      levels[fact.personal_level()]++;
    }
    if (fact.hollow_praise_n() != null) {
      praiseKnown++;
      hollow += fact.hollow_praise_n() > 0 ? 1 : 0;
    }
    if (fact.mass_send() != null) {
      massKnown++;
      mass += fact.mass_send() ? 1 : 0;
    }
    if (fact.customised_words() != null) {
      customised.add(fact.customised_words());
    }
    if (fact.isEligible()) {
      eligible++;
      defects += fact.hard_defect() ? 1 : 0;
    }
    if (fact.replied() != null) {
      replyKnown++;
      replies += fact.replied() ? 1 : 0;
    }
    if (fact.cluster_id() != null) {
      firstMessagesByTemplate.merge(fact.cluster_id(), 1, Integer::sum);
    }
  }

  /** exp of the Shannon entropy of the templates' shares; null without a template. */
  Double effectiveTemplates() {
    int[] sizes = firstMessagesByTemplate.values().stream().mapToInt(n -> n).sorted().toArray();
    double all = Arrays.stream(sizes).sum();
    if (all == 0) {
      return null;
    }
    double entropy = 0;
    for (int n : sizes) {
      entropy -= n / all * Math.log(n / all);
    }
    return Math.exp(entropy);
  }

  Double topTemplateShare() {
    int top = firstMessagesByTemplate.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    return dyads == 0 || top == 0 ? null : (double) top / dyads;
  }

  WordCounts customised() {
    return customised;
  }

  int sends() {
    return sends;
  }

  int dyads() {
    return dyads;
  }

  int massKnown() {
    return massKnown;
  }

  int mass() {
    return mass;
  }

  int eligible() {
    return eligible;
  }

  int defects() {
    return defects;
  }

  int replyKnown() {
    return replyKnown;
  }

  int replies() {
    return replies;
  }

  /** Pairs of sender and recipient, each once, of whom a fourth message in a row has no answer. */
  int leftAlone() {
    return leftAlone.size();
  }

  int senders() {
    return senders.size();
  }

  int recipients() {
    return recipients.size();
  }

  /** First messages whose personal level is known. */
  int levelKnown() {
    return Arrays.stream(levels).sum();
  }

  /** Share of these at a level; null without any. */
  Double levelShare(int level) {
    int known = levelKnown();
    return known == 0 ? null : Double.valueOf((double) levels[level] / known);
  }

  /** First messages with something specific to the recipient: level 3 and 4. */
  int specific() {
    return Arrays.stream(levels, SPECIFIC, LEVELS).sum();
  }

  /** Share of recipients with a profile among those that were looked at; null without any. */
  Double profileShare() {
    return profileKnown == 0 ? null : Double.valueOf((double) profiles / profileKnown);
  }

  int praiseKnown() {
    return praiseKnown;
  }

  int hollow() {
    return hollow;
  }

  int followUps() {
    return followUps;
  }

  int bumps() {
    return bumps;
  }

  int afterOptOut() {
    return afterOptOut;
  }
}
