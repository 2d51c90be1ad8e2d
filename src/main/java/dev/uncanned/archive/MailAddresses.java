package dev.uncanned.archive;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads the people out of address headers, however they are written.
 *
 * <p>Understood: RFC 5322 lists, groups, quoted names, comments, routes, encoded words, 8-bit;
 * semicolons between addresses as Outlook writes them; {@code Last, First <a@b>} without quotes; a
 * name without an address; {@code name </O=ENRON/…/CN=X>} (X.500) and {@code name/OU/ORG@ORG}
 * (Lotus Notes), which name people without an internet address. Addresses are trimmed and in lower
 * case, domains as IDNA 2003 writes them in ASCII. Linear time; never throws.
 */
final class MailAddresses {

  private static final int MAX_ADDRESS = 1_000;

  private MailAddresses() {}

  /**
   * Everybody in a list of addresses; empty for null. Of a longer list one more than {@link
   * Budgets#HEADER_PEOPLE}, so that it can be seen that it is longer.
   */
  static List<Contact> of(String list) {
    if (list == null) {
      return List.of();
    }
    List<Contact> people = new ArrayList<>();
    String fragment = "";
    int start = 0;
    AddressCursor at = new AddressCursor(list);
    int length = list.length();
    boolean addressed = false;
    for (int i = 0; i <= length && people.size() <= Budgets.HEADER_PEOPLE; i++) {
      char c = i == length ? ';' : at.meet(i);
      addressed |= i < length && (list.charAt(i) == '@' || list.charAt(i) == '<');
      if (c == ':' && !addressed) {
        // What stands here is the name of a group, or the scheme of an address.
        fragment = "";
        start = i + 1;
      } else if (c == ',' || c == ';') {
        String piece = fragment + list.substring(start, i);
        boolean lastName = c == ',' && isBareName(list, start, i) && fragment.isEmpty();
        if (lastName && hasAngleBeforeNextComma(list, i + 1)) {
          fragment = piece + ",";
        } else {
          add(piece, people);
          fragment = "";
        }
        start = i + 1;
        addressed = false;
      }
    }
    return people;
  }

  /** The one person that a text is about, commas or not; null for null and blank. */
  static Contact one(String text) {
    List<Contact> people = new ArrayList<>();
    if (text != null) {
      add(text, people);
    }
    return people.isEmpty() ? null : people.get(0);
  }

  private static boolean isBareName(String list, int start, int end) {
    String text = list.substring(start, end);
    return !text.isBlank()
        && text.indexOf('@') < 0
        && text.indexOf('<') < 0
        && text.indexOf('"') < 0;
  }

  private static boolean hasAngleBeforeNextComma(String list, int from) {
    for (int i = from; i < list.length(); i++) {
      char c = list.charAt(i);
      if (c == '<') {
        return true;
      }
      if (c == ',' || c == ';' || c == '@') {
        return false;
      }
    }
    return false;
  }

  private static void add(String piece, List<Contact> people) {
    String text = piece.trim();
    if (text.contains("=?") && text.indexOf('@') < 0) {
      text = EncodedWords.decode(text).trim();
    }
    if (text.isEmpty()) {
      return;
    }
    int close = text.lastIndexOf('>');
    int open = text.lastIndexOf('<', close < 0 ? text.length() : close);
    String address = null;
    String name = text;
    if (open >= 0) {
      address = text.substring(open + 1, close > open ? close : text.length());
      name = text.substring(0, open);
      if (name.isBlank() && close > open) {
        name = text.substring(close + 1);
      }
    } else if (text.regionMatches(true, 0, "/o=", 0, 3)) {
      address = text;
      name = "";
    } else if (text.indexOf('@') >= 0) {
      address = wordWithAt(text);
      name = text.replace(address, " ");
    }
    Contact person = person(name, address);
    if (person.name() != null || person.email() != null) {
      people.add(person);
    }
  }

  private static String wordWithAt(String text) {
    String bare = text.indexOf('(') < 0 ? text : text.substring(0, text.indexOf('('));
    String from = bare.indexOf('@') < 0 ? text : bare;
    int at = from.indexOf('@');
    int start = at;
    while (start > 0 && from.charAt(start - 1) > ' ') {
      start--;
    }
    if (from.startsWith("\"") && start > 0 && from.charAt(at - 1) == '"') {
      start = 0;
    }
    if (from.lastIndexOf('/', at) > 0 && from.indexOf('.', at) < 0) {
      start = 0;
    }
    int end = at;
    while (end < from.length() && from.charAt(end) > ' ') {
      end++;
    }
    return from.substring(start, end);
  }

  private static Contact person(String writtenName, String writtenAddress) {
    String name = name(writtenName);
    String address = address(writtenAddress);
    if (address != null && address.indexOf('@') < 0) {
      String upper = address.toUpperCase(Locale.ROOT);
      int common = upper.lastIndexOf("CN=");
      String other = common < 0 ? address : address.substring(common + 3);
      return DisplayName.contact(name == null ? name(other) : name, null);
    }
    int slash = address == null ? -1 : address.indexOf('/');
    if (slash > 0 && address.indexOf('.', address.indexOf('@')) < 0) {
      return DisplayName.contact(name == null ? name(address.substring(0, slash)) : name, null);
    }
    String email = address == null ? null : ascii(address.toLowerCase(Locale.ROOT));
    boolean same = name != null && email != null && name.equalsIgnoreCase(email);
    return DisplayName.contact(same ? null : name, email);
  }

  /** The bare address without quotes, route and scheme; null if nothing or too much is left. */
  private static String address(String written) {
    if (written == null) {
      return null;
    }
    String text = CollapsedText.of(withoutComments(written));
    text = text.regionMatches(true, 0, "mailto:", 0, 7) ? text.substring(7) : text;
    if (text.startsWith("@") && text.indexOf(':') > 0) {
      text = text.substring(text.indexOf(':') + 1);
    }
    text = strip(text, "'\"<>[](),; ");
    boolean usable = !text.isEmpty() && text.length() <= MAX_ADDRESS;
    return usable ? text : null;
  }

  /** The domain as it stands in the DNS, so that an address is the same in both writings. */
  private static String ascii(String address) {
    int at = address.lastIndexOf('@');
    if (at < 0 || isAscii(address, at)) {
      return address;
    }
    try {
      return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1));
    } catch (IllegalArgumentException noDomain) {
      return address;
    }
  }

  private static boolean isAscii(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String withoutComments(String written) {
    int open = written.indexOf('(');
    int close = written.indexOf(')', Math.max(open, 0));
    return open < 0 || close < 0
        ? written
        : written.substring(0, open) + withoutOpenComments(written.substring(close + 1));
  }

  private static String withoutOpenComments(String rest) {
    int open = rest.indexOf('(');
    return open < 0 ? rest : rest.substring(0, open);
  }

  /** A display name without quotes and the brackets of a comment, decoded; null if blank. */
  private static String name(String written) {
    String text = written.trim();
    if (text.startsWith("\"") && text.indexOf('"', 1) > 0) {
      text = text.replace("\\\"", "\u0000").replace("\"", "").replace("\\\\", "\\");
      text = text.replace('\u0000', '"');
    } else if (text.startsWith("(") && text.endsWith(")")) {
      text = text.substring(1, text.length() - 1);
    }
    text = CollapsedText.of(EncodedWords.decode(text));
    text = strip(text, "<>,; ");
    if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
      text = text.substring(1, text.length() - 1).trim();
    }
    if (text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")) {
      text = text.substring(1, text.length() - 1).trim();
    }
    return text.isEmpty() ? null : text;
  }

  private static String strip(String text, String foreign) {
    int start = 0;
    int end = text.length();
    while (start < end && foreign.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && foreign.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(start, end);
  }
}
