package dev.uncanned.archive;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Throws any bytes at the recognition of formats and at the reader of what was recognised: mbox,
 * ZIP, gzip, JSON, tables, chats. Outlook's files are left out, since their reader starts a
 * process.
 */
class AnyFileFuzzTest {

  @FuzzTest(maxDuration = "2m")
  void readsAnyMbox(byte[] file) throws IOException {
    read(file, "All mail.mbox");
  }

  @FuzzTest(maxDuration = "2m")
  void readsAnyZip(byte[] file) throws IOException {
    read(file, "export.zip");
  }

  @FuzzTest(maxDuration = "2m")
  void readsAnyJson(byte[] file) throws IOException {
    read(file, "messages/inbox/thread/message_1.json");
    read(file, "2026-01-02.json");
    read(file, "rows.jsonl");
  }

  @FuzzTest(maxDuration = "2m")
  void readsAnyText(byte[] file) throws IOException {
    read(file, "_chat.txt");
    read(file, "data/direct-messages.js");
    read(file, "table.csv");
  }

  private static void read(byte[] file, String name) throws IOException {
    Path folder = Files.createTempDirectory("uncanned-fuzz");
    try {
      Path path = folder.resolve(name);
      Files.createDirectories(path.getParent());
      Files.write(path, file);
      for (ArchivePart part : ArchiveScanner.scan(List.of(folder))) {
        boolean outlook =
            part.kind() == ArchivePart.Kind.OUTLOOK || part.kind() == ArchivePart.Kind.MSG;
        if (!outlook) {
          List<Parsed> rows = ArchiveReaderContract.rowsOf(new AnyReader(), part);
          ArchiveReaderContract.assertIdentities(rows, part);
          rows.forEach(AnyFileFuzzTest::assertNoDefect);
        }
      }
    } finally {
      delete(folder);
    }
  }

  /** The name of a class stands in the detail where a defect of our own was caught. */
  static void assertNoDefect(Parsed row) {
    String detail = row.rejected() == null ? "" : row.rejected().detail();
    if (detail.endsWith("Exception") || detail.endsWith("Error")) {
      throw new AssertionError("a record was given up with " + detail);
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
