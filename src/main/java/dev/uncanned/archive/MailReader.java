package dev.uncanned.archive;

import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads mails that lie one in a file: folders of {@code .eml} files and Maildirs, also in gzip.
 *
 * <p>Every file gives one record: a message, a draft (counted, not handed out) or a {@link
 * Rejected}. Of a larger file the first {@link Budgets#MAIL_BYTES} are read. Drafts are known by
 * Maildir flag D, the folder's name, {@code X-Unsent: 1} on a mail that no server received, or a
 * Gmail label; flag T (deleted) changes nothing. Symbolic links are not followed.
 */
public final class MailReader implements ArchiveReader {

  private final int mostBytes;

  public MailReader() {
    this(Budgets.MAIL_BYTES);
  }

  /** Of larger files {@code mostBytes} are read. */
  MailReader(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  @Override
  public void read(ArchivePart part, Consumer<Parsed> out) {
    boolean maildir = part.kind() == ArchivePart.Kind.MAILDIR;
    InputFormat format = maildir ? InputFormat.MAILDIR : InputFormat.EML;
    MailBatch batch = new MailBatch(part, format, out);
    MailFiles.read(
        part,
        batch,
        mostBytes,
        (row, path, content, longer) -> {
          Set<QualityFlag> flags = longer ? Set.of(QualityFlag.TRUNCATED) : Set.of();
          batch.mail(MailRecord.ofFile(row, path, content, flags));
        });
  }
}
