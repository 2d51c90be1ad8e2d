package dev.uncanned.message;

import dev.uncanned.archive.Contact;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A name and an address under which the roster or an archive knows a person.
 *
 * @param person key of the person, see {@link PeopleDirectory}
 * @param name display name, null if unknown
 * @param address profile URL or e-mail address, null if only a name is given
 * @param reason {@link #ROSTER} or {@link #OWNER}
 */
public record KnownAs(String person, String name, String address, String reason)
    implements Serializable {

  /** A line of the roster says so. */
  public static final String ROSTER = "roster";

  /** An archive says so of its owner. */
  public static final String OWNER = "owner";

  static final Comparator<KnownAs> ORDER =
      Comparator.comparing(KnownAs::person)
          .thenComparing(KnownAs::name, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(KnownAs::address, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(KnownAs::reason);

  /** One for each address of a contact; one with a name only if there is no address. */
  static List<KnownAs> of(String person, Contact contact, String reason) {
    List<KnownAs> all = new ArrayList<>();
    for (String address : addresses(contact)) {
      all.add(new KnownAs(person, contact.name(), address, reason));
    }
    if (all.isEmpty() && contact.name() != null) {
      all.add(new KnownAs(person, contact.name(), null, reason));
    }
    return all;
  }

  private static List<String> addresses(Contact contact) {
    List<String> addresses = new ArrayList<>();
    if (PeopleDirectory.urlKey(contact.url()) != null) {
      addresses.add(contact.url());
    }
    if (PeopleDirectory.emailKey(contact.email()) != null) {
      addresses.add(contact.email());
    }
    return addresses;
  }
}
