package dev.uncanned.mart;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Counts what the summaries of senders and of teams have in common, message by message. */
final class Tally {

  private final WordCounts customised = new WordCounts();
  private final Map<String, Integer> firstMessagesByTemplate = new HashMap<>();
  private final Set<String> senders = new HashSet<>();
  private final Map<String, String> senderByRecipient = new HashMap<>();
  private final Set<String> overlaps = new HashSet<>();
  private int sends;
  private int dyads;
  private int massKnown;
  private int mass;
  private int eligible;
  private int defects;
  private int replyKnown;
  private int replies;
  private int fourthUnanswered;

  void add(ScoreFact fact) {
    sends++;
    if (fact.isFourthUnanswered()) {
      fourthUnanswered++;
    }
    if (fact.isFirstMessage()) {
      addFirstMessage(fact);
    }
  }

  private void addFirstMessage(ScoreFact fact) {
    dyads++;
    senders.add(fact.sender_id());
    addRecipient(fact);
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

  private void addRecipient(ScoreFact fact) {
    String other = senderByRecipient.putIfAbsent(fact.recipient_id(), fact.sender_id());
    if (other != null && !other.equals(fact.sender_id())) {
      overlaps.add(fact.recipient_id());
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

  int fourthUnanswered() {
    return fourthUnanswered;
  }

  int senders() {
    return senders.size();
  }

  int recipients() {
    return senderByRecipient.size();
  }

  int overlaps() {
    return overlaps.size();
  }
}
