package dev.uncanned.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Adds up who may own a mailbox: who sends from its sent folders, whom it is delivered to, whom its
 * other mail is addressed to and who sends that. The 20 most frequent of each kind count.
 */
final class MailOwners {

  private static final int TOP = 20;
  private static final int MAX_PEOPLE_PER_MAIL = 50;

  private final Map<OwnerClaim.Evidence, Map<String, Long>> weights =
      new EnumMap<>(OwnerClaim.Evidence.class);
  private final Map<String, String> names = new TreeMap<>();

  /** Counts one mail. */
  void add(MailHeaders headers, Contact sender, boolean sent) {
    if (sent) {
      count(OwnerClaim.Evidence.SENT_FOLDER, sender);
      return;
    }
    for (String header : List.of("delivered-to", "x-original-to", "envelope-to")) {
      String value = headers.first(header);
      if (value != null) {
        MailAddresses.of(value).stream()
            .limit(MAX_PEOPLE_PER_MAIL)
            .forEach(person -> count(OwnerClaim.Evidence.DELIVERED_TO, person));
      }
    }
    MailAddresses.of(headers.first("to")).stream()
        .limit(MAX_PEOPLE_PER_MAIL)
        .forEach(person -> count(OwnerClaim.Evidence.RECIPIENT, person));
    if (sender != null) {
      count(OwnerClaim.Evidence.SENDER, sender);
    }
  }

  private void count(OwnerClaim.Evidence evidence, Contact person) {
    if (person.email() != null) {
      weights
          .computeIfAbsent(evidence, key -> new TreeMap<>())
          .merge(person.email(), 1L, Long::sum);
      if (person.name() != null) {
        names.merge(person.email(), person.name(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
      }
    }
  }

  /** The claims, strongest evidence first, then by weight and address. */
  List<OwnerClaim> claims(String archiveId) {
    List<OwnerClaim> claims = new ArrayList<>();
    weights.forEach(
        (evidence, people) ->
            people.entrySet().stream()
                .sorted(
                    Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(TOP)
                .forEach(
                    entry ->
                        claims.add(
                            new OwnerClaim(
                                archiveId,
                                DisplayName.contact(names.get(entry.getKey()), entry.getKey()),
                                evidence,
                                entry.getValue()))));
    return claims;
  }
}
