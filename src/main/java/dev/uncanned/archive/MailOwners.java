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
 *
 * <p>Who sends from a sent folder is claimed with the name that nearly all mails of the address
 * have there; a mailbox that several people send from has none.
 */
final class MailOwners {

  private static final int TOP = 20;
  private static final int MAX_PEOPLE_PER_MAIL = 50;
  private static final double NEARLY_ALL = 0.9;
  private static final List<String> DELIVERY =
      List.of("delivered-to", "x-original-to", "envelope-to");

  private final Map<OwnerClaim.Evidence, Map<String, Long>> weights =
      new EnumMap<>(OwnerClaim.Evidence.class);
  private final Map<String, String> names = new TreeMap<>();

  /** How often an address sends under a name, by the words of the name in any order. */
  private final Map<String, Map<String, Long>> sentNames = new TreeMap<>();

  private final Map<String, String> spellings = new TreeMap<>();

  /** Whether a server says into whose mailbox it put the mail. */
  static boolean isDelivered(MailHeaders headers) {
    return DELIVERY.stream().anyMatch(field -> headers.first(field) != null);
  }

  /** Counts one mail. */
  void add(MailHeaders headers, Contact sender, boolean sent) {
    if (sent) {
      count(OwnerClaim.Evidence.SENT_FOLDER, sender);
      countName(sender);
      return;
    }
    for (String header : DELIVERY) {
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

  private void countName(Contact sender) {
    String words = sender.name() == null ? "" : NameWords.of(sender.name());
    if (sender.email() != null && !words.isEmpty()) {
      sentNames.computeIfAbsent(sender.email(), key -> new TreeMap<>()).merge(words, 1L, Long::sum);
      spellings.merge(words, sender.name(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
    }
  }

  /** The name that nearly all sent mails of an address have; null if there is none. */
  private String sentName(String address, long mails) {
    for (Map.Entry<String, Long> name : sentNames.getOrDefault(address, Map.of()).entrySet()) {
      if (name.getValue() >= NEARLY_ALL * mails) {
        return spellings.get(name.getKey());
      }
    }
    return null;
  }

  private String name(OwnerClaim.Evidence evidence, String address, long mails) {
    boolean sent = evidence == OwnerClaim.Evidence.SENT_FOLDER;
    return sent ? sentName(address, mails) : names.get(address);
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
                                DisplayName.contact(
                                    name(evidence, entry.getKey(), entry.getValue()),
                                    entry.getKey()),
                                evidence,
                                entry.getValue()))));
    return claims;
  }
}
