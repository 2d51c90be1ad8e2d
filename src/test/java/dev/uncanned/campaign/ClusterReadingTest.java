package dev.uncanned.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.campaign.SampleOutbox.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterReadingTest {

  private static final CampaignConfig CONFIG = CampaignConfig.standard();

  private static List<ClusterPhrases> read(SampleOutbox outbox, int mostFound) {
    SenderTexts texts = new SenderTexts();
    outbox.samples().forEach(sample -> texts.add(sample.text(), null));
    Readership readership = new Readership(texts);
    RecurringPhrases phrases = new RecurringPhrases(texts, readership, CONFIG);
    ReuseShares shares = new ReuseShares(texts, phrases, CONFIG);
    return new ClusterReading(texts, readership, phrases, shares, CONFIG, mostFound).clusters();
  }

  @Test
  void textsAreReadAlikeWhetherWhatWasFoundIsKeptOrSearchedAgain() {
    SampleOutbox outbox = new SampleOutbox("o", 21);
    for (Kind kind : List.of(Kind.SEMI, Kind.SPINTAX, Kind.OWN_SEMI, Kind.WORD_SPINTAX)) {
      outbox.campaign(kind, 60);
    }
    outbox.handWritten(100);
    List<ClusterPhrases> kept = read(outbox, ClusterReading.MOST_FOUND);
    assertThat(kept).hasSizeGreaterThan(150);
    for (int some : new int[] {0, 1_000}) {
      assertThat(read(outbox, some)).usingRecursiveComparison().isEqualTo(kept);
    }
  }
}
