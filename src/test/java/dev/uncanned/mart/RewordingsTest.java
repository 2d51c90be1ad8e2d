package dev.uncanned.mart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.score.LinkedSend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RewordingsTest {

  private static final Instant START = Instant.parse("2024-03-01T09:00:00Z");
  private static final RunStamp STAMP = new RunStamp("run", "1", "key");

  private final List<LinkedSend> sends = new ArrayList<>();

  private void send(int day, String recipient, String template, String campaign, String domain) {
    sends.add(
        new LinkedSend(
            String.format("m%03d", sends.size()),
            "s",
            List.of(recipient),
            START.plus(Duration.ofDays(day)),
            template,
            campaign,
            List.of(domain),
            "call"));
  }

  private List<RewordingEvidenceRow> rows() {
    List<RewordingEvidenceRow> rows = new ArrayList<>();
    Rewordings.of(sends.iterator(), STAMP).forEachRemaining(rows::add);
    return rows;
  }

  @Test
  void messagesThatShareNothingButLinkAskAndTimeAreAHint() {
    for (int i = 0; i < 6; i++) {
      send(i, "r" + i, "t" + i, null, "acme.example");
    }
    assertThat(rows())
        .containsExactly(
            new RewordingEvidenceRow(
                "s",
                "acme.example",
                "call",
                START,
                START.plus(Duration.ofDays(5)),
                6,
                6,
                6,
                6,
                List.of(),
                List.of(),
                "run",
                "1",
                "key"));
  }

  @Test
  void twoCampaignsOfOneBurstAreAHint() {
    for (int i = 0; i < 6; i++) {
      send(0, "r" + i, i < 3 ? "t1" : "t2", i < 3 ? "c1" : "c2", "acme.example");
    }
    RewordingEvidenceRow row = rows().get(0);
    assertThat(row.campaign_ids()).containsExactly("c1", "c2");
    assertThat(row.cluster_ids()).containsExactly("t1", "t2");
    assertThat(row.alone_n()).isZero();
  }

  @Test
  void oneCampaignIsNoHint() {
    for (int i = 0; i < 6; i++) {
      send(0, "r" + i, "t" + i, "c", "acme.example");
    }
    assertThat(rows()).isEmpty();
  }

  @Test
  void fewerThanFiveRecipientsAreNoHint() {
    for (int i = 0; i < 8; i++) {
      send(0, "r" + i % 4, "t" + i, null, "acme.example");
    }
    assertThat(rows()).isEmpty();
  }

  @Test
  void messagesFarApartOrToOtherPlacesAreNoHint() {
    for (int i = 0; i < 8; i++) {
      send(4 * i, "r" + i, "t" + i, null, "acme.example");
      send(0, "r" + i, "t" + i, null, "acme" + i + ".example");
    }
    assertThat(rows()).isEmpty();
  }

  @Test
  void aPauseOfMoreThanThreeDaysParts() {
    for (int i = 0; i < 10; i++) {
      send(i < 5 ? 0 : 4, "r" + i, "t" + i, null, "acme.example");
    }
    assertThat(rows()).extracting(RewordingEvidenceRow::messages_n).containsExactly(5, 5);
  }

  @Test
  void doesNotDependOnTheOrderOfTheMessages() {
    Random random = new Random(7);
    for (int i = 0; i < 300; i++) {
      String campaign = random.nextBoolean() ? null : "c" + random.nextInt(4);
      int day = random.nextInt(200);
      send(day, "r" + i, "t" + random.nextInt(90), campaign, "h" + random.nextInt(3));
    }
    List<RewordingEvidenceRow> one = rows();
    Collections.shuffle(sends, random);
    assertThat(rows()).isEqualTo(one).hasSizeGreaterThan(3);
  }
}
