package dev.uncanned.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Brings the names and the profiles of a message's recipients together.
 *
 * <p>Names are joined by a comma without a space behind it, since a comma with a space belongs to a
 * name ({@code Jane Doe, MBA}). Members without a profile are missing among the profiles, so place
 * says who is who only if both lists are equally long.
 */
final class RecipientList {

  private static final String HIDDEN = "LinkedIn Member";

  /** LinkedIn's groups end at 50; a longer list is no list of names. */
  private static final int MAX_PEOPLE = Budgets.CHAT_PEOPLE;

  private static final int MAX_REMEMBERED = 20_000;
  private static final int MIN_SLUG_EVIDENCE = 5;

  private final LinkedInOwner owner;
  private final AddressBook book;
  private final Map<String, List<Contact>> remembered = new HashMap<>();
  private final Recent<List<Contact>> recent = new Recent<>(this::lookUp);

  RecipientList(LinkedInOwner owner, AddressBook book) {
    this.owner = owner;
    this.book = book;
  }

  /** Whether a display name stands for an account that is gone or hidden. */
  static boolean isHidden(String name) {
    return name.strip().equalsIgnoreCase(HIDDEN);
  }

  /** The names of a TO cell; null for a hidden member. */
  static List<String> names(String to) {
    List<String> names = new ArrayList<>();
    if (to.isBlank()) {
      return names;
    }
    int start = 0;
    for (int i = 0; i <= to.length() && names.size() < MAX_PEOPLE; i++) {
      boolean cut = i == to.length() || (to.charAt(i) == ',' && !spaceFollows(to, i));
      if (cut) {
        String name = to.substring(start, i).strip();
        names.add(name.isEmpty() || isHidden(name) ? null : name);
        start = i + 1;
      }
    }
    return names;
  }

  private static boolean spaceFollows(String text, int comma) {
    return comma + 1 < text.length() && CollapsedText.isBlank(text.charAt(comma + 1));
  }

  /** The profiles of a cell of addresses, normalised. */
  static List<String> urls(String cell) {
    List<String> urls = new ArrayList<>();
    int start = 0;
    while (start < cell.length() && urls.size() < MAX_PEOPLE) {
      int comma = cell.indexOf(',', start);
      int end = comma < 0 ? cell.length() : comma;
      String url = ProfileUrl.normalise(cell.substring(start, end));
      if (url != null) {
        urls.add(url);
      }
      start = end + 1;
    }
    return urls;
  }

  /** The recipients of a row; one that is nobody if the row does not say. */
  List<Contact> of(String to, String recipientUrls) {
    return recent.of(to, recipientUrls);
  }

  private List<Contact> lookUp(String to, String recipientUrls) {
    String key = to + '\n' + recipientUrls;
    List<Contact> known = remembered.get(key);
    if (known == null) {
      if (remembered.size() >= MAX_REMEMBERED) {
        remembered.clear();
      }
      known = pair(names(to), urls(recipientUrls));
      remembered.put(key, known);
    }
    return known;
  }

  private List<Contact> pair(List<String> names, List<String> urls) {
    List<Contact> people = new ArrayList<>();
    if (names.isEmpty() && urls.isEmpty()) {
      return List.of(Contact.of(null, null, null));
    }
    if (names.isEmpty()) {
      urls.forEach(url -> people.add(contact(null, url)));
      return List.copyOf(people);
    }
    String[] paired = align(names, urls);
    for (int i = 0; i < paired.length; i++) {
      people.add(contact(names.get(i), paired[i]));
    }
    return List.copyOf(people);
  }

  private String[] align(List<String> names, List<String> urls) {
    String[] paired = new String[names.size()];
    long shown = names.stream().filter(name -> name != null).count();
    if (names.size() == urls.size()) {
      return urls.toArray(paired);
    }
    if (shown == urls.size()) {
      int next = 0;
      for (int i = 0; i < paired.length; i++) {
        paired[i] = names.get(i) == null ? null : urls.get(next++);
      }
      return paired;
    }
    for (String url : urls) {
      int place = placeOf(url, names, paired);
      if (place >= 0) {
        paired[place] = url;
      }
    }
    return paired;
  }

  /** The only name without a profile yet that a profile can belong to; -1 if none or several. */
  private int placeOf(String url, List<String> names, String[] paired) {
    String connection = book.nameOf(url);
    String slug = letters(url.substring(url.lastIndexOf('/') + 1));
    int found = -1;
    for (int i = 0; i < paired.length; i++) {
      String name = names.get(i);
      if (name == null || paired[i] != null) {
        continue;
      }
      boolean same =
          owner.urls().contains(url)
              ? owner.is(name, null)
              : connection != null
                  ? LinkedInOwner.key(connection).equals(LinkedInOwner.key(name))
                  : isSlugOf(slug, letters(name));
      if (same && found >= 0) {
        return -1;
      }
      found = same ? i : found;
    }
    return found;
  }

  private static boolean isSlugOf(String slug, String name) {
    return name.length() >= MIN_SLUG_EVIDENCE && slug.startsWith(name);
  }

  private static String letters(String text) {
    return FoldedName.of(text).replace(" ", "");
  }

  private Contact contact(String name, String url) {
    if (name == null && url == null) {
      return Contact.of(null, null, null);
    }
    return owner.is(name, url) ? owner.as(name, url) : book.complete(name, url);
  }

  /** A sender as a row names it. */
  Contact sender(String name, String url) {
    String shown = name.isBlank() || isHidden(name) ? null : name.strip();
    return contact(shown, url);
  }
}
