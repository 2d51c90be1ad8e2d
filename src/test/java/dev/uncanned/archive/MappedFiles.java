package dev.uncanned.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Writes mapped files below a folder and reads them as the program does. */
record MappedFiles(Path folder, ArchiveConfig config) {

  MappedFiles(Path folder) {
    this(folder, ArchiveConfig.defaults());
  }

  /** What a file of this content gives, after the finder has recognised it. */
  List<Parsed> read(String name, byte[] content) throws IOException {
    ArchivePart part = part(name, content);
    List<Parsed> rows = ArchiveReaderContract.rowsOf(new MappedReader(config), part);
    ArchiveReaderContract.assertIdentities(rows, part);
    return rows;
  }

  List<Parsed> read(String name, String content) throws IOException {
    return read(name, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file and names its part. */
  ArchivePart part(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
    return new ArchivePart(
        ArchivePart.Kind.MAPPED,
        "box",
        "in",
        folder.toString(),
        "",
        List.of(name),
        content.length,
        1,
        0,
        -1);
  }

  /** What the finder recognises in the folder. */
  List<FoundInput> found() throws IOException {
    try (ExportFiles files = FolderExport.open(folder, List.of())) {
      return new MappedFinder(config).find(files, files.files());
    }
  }

  static List<RawMessage> messages(List<Parsed> rows) {
    return rows.stream().map(Parsed::message).filter(Objects::nonNull).toList();
  }

  static List<Rejected> rejected(List<Parsed> rows) {
    return rows.stream().map(Parsed::rejected).filter(Objects::nonNull).toList();
  }

  static InputCount count(List<Parsed> rows) {
    return rows.stream().map(Parsed::count).filter(Objects::nonNull).findFirst().orElseThrow();
  }

  static List<OwnerClaim> owners(List<Parsed> rows) {
    return rows.stream().map(Parsed::owner).filter(Objects::nonNull).toList();
  }
}
