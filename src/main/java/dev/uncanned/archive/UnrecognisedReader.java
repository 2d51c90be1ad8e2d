package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Lists what is no message archive, so that no file that was given is passed over in silence. */
public final class UnrecognisedReader implements ArchiveReader {

  private static final int FIRST_NAME = 30;

  private static final List<String> DOCUMENTS =
      List.of("[Content_Types].xml", "_rels/", "docProps/", "mimetype", "META-INF/");

  @Override
  public void read(ArchivePart part, Consumer<Parsed> out) {
    Listing listing = new Listing(part, out);
    try (ExportFiles files = ExportFiles.of(part)) {
      Map<String, ExportFile> byPath = new HashMap<>();
      files.files().forEach(file -> byPath.put(file.path(), file));
      for (String path : part.files()) {
        listing.add(path, files, byPath.get(path));
      }
    } catch (IOException damaged) {
      UnreadableException why = ZipExport.unreadable(damaged);
      listing.reject(0, null, why.reason(), why.getMessage());
    }
    listing.end();
  }

  /** Whether a ZIP is an Office document, an e-book or a program by the name of its first entry. */
  private static boolean isDocument(byte[] head) {
    String start = new String(head, StandardCharsets.ISO_8859_1);
    return DOCUMENTS.stream().anyMatch(name -> start.startsWith(name, FIRST_NAME));
  }

  /** Whether a file that begins as ZIPs do is one, and not a document that is packed as one. */
  static boolean isArchive(ExportFiles files, ExportFile file) {
    try (InputStream in = files.open(file)) {
      return !isDocument(in.readNBytes(ContentKind.HEAD_BYTES));
    } catch (IOException unreadable) {
      return true;
    }
  }

  /** What is counted over the files of a part. */
  private static final class Listing {

    private final ArchivePart part;
    private final Consumer<Parsed> out;
    private ContentKind kind = ContentKind.BINARY;
    private long listed;
    private long rejected;

    Listing(ArchivePart part, Consumer<Parsed> out) {
      this.part = part;
      this.out = out;
    }

    void add(String name, ExportFiles files, ExportFile file) {
      Path path = file == null ? null : files.path(file);
      if (file == null || (path != null && !Files.exists(path, LinkOption.NOFOLLOW_LINKS))) {
        reject(name, Reason.IO_ERROR, "the file is missing");
      } else if (path != null && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
        reject(name, Reason.NOT_REGULAR, "neither a file nor a folder");
      } else {
        list(name, files, file);
      }
    }

    private void list(String name, ExportFiles files, ExportFile file) {
      byte[] head;
      try (InputStream in = files.open(file)) {
        head = in.readNBytes(ContentKind.HEAD_BYTES);
      } catch (UnreadableException refused) {
        reject(name, refused.reason(), refused.getMessage());
        return;
      } catch (IOException unreadable) {
        reject(name, Reason.IO_ERROR, "the file cannot be read");
        return;
      }
      kind = ContentKind.of(head);
      boolean tooDeep = kind == ContentKind.ZIP && !part.inner().isEmpty() && !isDocument(head);
      if (tooDeep) {
        reject(name, Reason.NESTED_ARCHIVE, "an archive in an archive in an archive");
      } else {
        listed++;
      }
    }

    private void reject(String name, Reason reason, String detail) {
      reject(listed + rejected + 1, name, reason, detail);
    }

    void reject(long row, String name, Reason reason, String detail) {
      rejected++;
      Rejected record = new Rejected(part.input_id(), row, -1, -1, reason, detail, null);
      out.accept(Parsed.of(name == null ? record : record.in(name)));
    }

    void end() {
      out.accept(
          Parsed.of(
              new InputCount(
                  part.input_id(),
                  part.archive_id(),
                  kind.label(),
                  listed + rejected,
                  listed,
                  rejected,
                  listed,
                  part.bytes(),
                  null)));
    }
  }
}
