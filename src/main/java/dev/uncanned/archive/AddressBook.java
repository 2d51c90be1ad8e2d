package dev.uncanned.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the connections of an archive's owner say about people: name parts, employer, address. */
final class AddressBook {

  /** LinkedIn allows 30,000 connections; more than this is no list of connections. */
  private static final int MAX_PEOPLE = 500_000;

  /** LinkedIn's own limit. */
  private static final int MAX_NAMES = 30_000;

  private static final int MAX_REMEMBERED = 50_000;
  private static final Contact AMBIGUOUS = Contact.of(null, null, null);

  private final Map<String, Contact> byUrl = new HashMap<>();
  private final Map<String, Contact> byName = new HashMap<>();
  private final Map<String, Contact> remembered = new HashMap<>();

  /** Adds a connection; of two with the same name none is found by name any more. */
  void add(Contact person) {
    if (byName.size() + byUrl.size() >= MAX_PEOPLE) {
      return;
    }
    if (person.url() != null) {
      byUrl.putIfAbsent(person.url(), person);
    }
    if (person.name() != null) {
      byName.merge(key(person.name()), person, (one, other) -> AMBIGUOUS);
    }
  }

  /** The names of all connections, sorted, without doubles; of the first that fit in here. */
  List<String> names() {
    Set<String> names = new TreeSet<>();
    for (Contact person : byUrl.values()) {
      if (person.name() != null) {
        names.add(person.name());
      }
    }
    for (Contact person : byName.values()) {
      if (person.name() != null) {
        names.add(person.name());
      }
    }
    return names.stream().limit(MAX_NAMES).toList();
  }

  /** The name under which a profile is connected, null if it is not. */
  String nameOf(String url) {
    Contact person = byUrl.get(url);
    return person == null ? null : person.name();
  }

  /** A person as a message names them, completed from the connections. */
  Contact complete(String name, String url) {
    String key = url + '\n' + name;
    Contact known = remembered.get(key);
    if (known == null) {
      if (remembered.size() >= MAX_REMEMBERED) {
        remembered.clear();
      }
      known = lookUp(name, url);
      remembered.put(key, known);
    }
    return known;
  }

  private Contact lookUp(String name, String url) {
    Contact found = url == null ? null : byUrl.get(url);
    if (found == null && name != null) {
      Contact namesake = byName.get(key(name));
      boolean same =
          namesake != null
              && namesake != AMBIGUOUS
              && (url == null || namesake.url() == null || namesake.url().equals(url));
      found = same ? namesake : null;
    }
    if (found == null) {
      return Contact.of(name, url, null);
    }
    return new Contact(
        name == null ? found.name() : name,
        url == null ? found.url() : url,
        found.email(),
        found.first_name(),
        found.last_name(),
        found.company(),
        found.title());
  }

  private static String key(String name) {
    return CollapsedText.of(name).toLowerCase(Locale.ROOT);
  }
}
