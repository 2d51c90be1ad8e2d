package dev.uncanned.pipeline;

import dev.uncanned.archive.ProfileUrl;
import dev.uncanned.message.Erasure;
import dev.uncanned.message.KnownAs;
import dev.uncanned.message.Pseudonyms;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the people of a generation by pseudonym, address or name, with all that is known of them.
 */
final class PeopleToForget {

  private static final String PERSON_ID = "person_id";
  private static final String NAME = "name";
  private static final String ADDRESS = "address";
  private static final String REASON = "reason";

  private final Map<String, Known> people = new TreeMap<>();

  /** All that the table of people tells of one. */
  private static final class Known {
    private final Set<String> names = new TreeSet<>();
    private final Set<String> addresses = new TreeSet<>();
    private final Set<String> reasons = new TreeSet<>();
  }

  /** Reads the restricted table of people of a generation. */
  static PeopleToForget read(Path generation) throws IOException {
    PeopleToForget all = new PeopleToForget();
    ParquetCells.read(
        generation.resolve("restricted").resolve("people"),
        List.of(PERSON_ID, NAME, ADDRESS, REASON),
        row -> {
          Known known = all.people.computeIfAbsent(row.text(PERSON_ID), id -> new Known());
          addIfKnown(known.names, row.text(NAME));
          addIfKnown(known.addresses, row.text(ADDRESS));
          known.reasons.add(row.text(REASON));
        });
    return all;
  }

  private static void addIfKnown(Set<String> texts, String text) {
    if (text != null) {
      texts.add(text);
    }
  }

  /**
   * The people that a word means: a pseudonym, an address, else a name.
   *
   * @return their pseudonyms; several if a name is not enough
   */
  Set<String> meant(String word) {
    if (people.containsKey(word)) {
      return Set.of(word);
    }
    Set<String> byAddress = new TreeSet<>();
    Set<String> byName = new TreeSet<>();
    String wanted = folded(word);
    String profile = ProfileUrl.normalise(word);
    String url = profile == null ? wanted : folded(profile);
    people.forEach(
        (id, known) -> {
          if (known.addresses.stream()
              .map(PeopleToForget::folded)
              .anyMatch(one -> one.equals(wanted) || one.equals(url))) {
            byAddress.add(id);
          }
          if (known.names.stream().anyMatch(one -> folded(one).equals(wanted))) {
            byName.add(id);
          }
        });
    return byAddress.isEmpty() ? byName : byAddress;
  }

  /** Others who have a name of these people, and may be the same. */
  Set<String> namesakes(Collection<String> ids) {
    Set<String> names = new TreeSet<>();
    ids.forEach(id -> people.get(id).names.forEach(name -> names.add(folded(name))));
    Set<String> others = new TreeSet<>();
    people.forEach(
        (id, known) -> {
          if (known.names.stream().anyMatch(name -> names.contains(folded(name)))) {
            others.add(id);
          }
        });
    others.removeAll(ids);
    return others;
  }

  /** Whether the roster names a person. */
  boolean onRoster(String id) {
    return people.get(id).reasons.contains(KnownAs.ROSTER);
  }

  /** How many addresses are known of a person. */
  int addresses(String id) {
    return people.get(id).addresses.size();
  }

  /**
   * Pseudonyms of all that identifies these people: their addresses; names of those who have no
   * address, and of owners of archives, since archives call their owner by name alone.
   */
  List<String> keys(Collection<String> ids, Pseudonyms pseudonyms) {
    Set<String> keys = new TreeSet<>(ids);
    for (String id : ids) {
      Known known = people.get(id);
      known.addresses.forEach(one -> keys.addAll(Erasure.ofAddress(pseudonyms, one)));
      boolean byName = known.addresses.isEmpty() || known.reasons.contains(KnownAs.OWNER);
      if (byName) {
        known.names.forEach(one -> keys.addAll(Erasure.ofName(pseudonyms, one)));
      }
    }
    return List.copyOf(keys);
  }

  /** Pseudonyms of the names of these people. */
  List<String> names(Collection<String> ids, Pseudonyms pseudonyms) {
    Set<String> names = new TreeSet<>();
    for (String id : ids) {
      people.get(id).names.forEach(one -> names.addAll(Erasure.ofName(pseudonyms, one)));
    }
    return List.copyOf(names);
  }

  private static String folded(String text) {
    List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+")));
    return String.join(" ", words).toLowerCase(Locale.ROOT);
  }
}
