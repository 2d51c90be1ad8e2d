package dev.uncanned.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Who stands behind an address, by the restricted table of people. */
final class PublishedPeople {

  private final Map<String, TreeSet<String>> peopleByAddress = new HashMap<>();
  private final Map<String, TreeSet<String>> namesByPerson = new HashMap<>();
  private final Map<String, TreeSet<String>> peopleByName = new HashMap<>();

  static PublishedPeople read(Path folder) throws IOException {
    PublishedPeople people = new PublishedPeople();
    String person = "person_id";
    String name = "name";
    String address = "address";
    ParquetCells.read(
        folder.resolve("restricted").resolve("people"),
        List.of(person, name, address),
        row -> people.add(row.text(person), row.text(name), row.text(address)));
    return people;
  }

  void add(String person, String name, String address) {
    if (address != null) {
      put(peopleByAddress, folded(address), person);
    }
    if (name != null) {
      put(namesByPerson, person, folded(name));
      put(peopleByName, folded(name), person);
    }
  }

  private static void put(Map<String, TreeSet<String>> map, String key, String value) {
    map.computeIfAbsent(key, unseen -> new TreeSet<>()).add(value);
  }

  /** The people with that address. */
  List<String> of(String address) {
    return List.copyOf(peopleByAddress.getOrDefault(folded(address), new TreeSet<>()));
  }

  /** The people with that address, then those who have a name of theirs. */
  List<String> namesakes(String address) {
    List<String> people = new ArrayList<>(of(address));
    TreeSet<String> others = new TreeSet<>();
    for (String person : people) {
      for (String name : namesByPerson.getOrDefault(person, new TreeSet<>())) {
        others.addAll(peopleByName.get(name));
      }
    }
    people.forEach(others::remove);
    people.addAll(others);
    return people;
  }

  private static String folded(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
