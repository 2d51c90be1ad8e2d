package dev.uncanned.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uncanned.archive.Contact;
import dev.uncanned.archive.InputCount;
import dev.uncanned.archive.Mails;
import dev.uncanned.archive.Parsed;
import dev.uncanned.archive.Reason;
import dev.uncanned.archive.Rejected;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExclusionStageTest {

  private static final Pseudonyms PSEUDONYMS = new Pseudonyms(new byte[Pseudonyms.KEY_BYTES]);
  private static final Erasure ANN =
      new Erasure(PSEUDONYMS, Erasure.ofAddress(PSEUDONYMS, "ann@x.com"), List.of());

  private static Contact person(String email) {
    return Contact.of(null, null, email);
  }

  private static Parsed message(String input, String from, String... to) {
    return sentAt(null, input, from, to);
  }

  private static Parsed sentAt(Instant at, String input, String from, String... to) {
    List<Contact> recipients = List.of(to).stream().map(ExclusionStageTest::person).toList();
    return Parsed.of(Mails.sent(input, "archive", at, person(from), recipients));
  }

  private static Parsed count(String input, long parsed) {
    return Parsed.of(new InputCount(input, "archive", "eml", parsed + 1, parsed, 1, 2, 10, null));
  }

  private static List<Parsed> rest(Parsed... rows) {
    return rest(ANN, null, rows);
  }

  private static List<Parsed> rest(Erasure erasure, Instant oldest, Parsed... rows) {
    List<Parsed> rest = new ArrayList<>();
    Iterator<Parsed> left = new ExclusionStage.Rest(List.of(rows).iterator(), erasure, oldest);
    left.forEachRemaining(rest::add);
    return rest;
  }

  @Test
  void messagesFromAndToThePersonCountAsOutOfScope() {
    List<Parsed> rest =
        rest(
            message("i", "ann@x.com", "bob@x.com"),
            message("i", "bob@x.com", "eve@x.com"),
            message("i", "bob@x.com", "eve@x.com", "Ann@X.com"),
            count("i", 5),
            message("j", "bob@x.com", "eve@x.com"),
            count("j", 1));
    assertThat(rest)
        .extracting(row -> row.message() != null)
        .containsExactly(true, false, true, false);
    assertThat(rest.get(1).count().out_of_scope_n()).isEqualTo(2 + 2);
    assertThat(rest.get(1).count().parsed_n()).isEqualTo(5);
    assertThat(rest.get(3).count().out_of_scope_n()).isEqualTo(2);
  }

  @Test
  void samplesOfUnreadableRecordsAreNotKept() {
    Rejected rejected = new Rejected("i", 1, 0, 9, Reason.CSV_COLUMNS, "detail", "sha");
    Parsed row = Parsed.of(rejected.in("messages.csv").sampled("ann@x.com wrote"));
    List<Parsed> rest = rest(row);
    assertThat(rest.get(0).rejected().raw_sample()).isNull();
    assertThat(rest.get(0).rejected().entry()).isEqualTo("messages.csv");
    assertThat(rest.get(0).rejected().raw_sha256()).isEqualTo("sha");
  }

  @Test
  void messagesThatAreOlderThanIsKeptCountAsOutOfScopeAndUndatedOnesStay() {
    Instant oldest = Instant.parse("2026-01-01T00:00:00Z");
    Rejected rejected = new Rejected("i", 1, 0, 9, Reason.CSV_COLUMNS, "detail", "sha");
    List<Parsed> rest =
        rest(
            Erasure.ofNobody(PSEUDONYMS),
            oldest,
            sentAt(oldest.minusMillis(1), "i", "bob@x.com", "eve@x.com"),
            sentAt(oldest, "i", "bob@x.com", "eve@x.com"),
            message("i", "bob@x.com", "eve@x.com"),
            Parsed.of(rejected.sampled("sample")),
            count("i", 3));
    assertThat(rest)
        .extracting(row -> row.message() != null)
        .containsExactly(true, true, false, false);
    assertThat(rest.get(2).rejected().raw_sample()).isEqualTo("sample");
    assertThat(rest.get(3).count().out_of_scope_n()).isEqualTo(2 + 1);
  }

  @Test
  void messagesWithoutACountBehindThemAreABug() {
    assertThatThrownBy(() -> rest(count("i", 1), message("i", "ann@x.com", "bob@x.com")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContaining("ann");
  }
}
