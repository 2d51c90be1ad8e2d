package dev.uncanned.archive;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What an export says of its owner in files of its own: name, present position, addresses. */
final class OwnerFiles {

  private static final int MAX_ADDRESSES = 1000;

  /** A profile lists tens of positions; more are no profile's. */
  private static final int MAX_POSITIONS = 200;

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private String first;
  private String last;
  private String company;
  private String title;
  private int newestStart = -1;
  private String headline;
  private String industry;
  private String location;
  private final Set<String> addresses = new TreeSet<>();
  private final Set<String> companies = new LinkedHashSet<>();
  private final Set<String> titles = new LinkedHashSet<>();

  /** Takes a record of {@code Profile.csv}; the first with a name counts. */
  void profile(CsvSheet sheet) {
    if (first == null && last == null) {
      first = text(sheet.records(), sheet.column("first name"));
      last = text(sheet.records(), sheet.column("last name"));
      headline = text(sheet.records(), sheet.column("headline"));
      industry = text(sheet.records(), sheet.column("industry"));
      location = text(sheet.records(), sheet.column("geo location"));
    }
  }

  /** Takes a record of {@code Positions.csv}; the one that began last and goes on counts. */
  void position(CsvSheet sheet) {
    CsvReader row = sheet.records();
    add(companies, text(row, sheet.column("company name")));
    add(titles, text(row, sheet.column("title")));
    int start = order(row.cell(sheet.column("started on")));
    if (row.cell(sheet.column("finished on")).isBlank() && start > newestStart) {
      newestStart = start;
      company = text(row, sheet.column("company name"));
      title = text(row, sheet.column("title"));
    }
  }

  private static void add(Set<String> values, String value) {
    if (value != null && values.size() < MAX_POSITIONS) {
      values.add(value);
    }
  }

  /** Takes a record of {@code Email Addresses.csv}. */
  void email(CsvSheet sheet) {
    String address = address(sheet.records().cell(sheet.column("email address")));
    if (address != null && addresses.size() < MAX_ADDRESSES) {
      addresses.add(address);
    }
  }

  /** The owner, null if the export has no profile. */
  Contact person() {
    String name = joined(first, last);
    return name == null ? null : new Contact(name, null, null, first, last, company, title);
  }

  /**
   * What else is told of the owner; null if nothing is.
   *
   * @param connections names of the people the owner is connected to
   */
  OwnerFacts facts(List<String> connections) {
    OwnerFacts facts =
        new OwnerFacts(
            headline, industry, location, List.copyOf(companies), List.copyOf(titles), connections);
    return facts.isEmpty() ? null : facts;
  }

  /** All addresses, sorted. */
  Set<String> addresses() {
    return addresses;
  }

  /** A number that orders {@code Aug 2022} or {@code 2009}; 0 if it cannot be read. */
  private static int order(String date) {
    String text = date.strip().toLowerCase(Locale.ROOT);
    int space = text.lastIndexOf(' ');
    String year = text.substring(space + 1);
    if (year.length() != 4 || !year.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return 0;
    }
    int month = space < 3 ? 0 : MONTHS.indexOf(text.substring(0, 3)) + 1;
    return Integer.parseInt(year) * 13 + month;
  }

  static String text(CsvReader row, int column) {
    String text = row.cell(column).strip();
    return text.isEmpty() ? null : text;
  }

  static String address(String text) {
    String address = text.strip().toLowerCase(Locale.ROOT);
    return address.indexOf('@') > 0 ? address : null;
  }

  static String joined(String first, String last) {
    if (first == null || last == null) {
      return first == null ? last : first;
    }
    return first + " " + last;
  }
}
