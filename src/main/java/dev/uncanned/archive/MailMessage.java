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
 * there. A thread is named by the first of References, else by In-Reply-To; the mail's own id names
 * none, since copies of one mail in several folders may have different ids.
 */
final class MailMessage {

  private static final int MAX_ID = 998;

  private MailMessage() {}

  /**
   * Reads one mail.
   *
   * @param names gives the text its name
   * @param draft whether it is known to be one
   * @param truncated whether {@code bytes} are only the beginning of the file
   * @throws MimeException and unchecked exceptions, among them StackOverflowError, if its parts
   *     cannot be read
   */
  static RawMessage of(
      ArchivePart part,
      long row,
      MailHeaders headers,
      byte[] bytes,
      ContentNames names,
      boolean draft,
      boolean truncated)
      throws MimeException, IOException {
    MimeText.Content content = MimeText.of(headers, bytes);
    List<QualityFlag> flags = flags(content, headers, truncated);
    String subject = EncodedWords.decode(headers.first("subject"));
    boolean automatic = AutoReply.isAutomatic(headers, subject, content.calendarOnly());
    Contact sender = sender(headers);
    Sent sent = sent(headers);
    return new RawMessage(
        part.input_id(),
        part.archive_id(),
        row,
        Channel.EMAIL,
        draft ? MessageKind.DRAFT : automatic ? MessageKind.AUTO_REPLY : MessageKind.MESSAGE,
        null,
        id(headers.first("message-id")),
        thread(headers),
        sent.at(),
        sent.quality(),
        sender,
        recipients(headers, sender),
        subject,
        content.text(),
        content.html(),
        names.ofCollapsed(content.text()),
        automatic,
        AutoReply.isBulk(headers),
        flags);
  }

  private static List<QualityFlag> flags(
      MimeText.Content content, MailHeaders headers, boolean truncated) {
    Set<QualityFlag> flags = EnumSet.noneOf(QualityFlag.class);
    flags.addAll(content.flags());
    if (headers.isCut()) {
      flags.add(QualityFlag.HEADERS_CUT);
    }
    if (truncated) {
      flags.add(QualityFlag.TRUNCATED);
    }
    return List.copyOf(flags);
  }

  private record Sent(Instant at, DateQuality quality) {}

  private static Sent sent(MailHeaders headers) {
    for (String date : headers.all("date")) {
      Instant at = MailDate.of(date);
      if (at != null) {
        return new Sent(at, DateQuality.SECOND);
      }
    }
    Instant received = MailDate.ofReceived(headers.first("received"));
    Instant at = received == null ? MailDate.ofFromLine(headers.fromLine()) : received;
    return new Sent(at, at == null ? DateQuality.NONE : DateQuality.FALLBACK);
  }

  /** The first author; all null if the mail names none. */
  static Contact sender(MailHeaders headers) {
    List<Contact> authors = MailAddresses.of(headers.first("from"));
    Contact author = authors.isEmpty() ? Contact.of(null, null, null) : authors.get(0);
    Contact exported = MailAddresses.one(headers.first("x-from"));
    return author.name() == null && exported != null ? named(author, exported) : author;
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
