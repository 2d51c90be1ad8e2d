package dev.uncanned.archive;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Throws any bytes at the readers of JSON, as if the format had been recognised already. */
class JsonFuzzTest {

  @FuzzTest(maxDuration = "2m")
  void readsAnyChat(byte[] file) throws IOException {
    read(new SlackReader(), ArchivePart.Kind.SLACK, "2026-03-02.json", file);
    read(new MetaReader(), ArchivePart.Kind.META, "message_1.json", file);
    read(new XReader(), ArchivePart.Kind.X, "direct-messages.js", file);
  }

  @FuzzTest(maxDuration = "2m")
  void readsAnyTable(byte[] file) throws IOException {
    read(new MappedReader(ArchiveConfig.defaults()), ArchivePart.Kind.MAPPED, "rows.json", file);
  }

  private static void read(ArchiveReader reader, ArchivePart.Kind kind, String name, byte[] bytes)
      throws IOException {
    Path folder = Files.createTempDirectory("uncanned-fuzz");
    Path file = folder.resolve(name);
    try {
      Files.write(file, bytes);
      ArchivePart part = ChatExports.part(kind, folder, "one", List.of(name));
      List<Parsed> rows = ArchiveReaderContract.rowsOf(reader, part);
      ArchiveReaderContract.assertIdentities(rows, part);
      rows.forEach(AnyFileFuzzTest::assertNoDefect);
    } finally {
      Files.delete(file);
      Files.delete(folder);
    }
  }
}
