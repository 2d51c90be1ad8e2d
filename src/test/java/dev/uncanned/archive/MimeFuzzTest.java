package dev.uncanned.archive;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Throws any bytes at the reading of one mail: headers, parts, text, people, dates. */
class MimeFuzzTest {

  private static final ArchivePart PART =
      new ArchivePart(ArchivePart.Kind.EML, "box", "in", "/", "", List.of("m"), 0, 1, 0, -1);

  @FuzzTest(maxDuration = "2m")
  void readsAnyMail(byte[] mail) {
    List<Parsed> rows = new ArrayList<>();
    MailBatch batch = new MailBatch(PART, InputFormat.EML, rows::add);
    batch.mail(MailRecord.ofFile(1, "m.eml", mail, Set.of()));
    batch.end();
    for (Parsed row : rows) {
      boolean defect =
          row.rejected() != null
              && row.rejected().reason() == Reason.MIME_BROKEN
              && row.rejected().detail().endsWith("Exception");
      if (defect) {
        throw new AssertionError("a mail was given up with " + row.rejected().detail());
      }
    }
    ArchiveReaderContract.assertIdentities(rows, PART);
  }

  @FuzzTest(maxDuration = "2m")
  void readsAnyAppleMail(byte[] file) {
    EmlxFile emlx = EmlxFile.of(file);
    if (emlx.start() < 0 || emlx.end() < emlx.start() || emlx.end() > file.length) {
      throw new AssertionError("a mail lies outside of its file");
    }
  }
}
