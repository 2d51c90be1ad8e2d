package dev.uncanned.archive;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Lists what is no message archive, so that no file that was given is passed over in silence. */
public final class UnrecognisedReader implements ArchiveReader {

  @Override
  public void read(ArchivePart part, Consumer<Parsed> out) {
    Path root = Path.of(part.root());
    List<Path> files =
        part.files().isEmpty() ? List.of(root) : part.files().stream().map(root::resolve).toList();
    InputTally tally = new InputTally(part.input_id(), InputFormat.OTHER, part.bytes());
    for (Path file : files) {
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        tally.addOutOfScope(1);
      } else {
        tally.addRejected();
        out.accept(Parsed.of(rejected(part, tally.seen(), file)));
      }
    }
    out.accept(Parsed.of(tally.count(part.archive_id(), null)));
  }

  private static Rejected rejected(ArchivePart part, long row, Path file) {
    boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    return new Rejected(
        part.input_id(),
        row,
        -1,
        -1,
        there ? Reason.NOT_REGULAR : Reason.IO_ERROR,
        there ? "neither a file nor a folder" : "the file is missing",
        null);
  }
}
