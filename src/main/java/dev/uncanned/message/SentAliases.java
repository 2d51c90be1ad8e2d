package dev.uncanned.message;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.NameWords;
import dev.uncanned.archive.OwnerClaim;
import dev.uncanned.archive.OwnerClaim.Evidence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the further addresses that the owner of a mailbox sends from, such as those of a second
 * domain that is kept for cold mail.
 *
 * <p>An address of the sent folder is the owner's if it has the owner's name, whatever the order of
 * its words; without a name to tell, if it has the owner's local part and at least a tenth of the
 * sent mail. Under another name somebody else sends, as from a mailbox that several people share.
 */
final class SentAliases {

  private static final double LEAST_SHARE = 0.1;

  private final Map<String, Long> mails = new TreeMap<>();
  private final Map<String, String> names = new HashMap<>();

  private SentAliases(List<OwnerClaim> claims) {
    for (OwnerClaim claim : claims) {
      Contact person = claim.person();
      if (claim.evidence() == Evidence.SENT_FOLDER && person.email() != null) {
        mails.merge(person.email(), claim.weight(), Long::sum);
        names.merge(person.email(), words(person.name()), (a, b) -> a.equals(b) ? a : "");
      }
    }
  }

  /**
   * The addresses, in order; none where the owner sends from no sent folder.
   *
   * @param claims those of one archive
   * @param owner address of its owner
   */
  static List<String> of(List<OwnerClaim> claims, String owner) {
    SentAliases sent = new SentAliases(claims);
    if (!sent.mails.containsKey(owner)) {
      return List.of();
    }
    return sent.mails.keySet().stream().filter(other -> sent.isAlias(other, owner)).toList();
  }

  private boolean isAlias(String other, String owner) {
    String name = names.get(other);
    String ownName = names.get(owner);
    if (other.equals(owner)) {
      return false;
    }
    if (!name.isEmpty() && !ownName.isEmpty()) {
      return name.equals(ownName);
    }
    long all = mails.values().stream().mapToLong(Long::longValue).sum();
    return localPart(other).equals(localPart(owner)) && mails.get(other) >= LEAST_SHARE * all;
  }

  private static String localPart(String address) {
    int at = address.lastIndexOf('@');
    return PeopleDirectory.folded(at < 0 ? address : address.substring(0, at));
  }

  /** The words of a name; empty where an address stands for it. */
  private static String words(String name) {
    return name == null || name.indexOf('@') >= 0 ? "" : NameWords.of(name);
  }
}
