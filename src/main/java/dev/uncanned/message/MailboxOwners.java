package dev.uncanned.message;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.OwnerClaim;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the owner of each mailbox from what its readers counted.
 *
 * <p>The address that sends from the sent folders decides; without sent folders the address that
 * mail is delivered to; without that the one most written to, if at least a tenth of the mails is
 * written to it.
 */
final class MailboxOwners {

  private static final double RECIPIENT_MAJORITY = 0.1;

  private MailboxOwners() {}

  /** The owner of each archive whose claims name one, by archive id. */
  static Map<String, Contact> of(List<OwnerClaim> claims) {
    Map<String, List<OwnerClaim>> byArchive = new TreeMap<>();
    for (OwnerClaim claim : claims) {
      boolean fromMailbox = claim.evidence() != OwnerClaim.Evidence.PROFILE;
      if (fromMailbox && claim.person().email() != null) {
        byArchive.computeIfAbsent(claim.archive_id(), id -> new ArrayList<>()).add(claim);
      }
    }
    Map<String, Contact> owners = new TreeMap<>();
    byArchive.forEach(
        (archive, own) -> {
          Contact owner = strongest(own);
          if (owner != null) {
            owners.put(archive, owner);
          }
        });
    return owners;
  }

  private static Contact strongest(List<OwnerClaim> claims) {
    for (OwnerClaim.Evidence evidence : OwnerClaim.Evidence.values()) {
      Map<String, Long> weights = new TreeMap<>();
      for (OwnerClaim claim : claims) {
        if (claim.evidence() == evidence) {
          weights.merge(claim.person().email(), claim.weight(), Long::sum);
        }
      }
      String best = heaviest(weights);
      if (best != null && (evidence != OwnerClaim.Evidence.RECIPIENT || clear(weights, best))) {
        return Contact.of(null, null, best);
      }
    }
    return null;
  }

  private static String heaviest(Map<String, Long> weights) {
    return weights.entrySet().stream()
        .max(
            Map.Entry.<String, Long>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey)
        .orElse(null);
  }

  private static boolean clear(Map<String, Long> weights, String best) {
    long all = weights.values().stream().mapToLong(Long::longValue).sum();
    return weights.get(best) >= RECIPIENT_MAJORITY * all;
  }
}
