package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.james.mime4j.MimeException;

/**
 * Reads mails that lie one in a file: folders of {@code .eml} files and Maildirs.
 *
 * <p>Every file gives one record: a message, a draft (counted, not handed out) or a {@link
 * Rejected}. Of a file of more than 200 MB the first 50 MB are read. Drafts are known by Maildir
 * flag D, the folder's name, {@code X-Unsent: 1} on a mail that no server received, or a Gmail
 * label; flag T (deleted) changes nothing. Symbolic links are not followed.
 */
public final class MailReader implements ArchiveReader {

  private static final long MAX_WHOLE_BYTES = 200_000_000;
  private static final int MAX_HEAD_BYTES = 50_000_000;

  private final long maxWholeBytes;
  private final int maxHeadBytes;

  public MailReader() {
    this(MAX_WHOLE_BYTES, MAX_HEAD_BYTES);
  }

  /** Files larger than {@code maxWholeBytes} are read up to {@code maxHeadBytes}. */
  MailReader(long maxWholeBytes, int maxHeadBytes) {
    this.maxWholeBytes = maxWholeBytes;
    this.maxHeadBytes = maxHeadBytes;
  }

  @Override
  public void read(ArchivePart part, Consumer<Parsed> out) {
    Path root = Path.of(part.root());
    List<String> files = part.files().isEmpty() ? List.of("") : part.files();
    Batch batch = new Batch(part, out);
    long row = part.first_row();
    for (String file : files) {
      readFile(batch, row, root.resolve(file));
      row++;
    }
    batch.end(files.size());
  }

  private void readFile(Batch batch, long row, Path file) {
    try {
      BasicFileAttributes attributes = attributes(file);
      if (attributes == null) {
        batch.reject(row, Reason.IO_ERROR, "file is gone", null);
      } else if (!attributes.isRegularFile()) {
        batch.reject(row, Reason.NOT_REGULAR, "not a regular file", null);
      } else {
        long size = attributes.size();
        batch.bytes += size;
        batch.mail(row, file, head(file, size), size > maxWholeBytes);
      }
    } catch (IOException unreadable) {
      batch.reject(row, Reason.IO_ERROR, "file cannot be read", null);
    }
  }

  /** What kind of file it is and how large; null if there is none. */
  private static BasicFileAttributes attributes(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException gone) {
      return null;
    }
  }

  private byte[] head(Path file, long size) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      if (size > maxWholeBytes) {
        return in.readNBytes(maxHeadBytes);
      }
      byte[] whole = in.readNBytes((int) size);
      // A file that grows while it is read is read to its end.
      byte[] more = in.readNBytes((int) (maxWholeBytes - whole.length));
      return more.length == 0 ? whole : joined(whole, more);
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  /** The mails of one part, with what is added up over them. */
  private static final class Batch {

    private final ArchivePart part;
    private final Consumer<Parsed> out;
    private final MailOwners owners = new MailOwners();
    private final ContentNames names = new ContentNames();
    private final MailFolderRole roles = new MailFolderRole();
    private long bytes;
    private long rejected;
    private long drafts;

    private Batch(ArchivePart part, Consumer<Parsed> out) {
      this.part = part;
      this.out = out;
    }

    private void mail(long row, Path file, byte[] content, boolean truncated) {
      MailHeaders headers = MailHeaders.of(content);
      if (headers.isEmpty()) {
        reject(row, Reason.NOT_MAIL, "no header", content);
        return;
      }
      RawMessage message;
      boolean draft;
      try {
        draft = roles.isDraft(file, headers);
        message = MailMessage.of(part, row, headers, content, names, draft, truncated);
        if (!draft) {
          owners.add(headers, message.sender(), roles.isSent(file, headers));
        }
      } catch (MimeException | IOException broken) {
        reject(row, Reason.MIME_BROKEN, "mime parts cannot be read", content);
        return;
      } catch (StackOverflowError | RuntimeException defect) {
        // A hostile mail must cost itself, not the run; the class is all that may be told of it.
        reject(row, Reason.MIME_BROKEN, defect.getClass().getSimpleName(), content);
        return;
      }
      if (draft) {
        drafts++;
        return;
      }
      out.accept(Parsed.of(message));
    }

    private void reject(long row, Reason reason, String detail, byte[] content) {
      rejected++;
      long end = content == null ? -1 : content.length;
      String hash = content == null ? null : ContentHash.sha256(content);
      long start = content == null ? -1 : 0;
      out.accept(Parsed.of(new Rejected(part.input_id(), row, start, end, reason, detail, hash)));
    }

    private void end(long seen) {
      boolean maildir = part.kind() == ArchivePart.Kind.MAILDIR;
      String format = (maildir ? InputFormat.MAILDIR : InputFormat.EML).label();
      out.accept(
          Parsed.of(
              new InputCount(
                  part.input_id(),
                  part.archive_id(),
                  format,
                  seen,
                  seen - rejected,
                  rejected,
                  drafts,
                  bytes,
                  null)));
      owners.claims(part.archive_id()).forEach(claim -> out.accept(Parsed.of(claim)));
    }
  }
}
