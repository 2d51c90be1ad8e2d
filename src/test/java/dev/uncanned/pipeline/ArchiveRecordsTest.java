package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.InputCount;
import dev.uncanned.archive.OwnerClaim;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.pipeline.ArchiveRecords.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ArchiveRecordsTest {

  private final List<InputCount> counts = new ArrayList<>();
  private final Map<String, String> contents = new TreeMap<>();
  private final List<OwnerClaim> claims = new ArrayList<>();

  private static ArchiveRecordsTest run() {
    return new ArchiveRecordsTest();
  }

  private ArchiveRecordsTest with(String archive, String owner, long records) {
    counts.add(new InputCount(archive + "-i", archive, "eml", records, records, 0, 0, 1, null));
    counts.add(new InputCount(archive + "-o", archive, "other", 9, 9, 0, 0, 1, null));
    if (owner != null) {
      Contact person = Contact.of(owner, "https://www.linkedin.com/in/" + owner, null);
      claims.add(new OwnerClaim(archive, person, OwnerClaim.Evidence.PROFILE, 1));
    }
    return this;
  }

  private ArchiveRecordsTest holding(String archive, String content) {
    contents.put(archive, content);
    return this;
  }

  private ArchiveRecords records() {
    return ArchiveRecords.of(counts, new PeopleDirectory(List.of(), claims), contents);
  }

  private List<Loss> missingIn(ArchiveRecordsTest now) {
    return records().missingIn(now.records());
  }

  private static Loss shrunk(String archive, long n, long of) {
    return new Loss("shrunk", archive, n, of, false);
  }

  private static Loss vanished(String archive, long n, long of) {
    return new Loss("vanished", archive, n, of, false);
  }

  @Test
  void archiveOfTheSamePlaceIsComparedWithItself() {
    ArchiveRecordsTest last = run().with("a", "olga", 100).with("b", null, 50);
    assertThat(last.missingIn(run().with("a", "olga", 100).with("b", null, 70))).isEmpty();
    assertThat(last.missingIn(run().with("a", "paul", 99).with("b", null, 20)))
        .containsExactly(shrunk("a", 1, 100), shrunk("b", 30, 50));
  }

  @Test
  void archiveThatIsNotGivenHasVanished() {
    ArchiveRecordsTest last = run().with("a", "olga", 100).with("b", null, 50).with("c", null, 0);
    assertThat(last.missingIn(run().with("a", "olga", 100)))
        .containsExactly(vanished("b", 50, 150));
    assertThat(last.missingIn(run().with("b", null, 50).with("z", "paul", 100)))
        .as("another's export is none of hers")
        .containsExactly(vanished("a", 100, 150));
    assertThat(last.missingIn(run().with("a", "olga", 100).with("z", null, 500)))
        .as("nobody knows whose it is")
        .containsExactly(vanished("b", 50, 150));
  }

  @Test
  void exportUnderAnotherNameIsComparedWithTheOwnersLastOne() {
    ArchiveRecordsTest last = run().with("a", "olga", 100).with("b", "paul", 50);
    assertThat(last.missingIn(run().with("z", "olga", 120).with("b", "paul", 50))).isEmpty();
    assertThat(last.missingIn(run().with("z", "olga", 30).with("b", "paul", 50)))
        .containsExactly(shrunk("z", 70, 100));
    assertThat(last.missingIn(run().with("x", "olga", 60).with("z", "olga", 30)))
        .containsExactly(vanished("b", 50, 150), shrunk("x", 10, 100));
  }

  @Test
  void nothingIsLostWithAnArchiveOfWhichACopyIsThere() {
    ArchiveRecordsTest last =
        run().with("a", "olga", 100).holding("a", "x").with("b", null, 100).holding("b", "x");
    assertThat(last.missingIn(run().with("a", "olga", 100).holding("a", "x"))).isEmpty();
    assertThat(last.missingIn(run().with("renamed", null, 100).holding("renamed", "x"))).isEmpty();
    assertThat(last.missingIn(run().with("z", null, 100).holding("z", "y")))
        .as("other content")
        .containsExactly(vanished("a", 100, 200), vanished("b", 100, 200));
    assertThat(run().with("a", null, 100).missingIn(run().with("z", null, 100).holding("z", "x")))
        .as("nobody wrote down what it held")
        .containsExactly(vanished("a", 100, 100));
  }

  @Test
  void aCopyStandsForNoOtherExportOfItsOwner() {
    ArchiveRecordsTest last =
        run().with("a", "olga", 100).holding("a", "x").with("b", "olga", 90).holding("b", "y");
    assertThat(last.missingIn(run().with("renamed", "olga", 100).holding("renamed", "x")))
        .containsExactly(vanished("b", 90, 190));
  }

  @Test
  void exportThatWasThereBeforeStandsForNoOther() {
    ArchiveRecordsTest last = run().with("a", "olga", 100).with("b", "olga", 120);
    assertThat(last.missingIn(run().with("b", "olga", 120)))
        .containsExactly(vanished("a", 100, 220));
  }
}
