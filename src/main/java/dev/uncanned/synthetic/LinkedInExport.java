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
import java.util.stream.Collectors;

/** Writes messages.csv of a LinkedIn export in one generation of its format. */
final class LinkedInExport {

  static final DateTimeFormatter SHORT_DATE =
      DateTimeFormatter.ofPattern("M/d/yy, h:mm a", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter LONG_DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int ARCHIVED_ONE_IN = 17;

  private final Generation generation;
  private final Person owner;

  LinkedInExport(Generation generation, Person owner) {
    this.generation = generation;
    this.owner = owner;
  }

  /**
   * Writes the file.
   *
   * @param damaged whether a record with a quote that never closes comes into the middle
   */
  void write(Shelving archive, List<Letter> letters, boolean damaged, RowSink rows)
      throws IOException {
    CsvText csv = new CsvText(generation.quotesEverything());
    List<Letter> shown = inOrder(letters);
    csv.add(generation.columns());
    for (int i = 0; i < shown.size(); i++) {
      Letter letter = shown.get(i);
      if (damaged && i == shown.size() / 2) {
        csv.addRaw(damagedRecord(letter));
      }
      String text = shownText(letter);
      csv.add(record(letter, text));
      String key = generation.messagesFile() + "#" + (csv.records() - 1);
      rows.written(letter, key, shownAt(letter), text);
    }
    archive.file(generation.messagesFile(), csv.toString());
  }

  /** Conversations by their newest message, newest first, and so inside each of them. */
  private List<Letter> inOrder(List<Letter> letters) {
    Map<String, List<Letter>> conversations = new LinkedHashMap<>();
    Comparator<Letter> newest = Comparator.comparingLong(letter -> -letter.at());
    letters.stream()
        .filter(this::isShown)
        .sorted(newest)
        .forEach(
            letter ->
                conversations
                    .computeIfAbsent(letter.conversation(), id -> new ArrayList<>())
                    .add(letter));
    return conversations.values().stream().flatMap(List::stream).toList();
  }

  private boolean isShown(Letter letter) {
    boolean message = !letter.isMail() && letter.way() != Letter.Way.LI_INVITE;
    return message
        && switch (letter.wording().kind()) {
          case DRAFT -> generation.hasDrafts();
          case SYSTEM -> generation.hasSystemRows();
          case SPONSORED -> generation.hasTitles();
          default -> true;
        };
  }

  private String shownText(Letter letter) {
    Wording wording = letter.wording();
    String text =
        wording.tail().isEmpty() ? wording.body() : wording.body() + "\n\n" + wording.tail();
    return generation.keepsLineBreaks() ? text : text.replace('\n', ' ');
  }

  private long shownAt(Letter letter) {
    return generation.hasSeconds() ? letter.at() : letter.at() - letter.at() % 60;
  }

  private List<String> record(Letter letter, String text) {
    return generation.columns().stream().map(column -> cell(column, letter, text)).toList();
  }

  private String cell(String column, Letter letter, String text) {
    Kind kind = letter.wording().kind();
    boolean draft = kind == Kind.DRAFT;
    boolean system = kind == Kind.SYSTEM;
    return switch (column.toUpperCase(Locale.ROOT)) {
      case "CONVERSATION ID" -> draft ? "" : letter.conversation();
      case "CONVERSATION TITLE" -> letter.title();
      case "FROM" -> system ? "" : letter.sender().display();
      case "SENDER PROFILE URL" -> system ? "" : letter.sender().url();
      case "TO" -> draft || system ? "" : joined(letter, Person::display);
      case "RECIPIENT PROFILE URLS" -> draft || system ? "" : joined(letter, Person::url);
      case "DATE" -> date(letter);
      case "SUBJECT" -> letter.wording().subject();
      case "CONTENT" -> text;
      case "DIRECTION" -> letter.outbound() ? "OUTGOING" : "INCOMING";
      case "FOLDER" -> folder(letter, draft);
      case "IS MESSAGE DRAFT", "IS CONVERSATION DRAFT" -> draft ? "Yes" : "No";
      default -> "";
    };
  }

  /** Members without an address leave no gap between the addresses of the others. */
  private static String joined(Letter letter, java.util.function.Function<Person, String> shown) {
    return letter.recipients().stream()
        .map(shown)
        .filter(value -> !value.isEmpty())
        .collect(Collectors.joining(","));
  }

  private String date(Letter letter) {
    Instant at = Instant.ofEpochSecond(letter.at());
    return (generation.hasSeconds() ? LONG_DATE : SHORT_DATE).format(at);
  }

  private String folder(Letter letter, boolean draft) {
    if (draft) {
      return "";
    }
    if (generation == Generation.V0 && letter.outbound()) {
      return "SENT";
    }
    return Math.floorMod(letter.conversation().hashCode(), ARCHIVED_ONE_IN) == 0
        ? "ARCHIVE"
        : "INBOX";
  }

  private String damagedRecord(Letter after) {
    String date = date(after);
    return after.conversation()
        + ",,"
        + owner.display()
        + ","
        + owner.url()
        + ",Somebody,https://www.linkedin.com/in/somebody-0,"
        + date
        + ",,\"This record lost its closing quote, INBOX\n";
  }
}
