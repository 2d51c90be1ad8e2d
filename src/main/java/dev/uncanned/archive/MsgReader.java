package dev.uncanned.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.james.mime4j.MimeException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Reads mails that Outlook saved, one a file ({@code .msg}).
 *
 * <p>Every file gives one record: a message, something out of scope (an unsent mail, an
 * appointment, a contact, a task, a post), or a {@link Rejected}. Attachments are not opened. Files
 * inside of a ZIP are held in memory and rejected beyond 64 MB. Whether it is sent mail is told by
 * the name of the folder that the file lies in. Symbolic links are not followed.
 */
public final class MsgReader implements ArchiveReader {

  @Override
  public void read(ArchivePart part, Consumer<Parsed> out) {
    Batch batch = new Batch(part, out);
    try (ExportFiles files = ExportFiles.of(part)) {
      Map<String, ExportFile> byPath = new HashMap<>();
      files.files().forEach(file -> byPath.put(file.path(), file));
      long row = part.first_row();
      for (String path : part.files()) {
        batch.file(row, path, files, byPath.get(path));
        row++;
      }
    } catch (UnreadableException broken) {
      batch.reject(0, null, broken.reason(), broken.getMessage(), null);
    } catch (IOException unreadable) {
      batch.reject(0, null, Reason.IO_ERROR, "the archive cannot be opened", null);
    }
    batch.end();
  }

  /** The files of one part, with what is added up over them. */
  private static final class Batch {

    private final ArchivePart part;
    private final Consumer<Parsed> out;
    private final InputTally tally;
    private final OutlookMails mails;

    Batch(ArchivePart part, Consumer<Parsed> out) {
      this.part = part;
      this.out = out;
      this.tally = new InputTally(part.input_id(), InputFormat.OUTLOOK_MSG, part.bytes());
      this.mails = new OutlookMails(part);
    }

    void file(long row, String path, ExportFiles files, ExportFile file) {
      Path onDisk = file == null ? null : files.path(file);
      if (file == null || (onDisk != null && !Files.exists(onDisk, LinkOption.NOFOLLOW_LINKS))) {
        reject(row, path, Reason.IO_ERROR, "file is gone", null);
      } else if (onDisk != null && !Files.isRegularFile(onDisk, LinkOption.NOFOLLOW_LINKS)) {
        reject(row, path, Reason.NOT_REGULAR, "not a regular file", null);
      } else {
        message(row, path, files, file);
      }
    }

    private void message(long row, String path, ExportFiles files, ExportFile file) {
      RawMessage message = null;
      try {
        OutlookMail mail = mail(files, file);
        if (mail.kind() == OutlookMail.Kind.MAIL) {
          message = mails.message(row, path, mail, isSent(part.root() + "/" + path));
        }
      } catch (UnreadableException broken) {
        reject(row, path, broken.reason(), broken.getMessage(), files.sample(file));
        return;
      } catch (MimeException | IOException broken) {
        reject(row, path, Reason.OUTLOOK_MESSAGE, "message cannot be read", files.sample(file));
        return;
      } catch (StackOverflowError | RuntimeException defect) {
        // A hostile mail must cost itself, not the run; the class is all that may be told of it.
        String name = defect.getClass().getSimpleName();
        reject(row, path, Reason.OUTLOOK_MESSAGE, name, files.sample(file));
        return;
      }
      if (message == null) {
        tally.addOutOfScope(1);
      } else {
        tally.addParsed();
        out.accept(Parsed.of(message));
      }
    }

    private static OutlookMail mail(ExportFiles files, ExportFile file) throws IOException {
      Path onDisk = files.path(file);
      try (POIFSFileSystem ole =
          onDisk == null
              ? new POIFSFileSystem(new ByteArrayInputStream(unpacked(files, file)))
              : new POIFSFileSystem(onDisk.toFile(), true)) {
        return OutlookMime.of(MsgProperties.of(ole.getRoot()));
      }
    }

    private static byte[] unpacked(ExportFiles files, ExportFile file) throws IOException {
      try (InputStream in = files.open(file)) {
        byte[] bytes = in.readNBytes(Budgets.NESTED_MEMORY_BYTES);
        if (bytes.length == Budgets.NESTED_MEMORY_BYTES && in.read() >= 0) {
          throw new UnreadableException(Reason.TOO_LARGE, "more than 64 MB: unpack it first");
        }
        return bytes;
      }
    }

    private static boolean isSent(String path) {
      return MailFolderNames.isSent(MailPath.name(MailPath.parent(path)));
    }

    void reject(long row, String path, Reason reason, String detail, String sample) {
      tally.addRejected();
      Rejected rejected = new Rejected(part.input_id(), row, -1, -1, reason, detail, null);
      out.accept(Parsed.of(rejected.in(path).sampled(sample)));
    }

    void end() {
      mails.claims().forEach(claim -> out.accept(Parsed.of(claim)));
      out.accept(Parsed.of(tally.count(part.archive_id(), null)));
    }
  }
}
