package dev.uncanned.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.campaign.SampleOutbox.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The search against the truth of synthetic outboxes, in the shares that users will see. */
class CampaignQualityTest {

  private static final CampaignConfig CONFIG = CampaignConfig.standard();
  private static final int SENDERS = 10;

  @ParameterizedTest
  @ValueSource(ints = {10, 30, 150})
  void findsMassSendsOfEveryKindAndNoOthers(int copies) {
    Findings findings = new Findings();
    for (int sender = 0; sender < SENDERS; sender++) {
      SampleOutbox outbox = new SampleOutbox("s" + sender, 40L + sender);
      Kind[] kinds = Kind.values();
      for (int campaign = 0; campaign < 2 + sender % 3; campaign++) {
        outbox.campaign(kinds[(sender + 2 * campaign) % 5], copies);
      }
      outbox.handWritten(150 + 15 * sender);
      findings.add(outbox.samples(), CONFIG);
    }

    assertThat(findings.massShare(Kind.BLAST)).isEqualTo(1);
    assertThat(findings.massShare(Kind.FOLLOW_UP)).isEqualTo(1);
    assertThat(findings.massShare(Kind.MERGE)).isGreaterThanOrEqualTo(0.99);
    assertThat(findings.massShare(Kind.SEMI)).isGreaterThanOrEqualTo(0.98);
    assertThat(findings.massShare(Kind.SPINTAX)).isGreaterThanOrEqualTo(0.98);
    assertThat(findings.massShare(Kind.HAND_WRITTEN)).isLessThanOrEqualTo(0.005);
    assertThat(findings.bCubed()).isGreaterThanOrEqualTo(0.98);
  }

  /** 100 words in all; jobs/bench/quality has the whole curve, beyond what is found. */
  @ParameterizedTest
  @CsvSource({"20, BEFORE", "40, BEFORE", "60, BEFORE", "20, AROUND", "40, AROUND", "60, AROUND"})
  void findsTemplatesInTextsThatAreMostlyTheSendersOwn(int own, SampleOutbox.Own part) {
    Findings findings = new Findings();
    for (int sender = 0; sender < SENDERS / 2; sender++) {
      SampleOutbox outbox = new SampleOutbox("s" + sender, 50L + sender);
      outbox.semiPersonal(10, 100 - own, own, part);
      outbox.semiPersonal(60, 100 - own, own, part);
      outbox.handWritten(150);
      findings.add(outbox.samples(), CONFIG);
    }

    assertThat(findings.massShare(Kind.SEMI)).isGreaterThanOrEqualTo(0.98);
    assertThat(findings.massShare(Kind.HAND_WRITTEN)).isLessThanOrEqualTo(0.005);
    assertThat(findings.bCubed()).isGreaterThanOrEqualTo(0.98);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 30, 150})
  void findsTextsThatAreSpunWordByWord(int copies) {
    Findings findings = new Findings();
    for (int sender = 0; sender < SENDERS; sender++) {
      SampleOutbox outbox = new SampleOutbox("w" + sender, 60L + sender);
      outbox.campaign(Kind.WORD_SPINTAX, copies);
      outbox.campaign(Kind.WORD_SPINTAX, copies);
      outbox.campaign(Kind.SPINTAX, copies);
      outbox.handWritten(150);
      findings.add(outbox.samples(), CONFIG);
    }

    assertThat(findings.massShare(Kind.WORD_SPINTAX)).isGreaterThanOrEqualTo(0.98);
    assertThat(findings.massShare(Kind.SPINTAX)).isGreaterThanOrEqualTo(0.98);
    assertThat(findings.massShare(Kind.HAND_WRITTEN)).isLessThanOrEqualTo(0.005);
    assertThat(findings.bCubed()).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void leavesSendersAloneWhoWriteByHand() {
    Findings findings = new Findings();
    for (int sender = 0; sender < 4; sender++) {
      SampleOutbox outbox = new SampleOutbox("h" + sender, 70L + sender);
      outbox.handWritten(300);
      findings.add(outbox.samples(), CONFIG);
    }

    assertThat(findings.massShare(Kind.HAND_WRITTEN)).isLessThanOrEqualTo(0.002);
  }

  @Test
  void proseWithoutCourtesiesHardlyRecurs() {
    SampleOutbox outbox = new SampleOutbox("p", 81);
    outbox.prose(300);
    Findings findings = new Findings();
    findings.add(outbox.samples(), CONFIG);

    List<Float> shares = findings.shares(Kind.HAND_WRITTEN);
    // Quotations come from a smaller stock than real prose, of which 0.15 was measured.
    assertThat(shares.get(shares.size() * 95 / 100)).isLessThan(0.3f);
    assertThat(shares.get(shares.size() / 2)).isLessThanOrEqualTo(0.12f);
    assertThat(findings.massShare(Kind.HAND_WRITTEN)).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"BLAST", "MERGE", "SEMI", "SPINTAX"})
  void keepsCampaignsApartThatShareABlock(Kind kind) {
    SampleOutbox outbox = new SampleOutbox("b", 90);
    String block = outbox.words(20);
    outbox.campaign(kind, 60, block);
    outbox.campaign(kind, 60, block);
    outbox.campaign(kind, 60, block);
    Findings findings = new Findings();
    findings.add(outbox.samples(), CONFIG);

    assertThat(findings.bCubed()).isGreaterThanOrEqualTo(0.98);
  }

  @Test
  void findsRareSpintaxAmongMoreTextsThanASampleHolds() {
    SampleOutbox outbox = new SampleOutbox("l", 93);
    outbox.campaign(Kind.SEMI, 1500);
    outbox.campaign(Kind.SPINTAX, 1500);
    for (int i = 0; i < 10; i++) {
      outbox.campaign(Kind.SPINTAX, 25);
    }
    Findings findings = new Findings();
    findings.add(outbox.samples(), CONFIG);

    assertThat(findings.massShare(Kind.SPINTAX)).isGreaterThanOrEqualTo(0.98);
    assertThat(findings.bCubed()).isGreaterThanOrEqualTo(0.97);
  }
}
