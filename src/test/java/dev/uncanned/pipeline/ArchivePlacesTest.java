package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.NamedPart;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivePlacesTest {

  @TempDir Path folder;

  private NamedPart part(String archive, ArchivePart.Kind kind, Path root, String... files) {
    return new NamedPart(
        archive,
        new ArchivePart(kind, archive, archive, root.toString(), "", List.of(files), 1, 1, 0, -1));
  }

  @Test
  void anArchiveLiesWhereAllItsFilesLie() throws Exception {
    Path zip = Files.createFile(folder.resolve("olga.zip"));
    List<NamedPart> parts =
        List.of(
            part("zip", ArchivePart.Kind.LINKEDIN, zip, "messages.csv"),
            part("mbox", ArchivePart.Kind.MBOX, folder, "mail/in.mbox"),
            part("mbox", ArchivePart.Kind.MBOX, folder, "mail/in.mbox"),
            part("mails", ArchivePart.Kind.EML, folder, "olga/a/1.eml", "olga/a/2.eml"),
            part("mails", ArchivePart.Kind.EML, folder, "olga/ab/3.eml"),
            part("loose", ArchivePart.Kind.EML, folder, "1.eml", "2.eml"),
            part("other", ArchivePart.Kind.UNRECOGNISED, folder, "a.txt"));
    assertThat(ArchivePlaces.of(parts))
        .isEqualTo(
            Map.of(
                "zip",
                zip.toString(),
                "mbox",
                folder + "/mail/in.mbox",
                "mails",
                folder + "/olga",
                "loose",
                folder.toString()));
  }
}
