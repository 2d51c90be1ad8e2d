package dev.uncanned.archive;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The member whose export it is.
 *
 * @param names display names, collapsed and lower-cased
 * @param urls profiles, normalised; a renamed profile leaves several
 * @param person what the export says of the owner; null where nothing does
 * @param rows how many records speak for it
 */
record LinkedInOwner(Set<String> names, Set<String> urls, Contact person, long rows) {

  LinkedInOwner {
    names = new TreeSet<>(names);
    urls = new TreeSet<>(urls);
  }

  static String key(String name) {
    return CollapsedText.of(name).toLowerCase(Locale.ROOT);
  }

  /** Whether a sender or recipient is the owner: by profile, and by name only without one. */
  boolean is(String name, String url) {
    return url == null ? name != null && names.contains(key(name)) : urls.contains(url);
  }

  /** The owner under the name and profile that a message shows. */
  Contact as(String name, String url) {
    return new Contact(
        name == null ? person.name() : name,
        url == null ? person.url() : url,
        null,
        person.first_name(),
        person.last_name(),
        person.company(),
        person.title());
  }
}
