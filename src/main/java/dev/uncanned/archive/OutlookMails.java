package dev.uncanned.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.james.mime4j.MimeException;

/** Makes messages of the items of one mailbox of Outlook and adds up who may own it. */
final class OutlookMails {

  private final ArchivePart part;
  private final ContentNames names = new ContentNames();
  private final MailOwners owners = new MailOwners();

  OutlookMails(ArchivePart part) {
    this.part = part;
  }

  /**
   * The message of a mail.
   *
   * @param path of the file that holds it
   * @param sent whether it lies in a folder of sent mail
   * @throws MimeException and unchecked exceptions, among them StackOverflowError, if it cannot be
   *     read
   */
  RawMessage message(long row, String path, OutlookMail mail, boolean sent)
      throws MimeException, IOException {
    byte[] bytes = mail.text().getBytes(StandardCharsets.UTF_8);
    MailHeaders headers = MailHeaders.of(bytes);
    Set<QualityFlag> flags = EnumSet.noneOf(QualityFlag.class);
    flags.addAll(mail.flags());
    MailRecord written = MailRecord.ofFile(row, path, bytes, flags);
    MailStanding standing = new MailStanding(false, sent, null);
    RawMessage read = MailMessage.of(part, written, headers, names, standing);
    owners.add(headers, read.sender(), sent);
    return with(read, mail.attachments());
  }

  /** The text that was written down has no attachments, the item may have. */
  private static RawMessage with(RawMessage read, int attachments) {
    return new RawMessage(
        read.input_id(),
        read.archive_id(),
        read.source_row(),
        read.channel(),
        read.kind(),
        read.direction(),
        read.native_id(),
        read.conversation_id(),
        read.sent_at(),
        read.date_quality(),
        read.sender(),
        read.recipients(),
        read.subject(),
        read.body(),
        read.html(),
        read.body_hash(),
        read.words_hash(),
        read.automatic(),
        read.bulk_headers(),
        attachments,
        read.template_ref(),
        read.flags());
  }

  List<OwnerClaim> claims() {
    return owners.claims(part.archive_id());
  }
}
