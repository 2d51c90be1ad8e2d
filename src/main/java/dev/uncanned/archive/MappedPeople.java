package dev.uncanned.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Makes people of the columns of addresses, names and profiles of one role.
 *
 * <p>Several people may stand in a cell. Addresses, names and profiles belong together by place if
 * there are equally many; else addresses count before profiles and these before names. At most
 * 5,000 people a cell. An X.500 address, as Outlook exports it, names a person without an address.
 */
final class MappedPeople {

  private final MappedField emails;
  private final MappedField names;
  private final MappedField urls;
  private final String separator;

  /** Of the few who use an account one after another rows name the same. */
  private final Recent<Contact> recent = new Recent<>(MappedPeople::person);

  /**
   * @param separator between people; null: the usual ones
   */
  MappedPeople(Mapping.People columns, String separator) {
    this.emails = new MappedField(columns.email());
    this.names = new MappedField(columns.name());
    this.urls = new MappedField(columns.url());
    this.separator = separator;
  }

  void addTo(Set<String> columns) {
    emails.addTo(columns);
    names.addTo(columns);
    urls.addTo(columns);
  }

  /** Whether a mapping names no column for this role. */
  boolean isEmpty() {
    return emails.isEmpty() && names.isEmpty() && urls.isEmpty();
  }

  /** Whether there is an address, of mail or X.500. */
  boolean hasAddress(MappedRow row) {
    String email = emails.of(row);
    return email.indexOf('@') >= 0 || email.regionMatches(true, 0, "/o=", 0, 3);
  }

  /** The people of a row; empty if it names none. */
  List<Contact> of(MappedRow row) {
    return people(emails.of(row), names.of(row), urls.of(row));
  }

  /** The one person of a row; null if it names none. */
  Contact one(MappedRow row) {
    String email = emails.of(row);
    String name = names.of(row);
    String url = urls.of(row);
    boolean nobody = email.isEmpty() && name.isEmpty() && url.isEmpty();
    return nobody ? null : recent.of(email, name + '\n' + url.lines().findFirst().orElse(""));
  }

  private static Contact person(String email, String nameAndUrl) {
    int cut = nameAndUrl.lastIndexOf('\n');
    String name = nameAndUrl.substring(0, cut);
    Contact person = person(MailAddresses.one(email), name, nameAndUrl.substring(cut + 1));
    boolean nobody = person.email() == null && person.name() == null && person.url() == null;
    return nobody ? null : person;
  }

  private List<Contact> people(String email, String name, String url) {
    List<String> shown = split(name, ";\n");
    List<String> profiles = split(url, ",;|\n \t");
    if (!email.isEmpty()) {
      List<String> addresses = split(email, ";\n");
      boolean paired = shown.size() == addresses.size() || profiles.size() == addresses.size();
      return paired && addresses.size() > 0
          ? paired(addresses, shown, profiles)
          : addresses(email, addresses);
    }
    return paired(List.of(), shown, profiles);
  }

  private List<Contact> addresses(String cell, List<String> split) {
    if (separator == null) {
      return MailAddresses.of(cell.replace('\n', ';'));
    }
    List<Contact> people = new ArrayList<>();
    for (String address : split) {
      Contact person = MailAddresses.one(address);
      if (person != null) {
        people.add(person);
      }
    }
    return people;
  }

  private static List<Contact> paired(
      List<String> addresses, List<String> names, List<String> profiles) {
    int count =
        !addresses.isEmpty()
            ? addresses.size()
            : !profiles.isEmpty() ? profiles.size() : names.size();
    List<Contact> people = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String address = addresses.isEmpty() ? "" : addresses.get(i);
      String name = names.size() == count ? names.get(i) : "";
      String url = profiles.size() == count ? profiles.get(i) : "";
      // Several addresses where one is expected are people of their own.
      List<Contact> addressed = MailAddresses.of(address);
      if (addressed.size() > 1) {
        people.addAll(addressed);
      } else if (!addressed.isEmpty() || !name.isEmpty() || !url.isEmpty()) {
        people.add(person(addressed.isEmpty() ? null : addressed.get(0), name, url));
      }
    }
    return people;
  }

  private static Contact person(Contact addressed, String name, String url) {
    String email = addressed == null ? null : addressed.email();
    String shown = CollapsedText.of(name);
    boolean noName = shown.isEmpty() || shown.equalsIgnoreCase(email);
    if (noName && addressed != null) {
      shown = addressed.name();
    } else if (noName) {
      shown = null;
    }
    Contact person = DisplayName.contact(shown, email);
    return new Contact(
        person.name(), profile(url), email, person.first_name(), person.last_name(), null, null);
  }

  private static String profile(String url) {
    boolean profile = url.toLowerCase(Locale.ROOT).contains("linkedin.com/");
    return profile ? ProfileUrl.normalise(url) : null;
  }

  /** The parts of a cell, blank ones among them only if they stand between others. */
  private List<String> split(String cell, String usual) {
    List<String> parts = new ArrayList<>();
    if (cell.isEmpty()) {
      return parts;
    }
    int start = 0;
    for (int i = 0; i <= cell.length() && parts.size() < Budgets.HEADER_PEOPLE; ) {
      int mark = i == cell.length() ? 1 : markAt(cell, i, usual);
      if (mark > 0) {
        String part = cell.substring(start, i).strip();
        boolean last = i == cell.length();
        if (!part.isEmpty() || (!last && usual.indexOf(' ') < 0)) {
          parts.add(part);
        }
        start = i + mark;
        i = start;
      } else {
        i++;
      }
    }
    return parts;
  }

  private int markAt(String cell, int at, String usual) {
    if (separator != null) {
      return cell.startsWith(separator, at) ? separator.length() : 0;
    }
    return usual.indexOf(cell.charAt(at)) >= 0 ? 1 : 0;
  }
}
