package dev.uncanned.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.ContentHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class CrossSenderCampaignsTest {

  private static final Instant DAY = Instant.parse("2024-01-01T00:00:00Z");

  private final List<SenderCampaign> campaigns = new ArrayList<>();
  private final List<SharedTemplate> templates = new ArrayList<>();

  /** A campaign named like its message, with the phrases of a range. */
  private void campaign(String id, String sender, int day, long from, long to) {
    Instant at = day < 0 ? null : DAY.plusSeconds(day);
    campaigns.add(
        new SenderCampaign(id, sender, "m" + id, at, LongStream.range(from, to).toArray()));
  }

  private void template(String id, long messages, OldestMessage alone, TemplateUser... uses) {
    templates.add(new SharedTemplate(id, messages, List.of(uses), alone));
  }

  private static TemplateUser use(String sender, String campaign) {
    return new TemplateUser(sender, campaign);
  }

  private static OldestMessage alone(int day, String message) {
    return new OldestMessage(false, DAY.plusSeconds(day), message);
  }

  private Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    List<ComparedSend> sends = new ArrayList<>();
    templates.forEach(template -> sends.add(new ComparedSend(null, template)));
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

  @Test
  void aTemplateJoinsMessagesInNoCampaign() {
    template("t1", 4, alone(9, "x"), use("s", null), use("t", null), use("u", null));
    template("t2", 3, alone(9, "y"), use("s", null), use("t", null), use("u", null));
    assertThat(names()).containsExactly(Map.entry("t1", named("x")));
  }

  @Test
  void aTemplateBringsMessagesAndSmallCampaignsToTheLargeOne() {
    campaign("a", "s", 5, 0, 100);
    campaign("b", "t", 6, 0, 0);
    campaign("c", "s", 7, 0, 0);
    template("t1", 9, alone(2, "x"), use("s", "a"), use("t", "b"), use("s", "c"), use("u", null));
    assertThat(names()).containsOnlyKeys("a", "b", "t1");
    assertThat(names().values()).containsOnly(named("x"));
  }

  @Test
  void largeCampaignsAreNotJoinedByATemplateAlone() {
    campaign("a", "s", 0, 0, 100);
    campaign("b", "t", 1, 200, 300);
    template("t1", 9, null, use("s", "a"), use("t", "b"));
    assertThat(names()).isEmpty();
  }
}
