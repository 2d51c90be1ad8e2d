package dev.uncanned.score;

import java.util.Arrays;

/**
 * What is known of one of the recipients of all messages.
 *
 * @param rank decides who is drawn: a hash of the id
 * @param facts hashes of facts, sorted
 * @param has_profile whether anything besides a name is known
 */
public record CrowdMember(String recipient_id, long rank, int[] facts, boolean has_profile) {

  static CrowdMember of(String recipient, RecipientFacts facts) {
    return new CrowdMember(recipient, rank(recipient), facts.facts(), facts.hasProfile());
  }

  static long rank(String recipient) {
    return PhraseHash.mix(PhraseHash.of(recipient, 0, recipient.length()));
  }

  /** Of two records of one person the one that tells more; of equals the same in any order. */
  CrowdMember fuller(CrowdMember other) {
    if (facts.length != other.facts.length) {
      return facts.length > other.facts.length ? this : other;
    }
    return Arrays.compare(facts, other.facts) <= 0 ? this : other;
  }
}
