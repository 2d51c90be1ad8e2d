package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.uncanned.message.RosterEntry;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RosterAddressesTest {

  private static final Path FILE = Path.of("roster.csv");

  private final RosterAddresses addresses = new RosterAddresses(FILE);

  private static RosterEntry entry(String sender, String email, String url, String team) {
    return new RosterEntry(sender, email, url, team);
  }

  private String refusal(int record, RosterEntry entry) {
    UserException refused =
        catchThrowableOfType(UserException.class, () -> addresses.add(record, entry));
    assertThat(refused.exitCode()).isEqualTo(ExitCode.DATA);
    return refused.getMessage();
  }

  @Test
  void anAddressIsNeeded() {
    assertThat(refusal(2, entry("Ann", null, null, "east")))
        .startsWith("roster.csv: record 2 of the roster has neither email nor profile_url");
  }

  @Test
  void onePersonMayHaveSeveralRecordsWithOrWithoutTheTeam() {
    assertThatCode(
            () -> {
              addresses.add(2, entry("Ann Lee", "a@x.example", null, null));
              addresses.add(3, entry("ann  LEE", "A@x.example", "https://l.example/ann", "east"));
              addresses.add(4, entry("Ann Lee", "a@x.example", null, null));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void anAddressOfTwoPeopleIsRefusedByNumbersAlone() {
    addresses.add(2, entry("Ann", "a@x.example", "https://l.example/ann", "east"));
    assertThat(refusal(3, entry("Bob", null, "https://L.example/ann", "east")))
        .contains("records 2 and 3", "same address to two people")
        .doesNotContain("Ann", "Bob", "l.example");
  }

  @Test
  void anAddressInTwoTeamsIsRefusedAlsoIfTheFirstRecordNamesNone() {
    addresses.add(2, entry("Ann", "a@x.example", null, null));
    addresses.add(3, entry("Ann", "a@x.example", null, "east"));
    assertThat(refusal(4, entry("Ann", "a@x.example", null, "west")))
        .contains("records 3 and 4", "two teams");
  }
}
