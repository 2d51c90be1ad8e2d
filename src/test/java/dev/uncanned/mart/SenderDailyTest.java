package dev.uncanned.mart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.score.Relationship;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SenderDailyTest {

  private static final RunStamp STAMP = new RunStamp("r", "1", "k");
  private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

  @Test
  void addsUpEachDayAndChannelByItself() {
    List<SenderDailyRow> rows =
        rows(
            Direction.OUTBOUND,
            fact("a", Channel.EMAIL, "2026-03-02T23:59:59Z", true, true, 4),
            fact("a", Channel.EMAIL, "2026-03-02T00:00:00Z", false, null, null),
            fact("b", Channel.EMAIL, "2026-03-02T12:00:00Z", true, false, 6),
            fact("c", Channel.LI_MESSAGE, "2026-03-02T12:00:00Z", true, null, null),
            fact("a", Channel.EMAIL, "2026-03-03T00:00:00Z", false, null, null));
    assertThat(rows).hasSize(3);
    SenderDailyRow mail =
        rows.stream()
            .filter(row -> row.channel().equals("email") && row.day().equals(MONDAY))
            .findFirst()
            .orElseThrow();
    assertThat(mail.sends_n()).isEqualTo(3);
    assertThat(mail.recipients_n()).isEqualTo(2);
    assertThat(mail.first_touch_n()).isEqualTo(2);
    assertThat(mail.mass_known_n()).isEqualTo(2);
    assertThat(mail.mass_n()).isEqualTo(1);
    assertThat(mail.customised_n()).isEqualTo(2);
    assertThat(mail.customised_words_sum()).isEqualTo(10);
    assertThat(mail.team_id()).isEqualTo("North");
  }

  @Test
  void undatedMessagesAreARowOfTheirOwn() {
    List<SenderDailyRow> rows =
        rows(Direction.OUTBOUND, fact("a", Channel.EMAIL, null, null, null, null));
    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).day()).isNull();
    assertThat(rows.get(0).sends_n()).isEqualTo(1);
    assertThat(rows.get(0).first_touch_n()).isZero();
  }

  @Test
  void outsideSendersHaveNoTeam() {
    SenderDailyRow row =
        rows(Direction.INBOUND, fact("a", Channel.EMAIL, "2026-03-02T12:00:00Z", true, null, null))
            .get(0);
    assertThat(row.team_id()).isNull();
    assertThat(row.direction()).isEqualTo("inbound");
  }

  private static List<SenderDailyRow> rows(Direction direction, ScoreFact... facts) {
    List<SenderDailyRow> rows = new ArrayList<>();
    new SenderDaily(STAMP)
        .rows(new SenderKey(direction, "s"), List.of(facts).iterator())
        .forEachRemaining(rows::add);
    return rows;
  }

  private static ScoreFact fact(
      String to, Channel channel, String at, Boolean first, Boolean mass, Integer words) {
    return new ScoreFact(
        "s",
        to,
        "North",
        Direction.OUTBOUND,
        channel,
        MessageKind.MESSAGE,
        Relationship.COLD,
        at == null ? null : Instant.parse(at),
        1,
        first,
        "t",
        mass,
        words,
        false,
        null,
        false,
        null,
        null,
        null,
        null,
        null);
  }
}
