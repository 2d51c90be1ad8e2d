package dev.uncanned.archive;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Throws any bytes at the files of a LinkedIn export. */
class LinkedInFuzzTest {

  private static final String PROFILE =
      "First Name,Last Name,Maiden Name,Headline,Zip Code,Geo Location\nOlga,Owner,,x,1,x\n";
  private static final List<String> FILES =
      List.of("messages.csv", "Invitations.csv", "Connections.csv");

  @FuzzTest(maxDuration = "2m")
  void readsAnyExport(byte[] file) throws IOException {
    Path folder = Files.createTempDirectory("uncanned-fuzz");
    try {
      for (String name : FILES) {
        Files.write(folder.resolve(name), file);
      }
      Files.write(folder.resolve("Profile.csv"), PROFILE.getBytes(StandardCharsets.UTF_8));
      ArchivePart part =
          new ArchivePart(
              ArchivePart.Kind.LINKEDIN, "a", "in", folder.toString(), "", List.of(), 0, 1, 0, -1);
      List<Parsed> rows = ArchiveReaderContract.rowsOf(new LinkedInReader(), part);
      ArchiveReaderContract.assertIdentities(rows, part);
    } finally {
      delete(folder);
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
