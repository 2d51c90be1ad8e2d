package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.archive.Channel;
import dev.uncanned.archive.Contact;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.archive.DateQuality;
import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.message.MessageHeader;
import dev.uncanned.table.Records;
import dev.uncanned.template.Template;
import dev.uncanned.text.NullReason;
import dev.uncanned.text.TextDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("spark")
@ExtendWith(SparkTest.class)
class ScoreStageTest {

  private static final Instant DAY0 = Instant.parse("2025-06-01T09:00:00Z");
  private static final String CANNED =
      "hi \u27e8FIRST\u27e9 we help teams like yours to save time on reporting every month";

  @Test
  void scoresAMixedArchive(SparkSession spark) {
    verify(score(spark, archive(), 3));
  }

  private static void verify(List<MessageScore> scores) {
    Map<String, MessageScore> byMessage =
        scores.stream()
            .filter(score -> !score.header().message_id().equals("group"))
            .collect(Collectors.toMap(s -> s.header().message_id(), Function.identity()));
    MessageScore templated = byMessage.get("t07");
    assertThat(templated.mass_send()).isTrue();
    assertThat(templated.mass_evidence()).isEqualTo(MassEvidence.TEMPLATE);
    assertThat(templated.reach_n()).isEqualTo(25);
    assertThat(templated.team_reach_n()).isEqualTo(25);
    assertThat(templated.mass_level()).isEqualTo((byte) 3);
    assertThat(templated.scope()).isEqualTo(Scope.TEMPLATE);
    assertThat(templated.customised_words()).isZero();
    assertThat(templated.edit_ratio()).isZero();
    assertThat(templated.custom_reused_share()).isNull();
    assertThat(byMessage.get("token").custom_reused_share()).isZero();
    assertThat(byMessage.get("token").edit_ratio()).isNull();
    assertThat(templated.confidence()).isEqualTo(Confidence.B);
    assertThat(templated.null_reason()).isNull();
    assertThat(templated.dyad_id()).isEqualTo(ContentHash.of("dyad", "s", "r7"));
    assertThat(templated.replied()).isTrue();
    assertThat(templated.relationship()).isEqualTo(Relationship.UNKNOWN);
    assertThat(byMessage.get("t08").replied()).isFalse();
    assertThat(byMessage.get("answer").relationship()).isEqualTo(Relationship.REPLY);
    assertThat(byMessage.get("answer").mass_send()).isNull();
    assertThat(byMessage.get("answer").null_reason()).isEqualTo(NullReason.REPLY);
    assertThat(byMessage.get("outsider").null_reason()).isEqualTo(NullReason.ONE_INBOX);
    assertThat(byMessage.get("nobody").recipient_id()).isNull();
    assertThat(byMessage.get("nobody").mass_send()).isNull();
    assertThat(byMessage.get("nobody").touch_no()).isNull();
    assertThat(byMessage.get("nobody").after_opt_out()).isNull();
    assertThat(byMessage.get("token").defects()).hasSize(1);
    assertThat(byMessage.get("token").customised_share()).isEqualTo(1f);
    assertThat(byMessage.get("token").scope()).isEqualTo(Scope.SENDER);
    assertThat(templated.personal_level()).isEqualTo((byte) 4);
    assertThat(templated.evidence()).singleElement().matches(place -> place.end() == 6);
    assertThat(templated.after_opt_out()).isFalse();
    assertThat(byMessage.get("t08").personal_level()).isNull();
    assertThat(byMessage.get("t09").defects())
        .extracting(Defect::type)
        .containsExactly(Defect.Type.LEAKED_NAME);
    assertThat(byMessage.get("t09").personal_score()).as("wrong person").isZero();
    assertThat(byMessage.get("t09").personal_level()).as("wrong person").isEqualTo((byte) 4);
    assertThat(templated.personal_score()).isEqualTo(0.6f);
    assertThat(byMessage.get("praise").hollow_praise_n()).isEqualTo(1);
    assertThat(templated.hollow_praise_n()).isZero();
    assertThat(byMessage.get("nobody").personal_null_reason())
        .isEqualTo(Personal.Unknown.NO_RECIPIENT);
    assertThat(scores).hasSize(25 + 30 + 6);
    assertThat(scores.stream().filter(s -> s.header().message_id().equals("group")))
        .hasSize(30)
        .allMatch(score -> Boolean.FALSE.equals(score.mass_send()));
  }

  private static List<TextDocument> archive() {
    List<TextDocument> texts = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      texts.add(sent(String.format("t%02d", i), List.of("r" + i), i, "Hi, we help", CANNED));
    }
    String group = "the canteen stays closed on friday because of the works in the yard";
    List<String> many = IntStream.range(0, 30).mapToObj(i -> "c" + i).toList();
    texts.add(sent("group", many, 40, "The canteen", group));
    texts.add(sent("nobody", List.of(), 41, "x", "a text that somebody wrote to nobody in here"));
    texts.add(
        sent(
            "token",
            List.of("q"),
            42,
            "I like {{company}} a lot",
            "i wrote \u27e8TOKEN\u27e9 something only for you once long ago"));
    texts.add(
        sent(
            "praise",
            List.of("p"),
            43,
            "I came across your profile and was really impressed by your background.",
            "i came across your profile and was really impressed by your background"));
    texts.add(received("answer", "r7", 9, "thank you but we do our reporting in another way"));
    texts.add(received("outsider", "z", 50, "dear friend i have an offer that nobody can refuse"));
    texts.add(received("late", "z", 200, "and one more offer that you will like even better"));
    return texts;
  }

  private static List<MessageScore> score(
      SparkSession spark, List<TextDocument> texts, int partitions) {
    List<CampaignMember> labels =
        texts.stream()
            .map(t -> new CampaignMember(t.header().message_id(), "c" + t.fingerprint(), 0f, null))
            .toList();
    Dataset<TextDocument> input =
        spark.createDataset(texts, Records.encoder(TextDocument.class)).repartition(partitions);
    Dataset<CampaignMember> members =
        spark.createDataset(labels, Records.encoder(CampaignMember.class));
    ScoreConfig config = ScoreConfig.DEFAULT;
    Dataset<Customised> customised =
        new CustomisationStage(config).apply(input, members, clusters(spark, texts));
    DeliveredExample example = new DeliveredExample(input, members);
    Dataset<Delivery> deliveries =
        told(
            spark,
            example.deliveries(
                customised, example.nothing(Template.class), DAY0.plus(Duration.ofDays(300))));
    return new ScoreStage(config)
            .apply(
                deliveries,
                new ReachStage(config).apply(DeliveredExample.history(deliveries)),
                new CustomReuseStage(config).apply(customised),
                leaks(spark))
            .collectAsList()
            .stream()
            .sorted(
                Comparator.<MessageScore, String>comparing(s -> s.header().message_id())
                    .thenComparing(s -> String.valueOf(s.recipient_id())))
            .toList();
  }

  /** The same deliveries, where these speak of their readers as told here, and no others. */
  private static Dataset<Delivery> told(SparkSession spark, Dataset<Delivery> deliveries) {
    List<Delivery> told = new ArrayList<>();
    for (Delivery one : deliveries.collectAsList()) {
      String recipient = one.touch().send().recipient_id();
      Personal personal =
          personal().stream()
              .filter(row -> row.message_id().equals(one.message_id()))
              .filter(row -> Objects.equals(row.recipient_id(), recipient))
              .findFirst()
              .orElse(null);
      told.add(
          new Delivery(
              one.message_id(),
              one.facts(),
              one.touch(),
              one.customised(),
              personal,
              one.follow_up(),
              one.credit(),
              one.fills()));
    }
    return spark.createDataset(told, Records.encoder(Delivery.class));
  }

  private static List<Personal> personal() {
    Evidence company = new Evidence(Reference.COMPANY, 2, 6, true);
    return List.of(
        new Personal("t07", "r7", (byte) 4, (byte) 3, 0.6f, 2f, List.of(company), 3, null),
        new Personal("t09", "r9", (byte) 4, (byte) 3, 0.6f, 2f, List.of(company), 3, null),
        new Personal("t08", "elsewhere", (byte) 4, null, 0.6f, null, List.of(), 3, null),
        new Personal(
            "nobody", null, null, null, null, null, null, 0, Personal.Unknown.NO_RECIPIENT));
  }

  private static Dataset<FoundLeaks> leaks(SparkSession spark) {
    Defect leaked = DefectScanner.defect(Defect.Type.LEAKED_NAME, 3, 7);
    return spark.createDataset(
        List.of(new FoundLeaks("t09", "r9", List.of(leaked))), Records.encoder(FoundLeaks.class));
  }

  /** Every text is the medoid of its own cluster. */
  private static Dataset<ClusteredText> clusters(SparkSession spark, List<TextDocument> texts) {
    List<ClusteredText> clusters =
        texts.stream()
            .map(TextDocument::fingerprint)
            .distinct()
            .map(text -> new ClusteredText(text, "c" + text, 1, 1, true, 1, 1, null, null))
            .toList();
    return spark.createDataset(clusters, Records.encoder(ClusteredText.class));
  }

  private static TextDocument sent(
      String id, List<String> to, int day, String text, String masked) {
    return document(id, "s", to, day, text, masked, Direction.OUTBOUND);
  }

  private static TextDocument received(String id, String from, int day, String masked) {
    return document(id, from, List.of("s"), day, masked, masked, Direction.INBOUND);
  }

  private static TextDocument document(
      String id,
      String from,
      List<String> to,
      int day,
      String text,
      String masked,
      Direction direction) {
    Instant at = DAY0.plus(Duration.ofDays(day));
    MessageHeader header =
        new MessageHeader(
            id,
            "th",
            "x",
            "in",
            1,
            Channel.EMAIL,
            MessageKind.MESSAGE,
            direction,
            from,
            "s",
            "team",
            to,
            at,
            DateQuality.SECOND,
            false,
            false,
            null,
            0,
            null);
    return new TextDocument(
        header,
        null,
        text,
        masked,
        masked.split(" ").length,
        text.length(),
        "en",
        1f,
        ContentHash.of(masked),
        true,
        null,
        Contact.of("Sam", null, null),
        List.of());
  }
}
