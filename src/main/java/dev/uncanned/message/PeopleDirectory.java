package dev.uncanned.message;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.archive.OwnerClaim;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Says which person stands behind an address or a name, who owns which archive, and who is in which
 * team.
 *
 * <p>Built once a run from the roster and from what the archives say of their owners; small, since
 * only owners and members of the roster have several addresses that must be known as one. Everybody
 * else is who their profile URL says, else their e-mail address, else their name.
 *
 * <p>A person's key is the smallest of their known addresses, so that it depends neither on the
 * order of the archives nor on the roster's names; the further addresses of a sent folder join a
 * person and do not change the key.
 */
public final class PeopleDirectory implements Serializable {

  private static final long serialVersionUID = 1L;

  private final HashMap<String, String> personByAddress = new HashMap<>();
  private final HashMap<String, String> teamByPerson = new HashMap<>();
  private final HashMap<String, String> rosterNameByPerson = new HashMap<>();
  private final HashMap<String, String> ownerByArchive = new HashMap<>();
  private final HashMap<String, String> ownerNameByArchive = new HashMap<>();
  private final ArrayList<KnownAs> known = new ArrayList<>();

  /** Resolves the given roster and claims; the order of neither matters. */
  public PeopleDirectory(List<RosterEntry> roster, List<OwnerClaim> claims) {
    Map<String, Contact> mailOwners = MailboxOwners.of(claims, addresses(roster));
    Identities identities = new Identities();
    for (RosterEntry entry : roster) {
      String name = rosterKey(entry.sender());
      identities.join(name, urlKey(entry.profile_url()));
      identities.join(name, emailKey(entry.email()));
    }
    for (OwnerClaim claim : claims) {
      if (claim.evidence() == OwnerClaim.Evidence.PROFILE) {
        String archive = "archive:" + claim.archive_id();
        identities.join(archive, urlKey(claim.person().url()));
        identities.join(archive, emailKey(claim.person().email()));
      }
    }
    mailOwners.forEach(
        (archive, person) -> identities.join("archive:" + archive, emailKey(person.email())));
    personByAddress.putAll(identities.keys());
    learnTeams(roster);
    learnOwners(claims, mailOwners);
    learnAddresses(roster, claims, mailOwners);
    learnAliases(MailboxOwners.aliases(claims, mailOwners));
  }

  /**
   * Gives the owners their further addresses. One that is known otherwise stays whose it is, and
   * one that the sent folders of two people have is nobody's: joined, it would make them one.
   */
  private void learnAliases(Map<String, List<String>> aliases) {
    Map<String, Set<String>> owners = new TreeMap<>();
    aliases.forEach(
        (archive, addresses) ->
            addresses.forEach(
                address ->
                    owners
                        .computeIfAbsent(address, unseen -> new TreeSet<>())
                        .add(ownerByArchive.get(archive))));
    Set<KnownAs> joined = new TreeSet<>(KnownAs.ORDER);
    joined.addAll(known);
    owners.forEach(
        (address, people) -> {
          String person = people.iterator().next();
          boolean free = !personByAddress.containsKey(emailKey(address));
          if (free && people.size() == 1) {
            personByAddress.put(emailKey(address), person);
            joined.addAll(KnownAs.of(person, Contact.of(null, null, address), KnownAs.OWNER));
          }
        });
    known.clear();
    known.addAll(joined);
  }

  private static Set<String> addresses(List<RosterEntry> roster) {
    Set<String> addresses = new TreeSet<>();
    for (RosterEntry entry : roster) {
      if (entry.email() != null) {
        addresses.add(folded(entry.email()));
      }
    }
    return addresses;
  }

  private void learnAddresses(
      List<RosterEntry> roster, List<OwnerClaim> claims, Map<String, Contact> mailOwners) {
    Set<KnownAs> all = new TreeSet<>(KnownAs.ORDER);
    for (RosterEntry entry : roster) {
      String person = personByAddress.get(rosterKey(entry.sender()));
      String name = entry.sender().strip();
      String url = entry.profile_url();
      all.addAll(KnownAs.of(person, Contact.of(name, url, entry.email()), KnownAs.ROSTER));
    }
    for (OwnerClaim claim : claims) {
      if (claim.evidence() == OwnerClaim.Evidence.PROFILE) {
        String owner = ownerByArchive.get(claim.archive_id());
        all.addAll(KnownAs.of(owner, claim.person(), KnownAs.OWNER));
      }
    }
    mailOwners.forEach(
        (archive, person) ->
            all.addAll(KnownAs.of(ownerByArchive.get(archive), person, KnownAs.OWNER)));
    known.addAll(all);
  }

  private void learnTeams(List<RosterEntry> roster) {
    for (RosterEntry entry : roster) {
      String person = personByAddress.get(rosterKey(entry.sender()));
      rosterNameByPerson.merge(person, entry.sender().strip(), PeopleDirectory::smaller);
      if (entry.team() != null && !entry.team().isBlank()) {
        teamByPerson.merge(person, entry.team().strip(), PeopleDirectory::smaller);
      }
    }
  }

  private void learnOwners(List<OwnerClaim> claims, Map<String, Contact> mailOwners) {
    Set<String> exports = new TreeSet<>();
    for (OwnerClaim claim : claims) {
      if (claim.evidence() == OwnerClaim.Evidence.PROFILE) {
        exports.add(claim.archive_id());
        String name = claim.person().name();
        if (name != null) {
          ownerNameByArchive.merge(claim.archive_id(), folded(name), PeopleDirectory::smaller);
        }
      }
    }
    for (String archive : exports) {
      ownerByArchive.put(archive, ownerKey(archive, ownerNameByArchive.get(archive)));
    }
    mailOwners.forEach((archive, person) -> ownerByArchive.put(archive, ownerKey(archive, null)));
  }

  private String ownerKey(String archiveId, String name) {
    String known = personByAddress.get("archive:" + archiveId);
    if (known != null && !known.startsWith("archive:")) {
      return known;
    }
    return name == null ? "owner:" + archiveId : nameKey(name);
  }

  /**
   * The key of a person as a message of an archive names them.
   *
   * @param conversation tells nameless people apart: deleted accounts of two conversations are two
   *     people
   * @return never null
   */
  public String person(Contact contact, String archiveId, String conversation) {
    String byUrl = byAddress(urlKey(contact.url()));
    if (byUrl != null) {
      return byUrl;
    }
    String byEmail = byAddress(emailKey(contact.email()));
    if (byEmail != null) {
      return byEmail;
    }
    if (contact.name() == null || contact.name().isBlank()) {
      return "nameless:" + archiveId + ":" + conversation;
    }
    String name = folded(contact.name());
    if (name.equals(ownerNameByArchive.get(archiveId))) {
      return ownerByArchive.get(archiveId);
    }
    return "name:" + name;
  }

  private String byAddress(String address) {
    return address == null ? null : personByAddress.getOrDefault(address, address);
  }

  /**
   * Hash of who is known by several addresses, and of who is on the roster: with the same hash, and
   * the same owner of an archive, two directories say the same of every message of the archive.
   */
  public String fingerprint() {
    List<String> all = new ArrayList<>();
    new TreeMap<>(personByAddress)
        .forEach(
            (address, person) -> {
              if (!address.equals(person) && !address.startsWith("archive:")) {
                all.add(address);
                all.add(person);
              }
            });
    all.add("teams");
    new TreeMap<>(teamByPerson).forEach((person, team) -> all.addAll(List.of(person, team)));
    all.add("names");
    rosterNames().forEach((person, name) -> all.addAll(List.of(person, name)));
    return ContentHash.of(all.toArray(String[]::new));
  }

  /** Hash of who owns an archive and under which name, unknown owners included. */
  public String ownerFingerprint(String archiveId) {
    return ContentHash.of(ownerByArchive.get(archiveId), ownerNameByArchive.get(archiveId));
  }

  /** The names and addresses that roster and archives give for people, each once, in order. */
  public List<KnownAs> known() {
    return List.copyOf(known);
  }

  /** The owner of an archive, null if nothing says who it is. */
  public String owner(String archiveId) {
    return ownerByArchive.get(archiveId);
  }

  /** The team of a person, null off the roster. */
  public String team(String person) {
    return teamByPerson.get(person);
  }

  /** The name of a person on the roster, null off it. */
  public String rosterName(String person) {
    return rosterNameByPerson.get(person);
  }

  /** Everybody on the roster, by key. */
  public Map<String, String> rosterNames() {
    return new TreeMap<>(rosterNameByPerson);
  }

  /** Whether a person is on the roster. */
  public boolean onRoster(String person) {
    return rosterNameByPerson.containsKey(person);
  }

  /** A name or address for comparing: NFKC, lower case, white space collapsed. */
  public static String folded(String name) {
    return isFolded(name) ? name : fold(name);
  }

  /** Whether folding changes nothing, as with most addresses; ASCII only. */
  private static boolean isFolded(String name) {
    boolean afterSpace = true;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean space = c == ' ';
      if (c < ' ' || c > '~' || (c >= 'A' && c <= 'Z') || (space && afterSpace)) {
        return false;
      }
      afterSpace = space;
    }
    return !afterSpace || name.isEmpty();
  }

  private static String foldAscii(String name) {
    byte[] out = new byte[name.length()];
    int n = 0;
    boolean space = false;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == ' ') {
        space = n > 0;
      } else {
        if (space) {
          out[n++] = ' ';
          space = false;
        }
        out[n++] = (byte) (c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
      }
    }
    return new String(out, 0, n, StandardCharsets.ISO_8859_1);
  }

  private static boolean isPrintableAscii(String name) {
    for (int i = 0; i < name.length(); i++) {
      if (name.charAt(i) < ' ' || name.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static String fold(String name) {
    if (isPrintableAscii(name)) {
      return foldAscii(name);
    }
    String plain = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(plain.length());
    boolean space = false;
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        space = out.length() > 0;
      } else if (Character.getType(c) != Character.FORMAT) {
        if (space) {
          out.append(' ');
          space = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  static String urlKey(String url) {
    return url == null || url.isBlank() ? null : "url:" + folded(url);
  }

  static String emailKey(String email) {
    return email == null || email.isBlank() ? null : "mail:" + folded(email);
  }

  static String rosterKey(String sender) {
    return "roster:" + folded(sender);
  }

  static String nameKey(String name) {
    return name == null || name.isBlank() ? null : "name:" + folded(name);
  }

  private static String smaller(String a, String b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** Joins addresses that belong together and names each group by its smallest real address. */
  private static final class Identities {

    private final Map<String, String> parent = new TreeMap<>();

    void join(String label, String address) {
      parent.putIfAbsent(label, label);
      if (address == null) {
        return;
      }
      parent.putIfAbsent(address, address);
      String a = root(label);
      String b = root(address);
      if (!a.equals(b)) {
        boolean aFirst = ORDER.compare(a, b) <= 0;
        parent.put(aFirst ? b : a, aFirst ? a : b);
      }
    }

    private String root(String key) {
      String at = key;
      while (!parent.get(at).equals(at)) {
        at = parent.get(at);
      }
      return at;
    }

    Map<String, String> keys() {
      Map<String, String> keys = new HashMap<>();
      Set<String> all = new TreeSet<>(parent.keySet());
      all.forEach(key -> keys.put(key, root(key)));
      return keys;
    }

    private static final Comparator<String> ORDER =
        Comparator.comparing((String key) -> !isAddress(key))
            .thenComparing(Comparator.naturalOrder());

    private static boolean isAddress(String key) {
      return key.startsWith("url:") || key.startsWith("mail:");
    }
  }
}
