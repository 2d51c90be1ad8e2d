package dev.uncanned.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.ContentHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CrossSenderCampaignsTest {

  private static final Instant DAY = Instant.parse("2024-01-01T00:00:00Z");

  private final List<SenderCampaign> campaigns = new ArrayList<>();
  private final List<TemplateUse> uses = new ArrayList<>();

  /** A campaign named like its message, with the phrases of a range. */
  private void campaign(String id, String sender, int day, long from, long to) {
    Instant at = day < 0 ? null : DAY.plusSeconds(day);
    campaigns.add(
        new SenderCampaign(id, sender, "m" + id, at, LongStream.range(from, to).toArray()));
  }

  private void use(String template, String sender, String campaign, int messages) {
    uses.add(
        new TemplateUse(template, sender, campaign, "m" + campaign, DAY.plusSeconds(9), messages));
  }

  /** A single message that is in no campaign. */
  private void alone(String template, String sender, int day, String message) {
    uses.add(new TemplateUse(template, sender, null, message, DAY.plusSeconds(day), 1));
  }

  private Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    List<ComparedSend> sends = new ArrayList<>();
    uses.forEach(use -> sends.add(new ComparedSend(null, use)));
    campaigns.forEach(campaign -> sends.add(new ComparedSend(campaign, null)));
    CrossSenderCampaigns.names(sends.iterator(), CampaignConfig.standard())
        .forEachRemaining(name -> names.put(name.from(), name.to()));
    return names;
  }

  private static String named(String message) {
    return ContentHash.of("campaign", message);
  }

  @Test
  void campaignsThatShareMostPhrasesAreOneNamedAfterTheOldestMessage() {
    campaign("a", "s", 5, 0, 100);
    campaign("b", "t", 3, 15, 115);
    campaign("c", "u", -1, 0, 90);
    campaign("d", "v", 0, 100, 180);
    assertThat(names()).containsOnlyKeys("a", "b", "c");
    assertThat(names().values()).containsOnly(named("mb"));
  }

  @Test
  void campaignsOfOneSenderStayApartHoweverAlike() {
    campaign("a", "s", 0, 0, 100);
    campaign("b", "s", 1, 0, 100);
    assertThat(names()).isEmpty();
    campaign("c", "t", 2, 0, 100);
    assertThat(names()).containsOnlyKeys("a", "c");
  }

  @Test
  void fewPhrasesJoinNobody() {
    campaign("a", "s", 0, 0, 17);
    campaign("b", "t", 1, 0, 17);
    assertThat(names()).isEmpty();
    campaign("c", "u", 0, 20, 38);
    campaign("d", "v", 1, 20, 38);
    assertThat(names()).containsOnlyKeys("c", "d");
  }

  /** Campaigns of 100 phrases each, of which 40 are the same, and one that says only these. */
  private void campaignsWithABlock(int others) {
    for (int other = 0; other < others; other++) {
      int from = 1_000 * (other + 1);
      LongStream own = LongStream.range(from, from + 60);
      long[] phrases = LongStream.concat(LongStream.range(0, 40), own).toArray();
      String id = String.format(Locale.ROOT, "other%02d", other);
      campaigns.add(new SenderCampaign(id, "s" + other, "m" + id, DAY, phrases));
    }
    campaign("block", "t", 5, 0, 40);
  }

  @Test
  void phrasesOfAsManyFamiliesAsMayVoteJoin() {
    campaignsWithABlock(CampaignConfig.standard().phrase_families());
    assertThat(names()).containsOnlyKeys("other00", "block");
  }

  @Test
  void phrasesOfMoreFamiliesThanMayVoteJoinNobody() {
    campaignsWithABlock(CampaignConfig.standard().phrase_families() + 1);
    assertThat(names()).isEmpty();
    campaigns.clear();
    campaignsWithABlock(3 * CampaignConfig.standard().phrase_families());
    assertThat(names()).isEmpty();
  }

  @Test
  void aTemplateJoinsMessagesInNoCampaign() {
    alone("t1", "s", 11, "w");
    alone("t1", "t", 9, "x");
    alone("t1", "u", 12, "v");
    alone("t1", "v", 10, "u");
    alone("t2", "s", 9, "y");
    alone("t2", "t", 8, "z");
    alone("t2", "u", 7, "q");
    assertThat(names()).containsExactly(Map.entry("t1", named("x")));
  }

  @Test
  void aTemplateBringsMessagesAndSmallCampaignsToTheLargeOne() {
    campaign("a", "s", 5, 0, 100);
    campaign("b", "t", 6, 0, 0);
    campaign("c", "s", 7, 0, 0);
    use("t1", "s", "a", 4);
    use("t1", "t", "b", 3);
    use("t1", "s", "c", 1);
    alone("t1", "u", 2, "x");
    assertThat(names()).containsOnlyKeys("a", "b", "t1");
    assertThat(names().values()).containsOnly(named("x"));
  }

  @Test
  void aTemplateOfOneSenderJoinsNobody() {
    campaign("b", "t", 6, 0, 0);
    use("t1", "t", "b", 40);
    assertThat(names()).isEmpty();
  }

  @Test
  void largeCampaignsAreNotJoinedByATemplateAlone() {
    campaign("a", "s", 0, 0, 100);
    campaign("b", "t", 1, 200, 300);
    use("t1", "s", "a", 5);
    use("t1", "t", "b", 4);
    assertThat(names()).isEmpty();
  }
}
