package dev.uncanned.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Adds up who may own a mapped file: who sent its outbound messages, or, where no direction is
 * known, who sent nearly all of them or is most written to.
 *
 * <p>The archive of a whole team has no single owner: where no one sent half of the outbound
 * messages, nobody is claimed. Of each kind the 20 most frequent count.
 */
final class MappedOwners {

  private static final int TOP = 20;
  private static final int MAX_PEOPLE = 100_000;
  private static final int MAX_RECIPIENTS = 50;

  /** Share of messages of unknown direction from which their sender is taken for the owner. */
  private static final double NEARLY_ALL = 0.9;

  private static final double HALF = 0.5;
  private static final int FEW = 5;

  /** How often somebody occurs in one role. */
  private static final class Tally {
    private final Map<String, Long> counts = new HashMap<>();
    private final Map<String, Contact> people = new HashMap<>();
    private long all;

    void add(Contact person) {
      all++;
      String key = key(person);
      if (key != null && (counts.size() < MAX_PEOPLE || counts.containsKey(key))) {
        counts.merge(key, 1L, Long::sum);
        people.merge(key, person, Tally::smaller);
      }
    }

    private static String key(Contact person) {
      if (person.email() != null) {
        return "a " + person.email();
      }
      return person.url() != null
          ? "b " + person.url()
          : person.name() == null ? null : "c " + person.name();
    }

    /** The same of two spellings, in whatever order they come. */
    private static Contact smaller(Contact a, Contact b) {
      return Comparator.comparing(Contact::name, Comparator.nullsLast(Comparator.naturalOrder()))
                  .thenComparing(
                      Contact::url, Comparator.nullsLast(Comparator.<String>naturalOrder()))
                  .compare(a, b)
              <= 0
          ? a
          : b;
    }

    double largestShare() {
      long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
      return all == 0 ? 0 : (double) most / all;
    }

    List<Map.Entry<String, Long>> top() {
      return counts.entrySet().stream()
          .sorted(
              Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                  .thenComparing(Map.Entry.comparingByKey()))
          .limit(TOP)
          .toList();
    }
  }

  private final Tally owners = new Tally();
  private final Tally outbound = new Tally();
  private final Tally unknown = new Tally();
  private final Tally recipients = new Tally();

  /**
   * Counts one message.
   *
   * @param owner whom a column names as the owner; null if none does
   */
  void add(RawMessage message, Contact owner) {
    if (owner != null) {
      owners.add(owner);
    }
    if (message.direction() == Direction.OUTBOUND) {
      outbound.add(message.sender());
    } else if (message.direction() == null) {
      unknown.add(message.sender());
      message.recipients().stream().limit(MAX_RECIPIENTS).forEach(recipients::add);
    }
  }

  /** The claims, most frequent first. */
  List<OwnerClaim> claims(String archiveId) {
    List<OwnerClaim> claims = new ArrayList<>();
    Tally named = owners.all > 0 ? owners : outbound;
    if (named.all > 0) {
      if (named.largestShare() >= HALF) {
        claim(archiveId, named, OwnerClaim.Evidence.SENT_FOLDER, claims);
      }
    } else if (unknown.all >= FEW && unknown.largestShare() >= NEARLY_ALL) {
      claim(archiveId, unknown, OwnerClaim.Evidence.SENT_FOLDER, claims);
    } else {
      claim(archiveId, recipients, OwnerClaim.Evidence.RECIPIENT, claims);
    }
    return claims;
  }

  private static void claim(
      String archiveId, Tally tally, OwnerClaim.Evidence evidence, List<OwnerClaim> claims) {
    boolean alone = tally.counts.size() == 1;
    for (Map.Entry<String, Long> entry : tally.top()) {
      Contact person = tally.people.get(entry.getKey());
      boolean addressed = person.email() != null;
      // A profile or a name is one person's for sure only if there is no other.
      boolean profile = !addressed && alone && evidence == OwnerClaim.Evidence.SENT_FOLDER;
      if (addressed || profile) {
        OwnerClaim.Evidence kind = profile ? OwnerClaim.Evidence.PROFILE : evidence;
        claims.add(
            new OwnerClaim(archiveId, Objects.requireNonNull(person), kind, entry.getValue()));
      }
    }
  }
}
