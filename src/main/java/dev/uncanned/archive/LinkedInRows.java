package dev.uncanned.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes messages of the rows of one LinkedIn file, once the owner of the archive is known. */
final class LinkedInRows {

  private final String archiveId;
  private final String inputId;
  private final LinkedInOwner owner;
  private final RecipientList people;
  private final LinkedInKinds kinds;
  private final CsvReader row;
  private final LinkedInDates dates;
  private final ContentNames names = new ContentNames();
  private final Recent<String> profiles =
      new Recent<>((profile, nothing) -> ProfileUrl.normalise(profile));
  private final Recent<Sender> senders;
  private final boolean invitations;
  private final int thread;
  private final int attachments;
  private final int title;
  private final int from;
  private final int fromUrl;
  private final int to;
  private final int toUrls;
  private final int date;
  private final int subject;
  private final int content;
  private final int direction;
  private final int messageDraft;
  private final int conversationDraft;

  LinkedInRows(
      String archiveId,
      String inputId,
      LinkedInOwner owner,
      RecipientList people,
      LinkedInKinds kinds,
      LinkedInDates dates,
      CsvSheet sheet,
      LinkedInCsv kind) {
    this.archiveId = archiveId;
    this.inputId = inputId;
    this.owner = owner;
    this.people = people;
    this.kinds = kinds;
    this.dates = dates;
    this.row = sheet.records();
    this.senders = new Recent<>(this::sender);
    this.invitations = kind == LinkedInCsv.INVITATIONS;
    thread = sheet.column("conversation id");
    attachments = sheet.column("attachments");
    title = sheet.column("conversation title");
    from = sheet.column("from");
    fromUrl = sheet.column(invitations ? "inviterprofileurl" : "sender profile url");
    to = sheet.column("to");
    toUrls = sheet.column(invitations ? "inviteeprofileurl" : "recipient profile urls");
    date = sheet.column(invitations ? "sent at" : "date");
    subject = sheet.column("subject");
    content = sheet.column(invitations ? "message" : "content");
    direction = sheet.column("direction");
    messageDraft = sheet.column("is message draft");
    conversationDraft = sheet.column("is conversation draft");
  }

  /** Who sent a row, made once for the rows that name the same one. */
  private record Sender(String url, boolean own, Contact contact) {}

  private Sender sender(String name, String profile) {
    String url = ProfileUrl.normalise(profile);
    return new Sender(url, owner.is(name, url), people.sender(name, url));
  }

  /** Shows the current record to the search for the owner, and its date to the dates. */
  void show(OwnerSearch search) {
    dates.show(row.cell(date));
    String name = row.cell(from);
    String url = profiles.of(row.cell(fromUrl), "");
    Direction named = namedDirection();
    if (named != null) {
      String recipient = invitations ? ProfileUrl.normalise(row.cell(toUrls)) : null;
      search.directed(named == Direction.OUTBOUND, name, url, row.cell(to), recipient);
    } else if (!invitations && thread >= 0 && !row.isEmpty(thread)) {
      String urls = toUrls < 0 ? null : row.cell(toUrls);
      search.message(row.cell(thread), name, url, row.cell(to), urls);
    }
  }

  /** The current record as a message; null if it is out of scope. */
  RawMessage message(long ordinal) {
    String name = row.cell(from);
    Sender sender = senders.of(name, row.cell(fromUrl));
    String text = row.cell(content);
    List<Contact> recipients = people.of(row.cell(to), row.cell(toUrls));
    Direction way = namedDirection();
    if (way == null) {
      way = sender.own() ? Direction.OUTBOUND : Direction.INBOUND;
    }
    boolean group = recipients.size() > 1;
    MessageKind kind = kind(name, sender.url(), text, recipients, way);
    if (!kind.inScope()) {
      return null;
    }
    LinkedInDate sent = dates.of(row.cell(date));
    String about = row.cell(subject);
    return new RawMessage(
        inputId,
        archiveId,
        ordinal,
        channel(about, group),
        kind,
        way,
        null,
        blankToNull(row.cell(thread)),
        sent.at(),
        sent.quality(),
        sender.contact(),
        recipients,
        blankToNull(about),
        text,
        BlockMarkup.isHtml(text),
        names.ofCollapsed(text, row.broken(content, text)),
        BareWords.hash(names, text),
        false,
        false,
        attachments(),
        null,
        flags(text));
  }

  /** The column lists links, joined by commas. */
  private int attachments() {
    String links = attachments < 0 ? "" : row.cell(attachments).strip();
    return links.isEmpty() ? 0 : (int) links.chars().filter(c -> c == ',').count() + 1;
  }

  private MessageKind kind(
      String name, String url, String text, List<Contact> recipients, Direction way) {
    if (invitations) {
      return kinds.invitation(text, recipients);
    }
    boolean draft = isYes(messageDraft) || isYes(conversationDraft);
    boolean own = way == Direction.OUTBOUND;
    return kinds.kind(
        new LinkedInKinds.Row(draft, own, row.cell(title), name, url, text, recipients));
  }

  private Channel channel(String about, boolean group) {
    if (invitations) {
      return Channel.LI_INVITE;
    }
    boolean first = LinkedInKinds.isFirstSubject(about, row.cell(title), group);
    return first ? Channel.LI_INMAIL : Channel.LI_MESSAGE;
  }

  private Direction namedDirection() {
    if (direction < 0) {
      return null;
    }
    return switch (row.cell(direction).strip().toUpperCase(Locale.ROOT)) {
      case "OUTGOING" -> Direction.OUTBOUND;
      case "INCOMING" -> Direction.INBOUND;
      default -> null;
    };
  }

  private boolean isYes(int column) {
    if (row.isEmpty(column)) {
      return false;
    }
    String value = row.cell(column).strip();
    return value.equalsIgnoreCase("yes") || value.equalsIgnoreCase("true");
  }

  private List<QualityFlag> flags(String text) {
    Set<QualityFlag> found = row.flags();
    if (text.isBlank()) {
      found.add(QualityFlag.NO_TEXT);
    }
    return found.isEmpty() ? List.of() : new ArrayList<>(found);
  }

  private static String blankToNull(String text) {
    return text.isBlank() ? null : text;
  }
}
