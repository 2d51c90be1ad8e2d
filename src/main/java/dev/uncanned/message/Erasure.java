package dev.uncanned.message;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.archive.OwnerClaim;
import dev.uncanned.archive.OwnerFacts;
import dev.uncanned.archive.RawMessage;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Knows the people who are to be forgotten, by keyed hashes of their addresses and names.
 *
 * <p>The list holds no address and no name, so it can be kept for good: it is what keeps the same
 * person out of the next export. A message from or to such a person is left out as a whole, also if
 * it went to others too, since its text may name all of them. Not thread-safe: one for each task.
 */
public final class Erasure implements Serializable {

  private static final long serialVersionUID = 1L;

  private final Pseudonyms pseudonyms;
  private final TreeSet<String> people = new TreeSet<>();
  private final TreeSet<String> names = new TreeSet<>();

  /**
   * @param people pseudonyms of the addresses of the people; of somebody who is only known by name
   *     that of the name
   * @param names pseudonyms of the names that they have beside their addresses: others may have the
   *     same, so that these are only taken out of lists of connections
   */
  public Erasure(Pseudonyms pseudonyms, List<String> people, List<String> names) {
    this.pseudonyms = pseudonyms;
    this.people.addAll(people);
    this.names.addAll(names);
  }

  /** Nobody is to be forgotten. */
  public static Erasure ofNobody(Pseudonyms pseudonyms) {
    return new Erasure(pseudonyms, List.of(), List.of());
  }

  /** Whether nobody is to be forgotten. */
  public boolean isEmpty() {
    return people.isEmpty() && names.isEmpty();
  }

  /** Hash of whom it covers; the same for the same people. */
  public String digest() {
    List<String> all = new ArrayList<>(people);
    all.add("names");
    all.addAll(names);
    return ContentHash.of(all.toArray(String[]::new));
  }

  /**
   * The same with all addresses that the roster gives for people of whom it covers one: lines with
   * the same name are one person.
   */
  public Erasure with(List<RosterEntry> roster) {
    Erasure wider = new Erasure(pseudonyms, List.copyOf(people), List.copyOf(names));
    int before = -1;
    while (before < wider.people.size()) {
      before = wider.people.size();
      TreeSet<String> senders = new TreeSet<>();
      for (RosterEntry entry : roster) {
        if (wider.covers(entry)) {
          senders.add(PeopleDirectory.folded(entry.sender()));
        }
      }
      for (RosterEntry entry : roster) {
        if (senders.contains(PeopleDirectory.folded(entry.sender()))) {
          wider.add(PeopleDirectory.urlKey(entry.profile_url()));
          wider.add(PeopleDirectory.emailKey(entry.email()));
        }
      }
    }
    return wider;
  }

  private void add(String key) {
    if (key != null) {
      people.add(pseudonyms.of(key));
    }
  }

  /** The lines of a roster that are not of such a person. */
  public List<RosterEntry> rest(List<RosterEntry> roster) {
    return roster.stream().filter(entry -> !covers(entry)).toList();
  }

  private boolean covers(RosterEntry entry) {
    return has(PeopleDirectory.urlKey(entry.profile_url()))
        || has(PeopleDirectory.emailKey(entry.email()))
        || has(PeopleDirectory.rosterKey(entry.sender()));
  }

  /** Whether a contact is such a person; by name only where it has no address. */
  public boolean covers(Contact contact) {
    String url = PeopleDirectory.urlKey(contact.url());
    String email = PeopleDirectory.emailKey(contact.email());
    if (url == null && email == null) {
      return has(PeopleDirectory.nameKey(contact.name()));
    }
    return has(url) || has(email);
  }

  /** Whether a message is from or to such a person. */
  boolean covers(RawMessage message) {
    return covers(message.sender()) || message.recipients().stream().anyMatch(this::covers);
  }

  /** What an archive says of its owner, without such people; null if the owner is one. */
  OwnerClaim rest(OwnerClaim claim) {
    if (covers(claim.person())) {
      return null;
    }
    OwnerFacts facts = claim.facts();
    return facts == null
        ? claim
        : new OwnerClaim(
            claim.archive_id(), claim.person(), claim.evidence(), claim.weight(), rest(facts));
  }

  private OwnerFacts rest(OwnerFacts facts) {
    return new OwnerFacts(
        facts.headline(),
        facts.industry(),
        facts.location(),
        facts.companies(),
        facts.titles(),
        facts.connections().stream().filter(name -> !hasName(name)).toList());
  }

  private boolean hasName(String name) {
    String key = PeopleDirectory.nameKey(name);
    return key != null && (has(key) || names.contains(pseudonyms.of(key)));
  }

  private boolean has(String key) {
    return key != null && people.contains(pseudonyms.of(key));
  }

  /** The pseudonyms by which somebody with this address is known; empty without an address. */
  public static List<String> ofAddress(Pseudonyms pseudonyms, String address) {
    return address == null || address.isBlank()
        ? List.of()
        : List.of(
            pseudonyms.of(PeopleDirectory.urlKey(address)),
            pseudonyms.of(PeopleDirectory.emailKey(address)));
  }

  /** The pseudonym of a name; empty without one. */
  public static List<String> ofName(Pseudonyms pseudonyms, String name) {
    String key = PeopleDirectory.nameKey(name);
    return key == null ? List.of() : List.of(pseudonyms.of(key));
  }
}
