package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uncanned.message.RosterEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RosterReaderTest {

  @TempDir Path folder;

  private Path roster(String text) throws IOException {
    return Files.writeString(folder.resolve("roster.csv"), text);
  }

  @Test
  void readsColumnsInAnyOrderAndIgnoresOthers() throws IOException {
    Path file =
        roster(
            "\uFEFFTeam,Phone,Sender,profile_url,email\r\n"
                + "North,1,Ann Lee,https://www.linkedin.com/in/Ann-Lee/?utm=x,ann@x.com\r\n"
                + ",,Bob,,bob@x.com\r\n");
    assertThat(RosterReader.read(file))
        .containsExactly(
            new RosterEntry("Ann Lee", "ann@x.com", "linkedin.com/in/ann-lee", "North"),
            new RosterEntry("Bob", "bob@x.com", null, null));
  }

  @Test
  void oneKindOfAddressIsEnough() throws IOException {
    assertThat(RosterReader.read(roster("sender,email\nAnn,ann@x.com\n"))).hasSize(1);
  }

  @Test
  void missingColumnsAreNamed() throws IOException {
    Path file = roster("sender;email\nAnn;ann@x.com\n");
    assertThatThrownBy(() -> RosterReader.read(file))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("sender,email,profile_url,team")
        .extracting(failure -> ((UserException) failure).exitCode())
        .isEqualTo(ExitCode.DATA);
  }

  @Test
  void withoutAHeaderNobodysNameIsSaid() throws IOException {
    Path file = roster("Ann Lee,ann@x.com,linkedin.com/in/ann-lee,North\n");
    assertThatThrownBy(() -> RosterReader.read(file))
        .hasMessageContaining("of these it has none")
        .satisfies(
            failure ->
                assertThat(failure.getMessage().toLowerCase(Locale.ROOT)).doesNotContain("ann"));
  }

  @Test
  void lineWithoutASenderIsAnError() throws IOException {
    Path file = roster("sender,email\n,ann@x.com\n");
    assertThatThrownBy(() -> RosterReader.read(file)).hasMessageContaining("record 2");
  }

  private void isRefused(String lines, String said) throws IOException {
    Path file = roster("sender,email,profile_url,team\n" + lines);
    assertThatThrownBy(() -> RosterReader.read(file))
        .as(lines)
        .isInstanceOfSatisfying(
            UserException.class, stop -> assertThat(stop.exitCode()).isEqualTo(ExitCode.DATA))
        .hasMessageContaining(said)
        .satisfies(
            failure ->
                assertThat(failure.getMessage().toLowerCase(Locale.ROOT))
                    .doesNotContain("ann", "bob"));
  }

  @Test
  void anAddressIsOnePersonsOfOneTeam() throws IOException {
    String ann = "Ann Lee,ann@x.com,linkedin.com/in/ann,North\n";
    String others = "Cid,cid@x.com,,\n";
    isRefused(ann + others + "Bob,Ann@X.com,,North\n", "records 2 and 4 of the roster give");
    isRefused(ann + "Bob,,https://www.linkedin.com/in/Ann/,North\n", "two people");
    isRefused(ann + "Ann Lee,ann@x.com,,South\n", "two teams");
    isRefused("Ann,ann@x.com,,\nAnn,ann@x.com,,North\nAnn,ann@x.com,,South\n", "records 3 and 4");
  }

  @Test
  void aPersonMayHaveSeveralLinesAndSayThingsTwice() throws IOException {
    String lines =
        "Ann Lee,ann@x.com,,North\n"
            + "Ann Lee,lee@x.com,linkedin.com/in/ann,North\n"
            + "ann  lee,ann@x.com,linkedin.com/in/ann,\n"
            + "Jos\u00e9,jose@x.com,,North\n"
            + "Jose\u0301,jose@x.com,,North\n";
    assertThat(RosterReader.read(roster("sender,email,profile_url,team\n" + lines))).hasSize(5);
  }

  @Test
  void aLineNeedsAnAddress() throws IOException {
    isRefused("Ann,ann@x.com,,\nBob,,,North\n", "record 3 of the roster has neither email nor");
  }

  @Test
  void aQuoteThatIsNeverClosedIsCalledOne() throws IOException {
    String ann = "Ann,ann@x.com,,\n";
    isRefused(ann + "\"Bob Broken,bob@x.com,,North\n", "record 3 of the roster begins a quote");
    isRefused(ann + "\"Bob Broken,bob@x.com,,North\n" + "Cid,cid@x.com,,\n", "record 3 of the");
    String closed = "sender,email\n\"Lee, Ann\",ann@x.com\n";
    assertThat(RosterReader.read(roster(closed)).get(0).sender()).isEqualTo("Lee, Ann");
  }

  @Test
  void emptyFileHasNoColumns() throws IOException {
    Path file = roster("");
    assertThatThrownBy(() -> RosterReader.read(file)).isInstanceOf(UserException.class);
  }
}
