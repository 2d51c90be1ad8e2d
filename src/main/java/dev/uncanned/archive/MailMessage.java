package dev.uncanned.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.james.mime4j.MimeException;

/**
 * Turns the header and the text of one mail into a message.
 *
 * <p>Recipients are To, Cc and Bcc, each address once, without the sender unless nobody else is
 * there. A thread is named by Gmail's thread id, the first of References, else by In-Reply-To; the
 * mail's own id names none, since copies of one mail in several folders may have different ids.
 */
final class MailMessage {

  private static final int MAX_ID = 998;

  private MailMessage() {}

  /**
   * Reads one mail.
   *
   * @param record its bytes, place and flags
   * @param headers what {@code record} begins with
   * @param names gives the text its name
   * @param standing what its place says of it
   * @throws MimeException and unchecked exceptions, among them StackOverflowError, if its parts
   *     cannot be read
   */
  static RawMessage of(
      ArchivePart part,
      MailRecord record,
      MailHeaders headers,
      ContentNames names,
      MailStanding standing)
      throws MimeException, IOException {
    MimeText.Content content = MimeText.of(headers, record.content());
    String subject = EncodedWords.decode(headers.first("subject"));
    Contact sender = sender(headers);
    Direction direction = direction(headers, standing);
    boolean own = direction == Direction.OUTBOUND;
    boolean automatic = content.calendar() || AutoReply.isAutomatic(headers, subject, sender, own);
    Sent sent = sent(headers, standing.received());
    List<Contact> people = recipients(headers, sender);
    boolean many = people.size() > Budgets.HEADER_PEOPLE;
    return new RawMessage(
        part.input_id(),
        part.archive_id(),
        record.row(),
        Channel.EMAIL,
        kind(standing.draft(), automatic),
        direction,
        id(headers.first("message-id")),
        thread(headers),
        sent.at(),
        sent.quality(),
        sender,
        many ? List.copyOf(people.subList(0, Budgets.HEADER_PEOPLE)) : people,
        subject,
        content.text(),
        content.html(),
        names.ofCollapsed(content.text()),
        BareWords.hash(names, content.text()),
        automatic,
        AutoReply.isBulk(headers),
        content.attachments(),
        null,
        flags(content, many || headers.isCut(), record));
  }

  private static MessageKind kind(boolean draft, boolean automatic) {
    return draft ? MessageKind.DRAFT : automatic ? MessageKind.AUTO_REPLY : MessageKind.MESSAGE;
  }

  /** What was delivered to a mailbox was moved among its sent mail by hand. */
  private static Direction direction(MailHeaders headers, MailStanding standing) {
    return standing.sent() && !MailOwners.isDelivered(headers) ? Direction.OUTBOUND : null;
  }

  private static List<QualityFlag> flags(
      MimeText.Content content, boolean headersCut, MailRecord record) {
    Set<QualityFlag> flags = EnumSet.noneOf(QualityFlag.class);
    flags.addAll(record.flags());
    if (OddName.isOdd(record.path())) {
      flags.add(QualityFlag.ODD_NAME);
    }
    flags.addAll(content.flags());
    if (headersCut) {
      flags.add(QualityFlag.HEADERS_CUT);
    }
    return List.copyOf(flags);
  }

  private record Sent(Instant at, DateQuality quality) {}

  private static Sent sent(MailHeaders headers, Instant received) {
    for (String date : headers.all("date")) {
      Instant at = MailDate.of(date);
      if (at != null) {
        return new Sent(at, DateQuality.SECOND);
      }
    }
    Instant at = MailDate.ofReceived(headers.first("received"));
    at = at == null ? MailDate.ofFromLine(headers.fromLine()) : at;
    at = at == null ? received : at;
    return new Sent(at, at == null ? DateQuality.NONE : DateQuality.FALLBACK);
  }

  /** The first author, else who sent it for one; all null if the mail names none. */
  static Contact sender(MailHeaders headers) {
    Contact author = firstOf(headers, "from");
    author = author == null ? firstOf(headers, "sender") : author;
    author = author == null ? Contact.of(null, null, null) : author;
    Contact exported = MailAddresses.one(headers.first("x-from"));
    return author.name() == null && exported != null ? named(author, exported) : author;
  }

  private static Contact firstOf(MailHeaders headers, String field) {
    for (String list : headers.all(field)) {
      List<Contact> people = MailAddresses.of(list);
      if (!people.isEmpty()) {
        return people.get(0);
      }
    }
    return null;
  }

  private static Contact named(Contact person, Contact exported) {
    boolean sameAddress = exported.name() == null || exported.name().equals(person.email());
    return sameAddress ? person : DisplayName.contact(exported.name(), person.email());
  }

  private static List<Contact> recipients(MailHeaders headers, Contact sender) {
    Map<String, Contact> people = new LinkedHashMap<>();
    for (String header : List.of("to", "cc", "bcc")) {
      List<Contact> named = new ArrayList<>();
      headers.all(header).forEach(list -> named.addAll(MailAddresses.of(list)));
      // Exports of the Enron kind keep the names apart, in the same order.
      List<Contact> exported = MailAddresses.of(headers.first("x-" + header));
      boolean pairs = exported.size() == named.size();
      for (int i = 0; i < named.size(); i++) {
        Contact person = named.get(i);
        boolean nameless = pairs && person.name() == null;
        people.putIfAbsent(key(person), nameless ? named(person, exported.get(i)) : person);
      }
    }
    if (people.size() > 1) {
      people.remove(key(sender));
    }
    return List.copyOf(people.values());
  }

  private static String key(Contact person) {
    return person.email() == null ? "name " + person.name() : person.email();
  }

  private static String thread(MailHeaders headers) {
    String gmail = id(headers.first("x-gm-thrid"));
    if (gmail != null) {
      return gmail;
    }
    String references = id(headers.first("references"));
    return references == null ? id(headers.first("in-reply-to")) : references;
  }

  /** The first id in angle brackets, else the first word; null if there is nothing. */
  private static String id(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    int open = text.indexOf('<');
    int close = open < 0 ? -1 : text.indexOf('>', open);
    String id = close > open + 1 ? text.substring(open + 1, close).trim() : firstWord(text);
    return id.isEmpty() ? null : id.substring(0, Math.min(id.length(), MAX_ID));
  }

  private static String firstWord(String text) {
    String trimmed = text.trim();
    int blank = trimmed.indexOf(' ');
    return blank < 0 ? trimmed : trimmed.substring(0, blank);
  }
}
