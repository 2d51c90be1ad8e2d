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

  @Test
  void emptyFileHasNoColumns() throws IOException {
    Path file = roster("");
    assertThatThrownBy(() -> RosterReader.read(file)).isInstanceOf(UserException.class);
  }
}
