package dev.uncanned.campaign;

import dev.uncanned.archive.AnyReader;
import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.ArchiveScanner;
import dev.uncanned.archive.Contact;
import dev.uncanned.archive.RawMessage;
import dev.uncanned.message.Message;
import dev.uncanned.message.MessageHeader;
import dev.uncanned.text.TextCleaner;
import dev.uncanned.text.TextConfig;
import dev.uncanned.text.TextDocument;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The mails of people in folders of real mail, cleaned and masked as in a run, each once.
 *
 * <p>There are no labels. A sender counts as a person if at least one of the mails answers another;
 * machines and newsletters do not.
 */
final class RealMail {

  /**
   * A mail that may be scored.
   *
   * @param place the file it was read from, for those who want to read it
   */
  record Mail(SenderText text, boolean answer, String place) {}

  private final TextCleaner cleaner = new TextCleaner(TextConfig.defaults());
  private final Map<String, Mail> mails = new LinkedHashMap<>();
  private final Set<String> people = new HashSet<>();

  private RealMail() {}

  /** The mails of people, in the order of the files. */
  static List<Mail> ofPeople(List<Path> folders) {
    RealMail mail = new RealMail();
    for (ArchivePart part : ArchiveScanner.scan(folders)) {
      new AnyReader()
          .read(
              part,
              row -> {
                if (row.message() != null) {
                  mail.add(part, row.message());
                }
              });
    }
    return mail.mails.values().stream()
        .filter(read -> mail.people.contains(read.text().sender_id()))
        .toList();
  }

  /** The same mail stands in several folders of a mailbox. */
  private void add(ArchivePart part, RawMessage raw) {
    String sender = name(raw.sender());
    long minute =
        raw.sent_at() == null ? 0 : Duration.ofMillis(raw.sent_at().toEpochMilli()).toMinutes();
    String id = sender + " " + minute + " " + raw.body_hash();
    boolean answer =
        raw.subject() != null && raw.subject().strip().toLowerCase(Locale.ROOT).startsWith("re:");
    if (answer) {
      people.add(sender);
    }
    TextDocument document = mails.containsKey(id) ? null : cleaner.clean(message(id, sender, raw));
    if (document != null && document.eligible()) {
      SenderText text =
          new SenderText(
              id,
              sender,
              recipients(id, raw),
              raw.sent_at(),
              document.fingerprint(),
              document.masked(),
              true);
      mails.put(id, new Mail(text, answer, place(part, raw)));
    }
  }

  private static List<String> recipients(String id, RawMessage raw) {
    List<String> recipients = new ArrayList<>();
    for (Contact recipient : raw.recipients()) {
      recipients.add(name(recipient));
    }
    return recipients.isEmpty() ? List.of("unknown reader of " + id) : recipients;
  }

  private static String name(Contact contact) {
    return String.valueOf(contact.email() == null ? contact.name() : contact.email());
  }

  private static String place(ArchivePart part, RawMessage raw) {
    int file = (int) (raw.source_row() - part.first_row());
    return file >= 0 && file < part.files().size()
        ? part.root() + "/" + part.files().get(file)
        : part.root() + " record " + raw.source_row();
  }

  private static Message message(String id, String sender, RawMessage raw) {
    MessageHeader header =
        new MessageHeader(
            id,
            null,
            raw.archive_id(),
            raw.input_id(),
            raw.source_row(),
            raw.channel(),
            raw.kind(),
            raw.direction(),
            sender,
            null,
            null,
            List.of(),
            raw.sent_at(),
            raw.date_quality(),
            raw.automatic(),
            raw.bulk_headers(),
            null,
            raw.attachment_n(),
            raw.template_ref());
    return new Message(
        header, raw.subject(), raw.body(), raw.html(), raw.sender(), raw.recipients());
  }
}
