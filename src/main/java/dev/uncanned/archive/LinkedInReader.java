package dev.uncanned.archive;

import java.io.IOException;
import java.util.function.Consumer;

/**
 * Reads a LinkedIn data export, as the ZIP that LinkedIn sends or unpacked into a folder.
 *
 * <p>Messages and invitations are read twice: first to find out who owns the export, then to hand
 * them out; so memory does not grow with their number.
 */
public final class LinkedInReader implements ArchiveReader {

  private final LinkedInKinds kinds = new LinkedInKinds(OneTap.load());

  @Override
  public void read(ArchivePart part, Consumer<Parsed> out) {
    try (ExportFiles files = ExportFiles.of(part)) {
      new LinkedInExport(part, files, kinds, out).read();
    } catch (UnreadableException e) {
      reject(part, e.reason(), e.getMessage(), out);
    } catch (IOException e) {
      reject(part, Reason.IO_ERROR, "the archive cannot be opened", out);
    }
  }

  private static void reject(ArchivePart part, Reason reason, String detail, Consumer<Parsed> out) {
    out.accept(Parsed.of(new Rejected(part.input_id(), 0, -1, -1, reason, detail, null)));
    out.accept(
        Parsed.of(
            new InputCount(
                part.input_id(),
                part.archive_id(),
                InputFormat.OTHER.label(),
                1,
                0,
                1,
                0,
                part.bytes(),
                null)));
  }
}
