package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.OwnerClaim;
import dev.uncanned.archive.OwnerFacts;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.message.Pseudonyms;
import dev.uncanned.text.Folding;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the loaded archives tell of their owners besides name and position, by pseudonym; small,
 * since only owners are in it. Not thread-safe: one for each task.
 */
public final class KnownPeople implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MAX_KEPT = 1000;

  private final TreeMap<String, OwnerFacts> byPerson = new TreeMap<>();
  private transient Map<Pair, RecipientFacts> kept;

  private record Pair(String sender, String recipient, Contact contact) {}

  /** Knows nobody. */
  public KnownPeople() {
    this(Map.of());
  }

  private KnownPeople(Map<String, OwnerFacts> facts) {
    byPerson.putAll(facts);
  }

  /** The facts of the claims; the order of the claims makes no difference. */
  public static KnownPeople of(
      List<OwnerClaim> claims, PeopleDirectory directory, Pseudonyms pseudonyms) {
    Map<String, OwnerFacts> facts = new TreeMap<>();
    claims.stream()
        .filter(claim -> claim.facts() != null && directory.owner(claim.archive_id()) != null)
        .sorted(Comparator.comparing(OwnerClaim::archive_id))
        .forEach(
            claim ->
                facts.merge(
                    pseudonyms.of(directory.owner(claim.archive_id())),
                    claim.facts(),
                    KnownPeople::joined));
    return new KnownPeople(facts);
  }

  /** For tests and tools: the facts of people by their ids. */
  static KnownPeople of(Map<String, OwnerFacts> facts) {
    return new KnownPeople(facts);
  }

  private static OwnerFacts joined(OwnerFacts one, OwnerFacts other) {
    return new OwnerFacts(
        one.headline() == null ? other.headline() : one.headline(),
        one.industry() == null ? other.industry() : one.industry(),
        one.location() == null ? other.location() : one.location(),
        joined(one.companies(), other.companies()),
        joined(one.titles(), other.titles()),
        joined(one.connections(), other.connections()));
  }

  private static List<String> joined(List<String> one, List<String> other) {
    Set<String> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }

  /** Everything known of a recipient whom a sender writes to. */
  RecipientFacts facts(String sender, String recipient, Contact contact) {
    OwnerFacts owner = recipient == null ? null : byPerson.get(recipient);
    if (owner == null) {
      return RecipientFacts.of(contact, null, List.of());
    }
    if (kept == null || kept.size() >= MAX_KEPT) {
      kept = new HashMap<>();
    }
    return kept.computeIfAbsent(
        new Pair(sender, recipient, contact),
        unseen -> RecipientFacts.of(contact, owner, mutual(sender, owner, contact)));
  }

  private List<String> mutual(String sender, OwnerFacts recipient, Contact contact) {
    OwnerFacts other = sender == null ? null : byPerson.get(sender);
    if (other == null) {
      return List.of();
    }
    Set<String> names = new TreeSet<>();
    other.connections().forEach(name -> names.add(Folding.nameKey(name)));
    List<String> mutual = new ArrayList<>();
    for (String name : recipient.connections()) {
      boolean self = contact != null && name.equals(contact.name());
      if (!self && names.contains(Folding.nameKey(name))) {
        mutual.add(name);
      }
    }
    return mutual;
  }
}
