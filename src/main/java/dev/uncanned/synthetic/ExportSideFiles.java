package dev.uncanned.synthetic;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what lies beside the messages in an export: invitations, connections, the profile. */
final class ExportSideFiles {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("dd MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final String NOTES =
      "Notes:\n\"When exporting your connection data, you may notice that some of the email"
          + " addresses are missing. You will only see email addresses for connections who have"
          + " allowed their connections to see or download their email address, using this setting"
          + ".\"\n\n";
  private static final int STRANGER_ONE_IN = 5;
  private static final int WITHOUT_NOTE = 6;

  private final Generation generation;
  private final Person owner;

  ExportSideFiles(Generation generation, Person owner) {
    this.generation = generation;
    this.owner = owner;
  }

  void write(Shelving archive, List<Letter> letters, RowSink rows) throws IOException {
    archive.file("Invitations.csv", invitations(letters, rows));
    archive.file("Connections.csv", connections(letters));
    archive.file(
        "Profile.csv",
        table(
            "First Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip"
                + " Code,Geo Location,Twitter Handles,Websites,Instant Messengers",
            List.of(
                owner.first(),
                owner.last(),
                "",
                "",
                "",
                owner.title() + " at " + owner.company(),
                "",
                "Software Development",
                "",
                "Rotterdam, Netherlands",
                "",
                "",
                "")));
    archive.file(
        "Positions.csv",
        table(
            "Company Name,Title,Description,Location,Started On,Finished On",
            List.of(owner.company(), owner.title(), "", "Rotterdam", "Aug 2022", "")));
    archive.file(
        "Email Addresses.csv",
        table(
            "Email Address,Confirmed,Primary,Updated On",
            List.of(owner.email(), "Yes", "Yes", "1/8/22, 6:14 PM")));
  }

  private String table(String header, List<String> record) {
    CsvText csv = new CsvText(generation.quotesEverything());
    csv.add(List.of(header.split(",", -1)));
    csv.add(record);
    return csv.toString();
  }

  private String invitations(List<Letter> letters, RowSink rows) throws IOException {
    CsvText csv = new CsvText(generation.quotesEverything());
    String header = "From,To,Sent At,Message,Direction";
    csv.add(
        List.of(
            (generation.showsUrls() ? header + ",inviterProfileUrl,inviteeProfileUrl" : header)
                .split(",", -1)));
    List<Letter> invitations =
        letters.stream()
            .filter(letter -> letter.way() == Letter.Way.LI_INVITE)
            .sorted(Comparator.comparingLong(letter -> -letter.at()))
            .toList();
    for (Letter letter : invitations) {
      String text = letter.wording().body();
      csv.add(invitation(letter.sender(), letter.recipients().get(0), letter.at(), text));
      String key = "Invitations.csv#" + (csv.records() - 1);
      rows.written(letter, key, letter.at() - letter.at() % 60, text);
    }
    List<Person> people = List.copyOf(people(letters).values());
    for (int i = 0; i < Math.min(WITHOUT_NOTE, people.size()); i++) {
      Person other = people.get(i);
      long at = Calendar.BEGIN + i * Calendar.HOUR;
      csv.add(i % 2 == 0 ? invitation(owner, other, at, "") : invitation(other, owner, at, ""));
    }
    return csv.toString();
  }

  private List<String> invitation(Person from, Person to, long at, String text) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                from.display(),
                to.display(),
                LinkedInExport.SHORT_DATE.format(Instant.ofEpochSecond(at)),
                text,
                from == owner ? "OUTGOING" : "INCOMING"));
    if (generation.showsUrls()) {
      cells.add(from.url());
      cells.add(to.url());
    }
    return cells;
  }

  private String connections(List<Letter> letters) {
    CsvText csv = new CsvText(generation.quotesEverything());
    if (generation.hasPreamble()) {
      csv.addRaw(NOTES);
    }
    String url = generation.showsUrls() ? "URL," : "";
    String header = "First Name,Last Name," + url + "Email Address,Company,Position,Connected On";
    csv.add(List.of(header.split(",", -1)));
    people(letters)
        .forEach(
            (profile, person) -> {
              if (Math.floorMod(profile.hashCode(), STRANGER_ONE_IN) != 0) {
                csv.add(connection(person));
              }
            });
    if (generation.showsUrls()) {
      csv.add(List.of("", "", "", "", "", "", "03 Mar 2020"));
    }
    return csv.toString();
  }

  private List<String> connection(Person person) {
    Instant since =
        Instant.ofEpochSecond(
            Calendar.BEGIN - Math.floorMod(person.profile().hashCode(), 40_000_000));
    List<String> cells = new ArrayList<>(List.of(person.first(), person.last()));
    if (generation.showsUrls()) {
      cells.add(person.url());
    }
    boolean first = generation == Generation.V0;
    cells.add(first || Math.floorMod(person.profile().hashCode(), 25) == 0 ? person.email() : "");
    cells.add(person.company());
    cells.add(person.title());
    cells.add((first ? LinkedInExport.SHORT_DATE : DAY).format(since));
    return cells;
  }

  /** Everybody the owner exchanged LinkedIn messages with, by profile, in order of the letters. */
  private Map<String, Person> people(List<Letter> letters) {
    Map<String, Person> people = new LinkedHashMap<>();
    for (Letter letter : letters) {
      if (!letter.isMail()) {
        Person other = letter.outbound() ? letter.recipients().get(0) : letter.sender();
        if (!other.isHidden() && !other.equals(owner)) {
          people.putIfAbsent(other.profile(), other);
        }
      }
    }
    return people;
  }
}
