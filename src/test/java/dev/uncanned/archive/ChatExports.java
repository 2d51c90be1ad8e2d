package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small exports of chat programs for the tests of their finders and readers. */
final class ChatExports {

  private ChatExports() {}

  /** The folder of a golden export. */
  static Path golden(String name) {
    try {
      return Path.of(ChatExports.class.getResource("/golden/archive/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A copy of a golden export that a test may spoil. */
  static Path copy(String name, Path to) throws IOException {
    Path from = golden(name);
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        Files.createDirectories(target.getParent());
        Files.copy(path, target);
      }
    }
    return to;
  }

  /** Writes a file and the folders above it. */
  static Path write(Path root, String path, String text) throws IOException {
    return write(root, path, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path write(Path root, String path, byte[] bytes) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.write(file, bytes);
  }

  /** Packs a folder. */
  static Path zip(Path folder, Path zip) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
        Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(folder.relativize(path).toString()));
        Files.copy(path, out);
        out.closeEntry();
      }
    }
    return zip;
  }

  /** What a finder sees in a folder or ZIP, as parts. */
  static List<ArchivePart> parts(FormatFinder finder, Path root) throws IOException {
    ArchivePart all = part(ArchivePart.Kind.UNRECOGNISED, root, "", List.of());
    try (ExportFiles files = ExportFiles.of(all)) {
      return finder.find(files, files.files()).stream()
          .map(found -> part(found.kind(), root, found.archive() + "#" + found.input(), found))
          .toList();
    }
  }

  private static ArchivePart part(
      ArchivePart.Kind kind, Path root, String input, FoundInput found) {
    ArchivePart part = part(kind, root, input, found.files());
    assertThat(found.bytes()).isNotNegative();
    return part;
  }

  static ArchivePart part(ArchivePart.Kind kind, Path root, String input, List<String> files) {
    return new ArchivePart(
        kind, "archive", "input " + input, root.toString(), "", files, 1, 1, 0, -1);
  }

  /** All rows of all parts; fails unless the counts add up. */
  static List<Parsed> read(ArchiveReader reader, List<ArchivePart> parts) {
    List<Parsed> rows = new ArrayList<>();
    for (ArchivePart part : parts) {
      List<Parsed> own = ArchiveReaderContract.rowsOf(reader, part);
      ArchiveReaderContract.assertIdentities(own, part);
      rows.addAll(own);
    }
    return rows;
  }

  static List<RawMessage> messages(List<Parsed> rows) {
    return rows.stream().map(Parsed::message).filter(row -> row != null).toList();
  }

  static List<Rejected> rejected(List<Parsed> rows) {
    return rows.stream().map(Parsed::rejected).filter(row -> row != null).toList();
  }

  static List<InputCount> counts(List<Parsed> rows) {
    return rows.stream().map(Parsed::count).filter(row -> row != null).toList();
  }

  static List<OwnerClaim> owners(List<Parsed> rows) {
    return rows.stream().map(Parsed::owner).filter(row -> row != null).toList();
  }

  /** Rows as lines of text, for comparing with a golden file. */
  static String shown(List<Parsed> rows) {
    return rows.stream().map(ChatExports::shown).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String shown(Parsed row) {
    if (row.message() != null) {
      return shown(row.message());
    }
    if (row.rejected() != null) {
      Rejected bad = row.rejected();
      return "reject %d %s: %s".formatted(bad.source_row(), bad.reason(), bad.detail());
    }
    if (row.owner() != null) {
      OwnerClaim claim = row.owner();
      return "owner %s by %s".formatted(shown(claim.person()), claim.evidence());
    }
    InputCount count = row.count();
    return "count %s seen %d parsed %d rejected %d out %d"
        .formatted(
            count.format(),
            count.seen_n(),
            count.parsed_n(),
            count.quarantined_n(),
            count.out_of_scope_n());
  }

  private static String shown(RawMessage message) {
    return "message %d %s %s %s %s %s | %s -> %s | %s | +%d %s | %s"
        .formatted(
            message.source_row(),
            message.kind(),
            message.direction(),
            message.native_id(),
            message.sent_at(),
            message.date_quality(),
            shown(message.sender()),
            message.recipients().stream().map(ChatExports::shown).toList(),
            message.conversation_id(),
            message.attachment_n(),
            message.flags(),
            message.body().replace("\n", "\\n"));
  }

  private static String shown(Contact person) {
    return Stream.of(
            person.name(),
            person.first_name(),
            person.last_name(),
            person.title(),
            person.url(),
            person.email())
        .map(part -> part == null ? "" : part)
        .collect(Collectors.joining(";", "<", ">"));
  }
}
