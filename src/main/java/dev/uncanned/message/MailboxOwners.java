package dev.uncanned.message;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.OwnerClaim;
import dev.uncanned.archive.OwnerClaim.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds the owner of each mailbox from what its readers counted.
 *
 * <p>The address that sends from the sent folders decides; without sent folders the address that
 * mail is delivered to. Without that it is the one that writes or is written to most: somebody of
 * the roster, if in a tenth of the mails, else whoever is in half of them and is written to as
 * well, else the one most written to, if at least a tenth of the mails is written to it.
 */
final class MailboxOwners {

  private static final double LEAST_SHARE = 0.1;
  private static final double MAJORITY = 0.5;
  private static final List<Evidence> FOLDERS =
      List.of(Evidence.SENT_FOLDER, Evidence.DELIVERED_TO);

  private MailboxOwners() {}

  /**
   * The owner of each archive whose claims name one, by archive id.
   *
   * @param team addresses of the people on the roster, folded
   */
  static Map<String, Contact> of(List<OwnerClaim> claims, Set<String> team) {
    Map<String, Contact> owners = new TreeMap<>();
    byArchive(claims)
        .forEach(
            (archive, own) -> {
              String owner = strongest(own, team);
              if (owner != null) {
                owners.put(archive, Contact.of(null, null, owner));
              }
            });
    return owners;
  }

  /** What else the owners send from, by archive id (see {@link SentAliases}). */
  static Map<String, List<String>> aliases(List<OwnerClaim> claims, Map<String, Contact> owners) {
    Map<String, List<String>> aliases = new TreeMap<>();
    byArchive(claims)
        .forEach(
            (archive, own) -> {
              Contact owner = owners.get(archive);
              if (owner != null) {
                aliases.put(archive, SentAliases.of(own, owner.email()));
              }
            });
    return aliases;
  }

  private static Map<String, List<OwnerClaim>> byArchive(List<OwnerClaim> claims) {
    Map<String, List<OwnerClaim>> byArchive = new TreeMap<>();
    for (OwnerClaim claim : claims) {
      boolean fromMailbox = claim.evidence() != Evidence.PROFILE;
      if (fromMailbox && claim.person().email() != null) {
        byArchive.computeIfAbsent(claim.archive_id(), id -> new ArrayList<>()).add(claim);
      }
    }
    return byArchive;
  }

  private static String strongest(List<OwnerClaim> claims, Set<String> team) {
    for (Evidence evidence : FOLDERS) {
      String best = heaviest(weights(claims, evidence));
      if (best != null) {
        return best;
      }
    }
    Map<String, Long> received = weights(claims, Evidence.RECIPIENT);
    String busiest = busiest(received, weights(claims, Evidence.SENDER), team);
    if (busiest != null) {
      return busiest;
    }
    String best = heaviest(received);
    return best != null && received.get(best) >= LEAST_SHARE * sum(received) ? best : null;
  }

  /** Who takes part in most of the mails, since the owner takes part in all; null if unclear. */
  private static String busiest(
      Map<String, Long> received, Map<String, Long> sent, Set<String> team) {
    if (sent.isEmpty()) {
      return null;
    }
    Map<String, Long> parts = new TreeMap<>(received);
    sent.forEach((address, mails) -> parts.merge(address, mails, Long::sum));
    long mails = sum(sent);
    Map<String, Long> ofTeam = new TreeMap<>(parts);
    ofTeam.keySet().removeIf(address -> !team.contains(PeopleDirectory.folded(address)));
    String member = heaviest(ofTeam);
    if (member != null && parts.get(member) >= LEAST_SHARE * mails) {
      return member;
    }
    String best = heaviest(parts);
    if (best == null || parts.get(best) < MAJORITY * mails) {
      return null;
    }
    // Who only writes may be the one sender whose mail somebody keeps in a folder.
    boolean isWrittenTo = received.getOrDefault(best, 0L) >= LEAST_SHARE * sum(received);
    long most = parts.remove(best);
    boolean rival = parts.values().stream().anyMatch(mailsOfOther -> mailsOfOther >= most);
    return isWrittenTo && !rival ? best : null;
  }

  private static Map<String, Long> weights(List<OwnerClaim> claims, Evidence evidence) {
    Map<String, Long> weights = new TreeMap<>();
    for (OwnerClaim claim : claims) {
      if (claim.evidence() == evidence) {
        weights.merge(claim.person().email(), claim.weight(), Long::sum);
      }
    }
    return weights;
  }

  private static String heaviest(Map<String, Long> weights) {
    return weights.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static long sum(Map<String, Long> weights) {
    return weights.values().stream().mapToLong(Long::longValue).sum();
  }
}
