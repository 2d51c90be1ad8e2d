package dev.uncanned.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.campaign.SampleOutbox.Kind;
import dev.uncanned.campaign.SampleOutbox.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CrossSenderQualityTest {

  private static final CampaignConfig CONFIG = CampaignConfig.standard();

  /** The messages of all senders; a truth may be sent by several of them. */
  private final List<Sample> samples = new ArrayList<>();

  /** Deals the messages of an outbox out to senders, one after the other. */
  private void deal(SampleOutbox outbox, int senders) {
    int next = 0;
    for (Sample sample : outbox.samples()) {
      add(sample, "sender " + next++ % senders);
    }
  }

  private void add(Sample sample, String sender) {
    SenderText text = sample.text();
    samples.add(
        new Sample(
            new SenderText(
                text.message_id(),
                sender,
                text.recipient_ids(),
                text.sent_at(),
                text.fingerprint(),
                text.masked(),
                true),
            sample.kind(),
            sample.truth()));
  }

  /** The campaign of each message, as the two stages find it; equal texts are one template. */
  private Map<String, String> found() {
    Map<String, List<SenderText>> bySender = new TreeMap<>();
    samples.forEach(
        sample ->
            bySender
                .computeIfAbsent(sample.text().sender_id(), unseen -> new ArrayList<>())
                .add(sample.text()));
    Map<String, String> templates =
        samples.stream()
            .map(sample -> sample.text().masked())
            .distinct()
            .collect(Collectors.toMap(text -> text, text -> text));
    List<SenderMember> members = new ArrayList<>();
    bySender.forEach(
        (sender, texts) ->
            new SenderCampaigns(CONFIG)
                .members(texts.iterator(), templates)
                .forEachRemaining(members::add));
    return named(members);
  }

  private static Map<String, String> named(List<SenderMember> members) {
    List<ComparedSend> sends = new ArrayList<>();
    members.forEach(row -> addCompared(row, sends));
    Map<String, String> names = new HashMap<>();
    CrossSenderCampaigns.names(sends.iterator(), CONFIG)
        .forEachRemaining(name -> names.put(name.from(), name.to()));
    Map<String, String> found = new HashMap<>();
    for (SenderMember row : members) {
      CampaignMember member = row.member();
      String from = member.campaign_id();
      if (from == null && row.words_n() >= CrossSenderCampaigns.LEAST_WORDS) {
        from = member.cluster_id();
      }
      String campaign = names.getOrDefault(from, member.campaign_id());
      found.put(member.message_id(), campaign == null ? member.message_id() : campaign);
    }
    return found;
  }

  private static void addCompared(SenderMember row, List<ComparedSend> sends) {
    CampaignMember member = row.member();
    String campaign = member.campaign_id();
    String message = member.message_id();
    if (row.phrases() != null) {
      SenderCampaign compared =
          new SenderCampaign(campaign, row.sender_id(), message, row.sent_at(), row.phrases());
      sends.add(new ComparedSend(compared, null));
    }
    if (row.template_messages_n() != null) {
      int times = row.template_messages_n();
      TemplateUse use =
          new TemplateUse(
              member.cluster_id(), row.sender_id(), campaign, message, row.sent_at(), times);
      sends.add(new ComparedSend(null, use));
    }
  }

  /** Precision and recall by B-cubed, over the messages of all senders. */
  private double[] bCubed(Map<String, String> found) {
    Map<String, Integer> truths = new HashMap<>();
    Map<String, Integer> founds = new HashMap<>();
    Map<String, Integer> both = new HashMap<>();
    for (Sample sample : samples) {
      String campaign = found.get(sample.text().message_id());
      truths.merge(sample.truth(), 1, Integer::sum);
      founds.merge(campaign, 1, Integer::sum);
      both.merge(sample.truth() + "|" + campaign, 1, Integer::sum);
    }
    double precision = 0;
    double recall = 0;
    for (Sample sample : samples) {
      String campaign = found.get(sample.text().message_id());
      double together = both.get(sample.truth() + "|" + campaign);
      precision += together / founds.get(campaign);
      recall += together / truths.get(sample.truth());
    }
    return new double[] {precision / samples.size(), recall / samples.size()};
  }

  @ParameterizedTest
  @EnumSource(
      value = Kind.class,
      names = {"BLAST", "MERGE", "SEMI", "SPINTAX"})
  void findsATextThatSixSendersUse(Kind kind) {
    for (int text = 0; text < 6; text++) {
      SampleOutbox outbox = new SampleOutbox("o" + text, 300 + text);
      outbox.campaign(kind, 240);
      deal(outbox, 6);
    }
    double[] quality = bCubed(found());
    assertThat(quality[0]).as("precision").isGreaterThanOrEqualTo(0.99);
    assertThat(quality[1]).as("recall").isGreaterThanOrEqualTo(0.97);
  }

  /** 100 words in all, so much of them the sender's own. */
  @ParameterizedTest
  @CsvSource({"20, BEFORE", "40, BEFORE", "60, BEFORE", "20, AROUND", "40, AROUND", "60, AROUND"})
  void findsATemplateThatSixSendersPutIntoTextsOfTheirOwn(int own, SampleOutbox.Own part) {
    for (int text = 0; text < 6; text++) {
      SampleOutbox outbox = new SampleOutbox("o" + text, 400 + text);
      outbox.semiPersonal(240, 100 - own, own, part);
      deal(outbox, 6);
    }
    double[] quality = bCubed(found());
    assertThat(quality[0]).as("precision").isGreaterThanOrEqualTo(0.99);
    assertThat(quality[1]).as("recall").isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void findsATextThatManySendersSentToOneInboxEach() {
    SampleOutbox outbox = new SampleOutbox("o", 311);
    outbox.campaign(Kind.BLAST, 12);
    outbox.prose(40);
    deal(outbox, 60);
    double[] quality = bCubed(found());
    assertThat(quality[0]).as("precision").isEqualTo(1);
    assertThat(quality[1]).as("recall").isEqualTo(1);
  }

  @Test
  void keepsCampaignsApartThatShareCourtesiesAndABlock() {
    String block = new SampleOutbox("b", 320).words(18);
    for (int text = 0; text < 12; text++) {
      SampleOutbox outbox = new SampleOutbox("o" + text, 321 + text);
      outbox.campaign(Kind.values()[text % 4], 60, block);
      outbox.handWritten(40);
      for (Sample sample : outbox.samples()) {
        add(sample, "sender " + text);
      }
    }
    double[] quality = bCubed(found());
    assertThat(quality[0]).as("precision").isGreaterThanOrEqualTo(0.99);
    assertThat(quality[1]).as("recall").isGreaterThanOrEqualTo(0.97);
  }

  @Test
  void joinsALongTextWithOneThatIsAPartOfIt() {
    String whole =
        new Random(1)
            .ints(3_000, 0, 1 << 20)
            .mapToObj(word -> "w" + word)
            .collect(Collectors.joining(" "));
    String part = whole.substring(0, whole.length() / 5);
    Instant day = Instant.parse("2024-01-01T00:00:00Z");
    for (int i = 0; i < 20; i++) {
      String text = i < 10 ? whole : part;
      String to = "r" + i;
      SenderText sent = new SenderText("m" + i, null, List.of(to), day, text, text, true);
      add(new Sample(sent, Kind.BLAST, "long"), i < 10 ? "ann" : "bob");
    }

    assertThat(Set.copyOf(found().values())).hasSize(1);
  }

  @Test
  void neverJoinsTwoCampaignsOfOneSender() {
    SampleOutbox outbox = new SampleOutbox("o", 341);
    outbox.campaign(Kind.MERGE, 80);
    outbox.campaign(Kind.MERGE, 80);
    deal(outbox, 2);
    Map<String, String> found = found();
    assertThat(samples.stream().map(sample -> found.get(sample.text().message_id())).distinct())
        .hasSize(2);
  }

  @Test
  void aTextOfFewMessagesJoinsNobody() {
    SampleOutbox outbox = new SampleOutbox("o", 351);
    outbox.campaign(Kind.BLAST, 3);
    deal(outbox, 3);
    assertThat(found().values()).doesNotHaveDuplicates();
  }

  @Test
  void doesNotDependOnTheOrderOfTheMessages() {
    SampleOutbox outbox = new SampleOutbox("o", 361);
    outbox.campaign(Kind.SPINTAX, 90);
    outbox.campaign(Kind.SEMI, 90);
    outbox.campaign(Kind.BLAST, 90);
    outbox.handWritten(60);
    deal(outbox, 5);
    Map<String, String> one = found();
    Collections.shuffle(samples, new Random(9));
    assertThat(found()).isEqualTo(one);
  }
}
