package dev.uncanned.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.function.Consumer;
import org.apache.james.mime4j.MimeException;

/**
 * The mails of one part, whatever they are packed in, with what is added up over them.
 *
 * <p>Every record that is added gives one message, one {@link Rejected}, or nothing but a count
 * where it is out of scope: drafts, and what {@link MailFolderRole} excludes. {@link #end} gives
 * the count and the claims. Not thread-safe.
 */
final class MailBatch {

  private final ArchivePart part;
  private final Consumer<Parsed> out;
  private final InputTally tally;
  private final MailOwners owners = new MailOwners();
  private final ContentNames names = new ContentNames();
  private final MailFolderRole roles = new MailFolderRole();

  MailBatch(ArchivePart part, InputFormat format, Consumer<Parsed> out) {
    this.part = part;
    this.out = out;
    this.tally = new InputTally(part.input_id(), format, 0);
  }

  /** Counts bytes of the input as read. */
  void addBytes(long bytes) {
    tally.addBytes(bytes);
  }

  /** Notes which bytes of a file the records cover. */
  void cover(long start, long end, long size) {
    tally.cover(start, end, size);
  }

  /** Reads one mail. Errors of the machine pass, except that of a stack that is too small. */
  void mail(MailRecord record) {
    mail(record, false, null);
  }

  /**
   * Reads one mail of which its container says more.
   *
   * @param marked whether it is called a draft there
   * @param received when it came in, for a mail that has no date; null if unknown
   */
  void mail(MailRecord record, boolean marked, Instant received) {
    MailHeaders headers = MailHeaders.of(record.content());
    if (headers.isEmpty()) {
      reject(record, Reason.NOT_MAIL, "no header");
      return;
    }
    RawMessage message;
    boolean excluded;
    try {
      String file = part.root() + "/" + record.path();
      boolean draft = marked || roles.isDraft(file, headers);
      excluded = draft || roles.isExcluded(headers);
      boolean sent = roles.isSent(file, headers);
      MailStanding standing = new MailStanding(draft, sent, received);
      message = MailMessage.of(part, record, headers, names, standing);
      if (!excluded) {
        owners.add(headers, message.sender(), message.direction() == Direction.OUTBOUND);
      }
    } catch (MimeException | IOException broken) {
      reject(record, Reason.MIME_BROKEN, "mime parts cannot be read");
      return;
    } catch (StackOverflowError | RuntimeException defect) {
      // A hostile mail must cost itself, not the run; the class is all that may be told of it.
      reject(record, Reason.MIME_BROKEN, defect.getClass().getSimpleName());
      return;
    }
    if (excluded) {
      tally.addOutOfScope(1);
      return;
    }
    tally.addParsed();
    out.accept(Parsed.of(message));
  }

  /** Counts and hands out a record that is no mail. */
  void reject(MailRecord record, Reason reason, String detail) {
    byte[] bytes = record.content();
    Rejected rejected =
        new Rejected(
            part.input_id(),
            record.row(),
            record.start(),
            record.end(),
            reason,
            detail,
            ContentHash.sha256(bytes),
            record.path(),
            Rejected.sample(bytes, 0, bytes.length));
    reject(rejected);
  }

  /** Counts and hands out an input of which nothing can be read. */
  void reject(Reason reason, String detail) {
    reject(0, null, reason, detail);
  }

  /** Counts and hands out a file, or (row 0) an input, whose bytes are not at hand. */
  void reject(long row, String path, Reason reason, String detail) {
    reject(new Rejected(part.input_id(), row, -1, -1, reason, detail, null).in(path));
  }

  /** Counts and hands out a record of this batch's input. */
  void reject(Rejected record) {
    tally.addRejected();
    tally.addRejectedBytes(Math.max(0, record.byte_end() - Math.max(0, record.byte_start())));
    out.accept(Parsed.of(record));
  }

  /** The input that the mails are counted under. */
  String inputId() {
    return part.input_id();
  }

  /** Hands out the count of all that was added, and who may own the mailbox. */
  void end() {
    out.accept(Parsed.of(tally.count(part.archive_id(), null)));
    owners.claims(part.archive_id()).forEach(claim -> out.accept(Parsed.of(claim)));
  }
}
