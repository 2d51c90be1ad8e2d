package dev.uncanned.archive;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the mails of Apple Mail, one a file: {@code .emlx} and {@code .partial.emlx}.
 *
 * <p>Every file gives one record: a message, a draft (counted, not handed out) or a {@link
 * Rejected}. Of a partial one the attachments lie elsewhere; their headers stand in the mail, so
 * they are counted all the same. Where the number of bytes in the first line is wrong or missing
 * and the end of the mail was found in another way, the mail is flagged ({@link
 * QualityFlag#RESYNCED}); where the file is cut off, {@link QualityFlag#TRUNCATED_FILE}; where
 * there is neither a number nor a mail, it is rejected ({@link Reason#EMLX_LENGTH}). The layout is
 * that of {@link EmlxFile}; the time of receipt stands in for a date that the mail does not have.
 */
public final class EmlxReader implements ArchiveReader {

  @Override
  public void read(ArchivePart part, Consumer<Parsed> out) {
    MailBatch batch = new MailBatch(part, InputFormat.EMLX, out);
    MailFiles.read(
        part,
        batch,
        Budgets.MAIL_BYTES,
        (row, path, content, longer) -> {
          String folder = shownFolder(part.root(), path);
          mail(batch, row, folder + MailPath.name(path), content, longer);
        });
  }

  /** Reads the bytes of one file. */
  static void mail(MailBatch batch, long row, String path, byte[] content, boolean longer) {
    EmlxFile file = EmlxFile.of(content);
    byte[] mail = Arrays.copyOfRange(content, file.start(), file.end());
    Set<QualityFlag> flags = EnumSet.noneOf(QualityFlag.class);
    if (longer) {
      flags.add(QualityFlag.TRUNCATED);
    } else if (file.cut()) {
      flags.add(QualityFlag.TRUNCATED_FILE);
    } else if (!file.exact()) {
      flags.add(QualityFlag.RESYNCED);
    }
    MailRecord record = new MailRecord(row, path, file.start(), file.end(), mail, flags);
    if (!file.counted() && MailHeaders.of(mail).isEmpty()) {
      batch.reject(record, Reason.EMLX_LENGTH, "no number of bytes and no mail");
    } else {
      batch.mail(record, file.draft(), file.received());
    }
  }

  /** The folder as Apple Mail shows it, below the folder of the archive, with a slash behind it. */
  private static String shownFolder(String root, String path) {
    String inside = EmlxFinder.mailbox(path);
    String parent = MailPath.parent(inside);
    String name = EmlxFinder.shownName(inside);
    if (name.equals(MailPath.name(inside))) {
      // The folder that was given may be a mailbox of Apple Mail, or lie in one.
      String around = EmlxFinder.mailbox(root + "/" + path);
      String shown = EmlxFinder.shownName(around);
      name = shown.equals(MailPath.name(around)) ? name : shown;
    }
    String folder = parent.isEmpty() ? name : parent + "/" + name;
    return folder.isEmpty() ? "" : folder + "/";
  }
}
