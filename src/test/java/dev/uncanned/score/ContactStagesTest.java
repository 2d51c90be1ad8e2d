package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.uncanned.SparkTest;
import dev.uncanned.archive.Channel;
import dev.uncanned.archive.Contact;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.archive.DateQuality;
import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.message.MessageHeader;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("spark")
@ExtendWith(SparkTest.class)
class ContactStagesTest {

  private static final Instant DAY0 = Instant.parse("2025-06-02T09:00:07Z");
  private static final String PITCH =
      "hi \u27e8FIRST\u27e9 we help teams like yours to save time on reporting every month";
  private static final String BUMP = "just following up on my last message";
  private static final String PRAISE =
      "I came across your profile and was really impressed by your background.";

  /** All figures of one archive. */
  private record Figures(
      List<FollowUp> followUps,
      List<ReplyCredit> credits,
      List<Burst> bursts,
      List<TeamOverlap> overlaps,
      Map<String, Integer> hollowPraise,
      List<Audience> audiences,
      List<OfferMatch> offers) {}

  @Test
  void measuresContactsPraiseAndRelevanceOfAnArchive(SparkSession spark) {
    Figures figures = figures(spark, archive(), 4);
    assertThat(figures.followUps)
        .containsExactly(
            new FollowUp("b1", "r1", 2, 0, true), new FollowUp("late", "r0", 2, 0, true));
    assertThat(figures.credits)
        .containsExactly(
            new ReplyCredit("a00", "r0", ReplyClass.OPT_OUT, true, ReplyClass.OPT_OUT, false),
            new ReplyCredit("a02", "r2", ReplyClass.AUTO, false, ReplyClass.AUTO, false),
            new ReplyCredit("late", "r0", null, false, null, true),
            new ReplyCredit("late0", "r0", null, false, null, true),
            new ReplyCredit("opt", "s", null, true, null, false));
    assertThat(figures.bursts)
        .contains(new Burst("s", LocalDate.of(2025, 6, 2), 25, 25, 25, true))
        .contains(new Burst("t", LocalDate.of(2025, 6, 7), 1, 1, 1, false));
    assertThat(figures.overlaps)
        .containsExactlyInAnyOrder(
            new TeamOverlap("team", null, 26, 1, 1, 2, 1, 1),
            new TeamOverlap("team", LocalDate.of(2025, 6, 2), 26, 1, 1, 2, 1, 1));
    assertThat(figures.hollowPraise).hasSize(25 + 8);
    assertThat(figures.hollowPraise.entrySet().stream().filter(p -> p.getValue() > 0))
        .extracting(Map.Entry::getKey)
        .containsExactly("a03");
    Audience audience = figures.audiences.get(0);
    assertThat(figures.audiences).hasSize(1);
    assertThat(audience.cluster_id()).isEqualTo("c" + ContentHash.of(PITCH));
    assertThat(audience.recipients_n()).isEqualTo(25);
    assertThat(audience.titles_n()).isEqualTo(24);
    assertThat(audience.audience_entropy()).isCloseTo(0.0675f, within(0.0001f));
    assertThat(figures.offers)
        .containsExactly(new OfferMatch("x0", "q", "crm", AudienceMatch.UNKNOWN));
  }

  @Test
  void doesNotDependOnPartitionsAndOrder(SparkSession spark) {
    List<TextDocument> reversed = new ArrayList<>(archive());
    Collections.reverse(reversed);
    assertThat(figures(spark, reversed, 1)).isEqualTo(figures(spark, archive(), 5));
  }

  @Test
  void colleaguesWhoOpenNoContactAreNobodyOutsideEither(SparkSession spark) {
    List<TextDocument> texts = new ArrayList<>();
    for (String sender : List.of("s", "t")) {
      texts.add(sent("boss" + sender, sender, "r5", days(2), "We help.", PITCH));
      texts.add(sent("guest" + sender, sender, "r6", days(2), "We help.", PITCH));
    }
    Dataset<TextDocument> documents =
        spark.createDataset(texts, Records.encoder(TextDocument.class));
    Dataset<CampaignMember> none =
        spark.createDataset(List.of(), Records.encoder(CampaignMember.class));
    Dataset<Touch> history =
        DeliveredExample.history(
            new DeliveredExample(documents, none).deliveries(DAY0.plus(Duration.ofDays(300))));
    assertThat(wholePeriod(new OverlapStage(Set.of("s", "t", "r5")).apply(documents, history)))
        .isEqualTo(new TeamOverlap("team", null, 1, 1, 0, 1, 1, 0));
    assertThat(wholePeriod(new OverlapStage(Set.of("s", "t")).apply(documents, history)))
        .isEqualTo(new TeamOverlap("team", null, 2, 2, 0, 2, 2, 0));
  }

  private static TeamOverlap wholePeriod(Dataset<TeamOverlap> overlaps) {
    return overlaps.collectAsList().stream()
        .filter(row -> row.week() == null)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void findsNothingInAnEmptyArchive(SparkSession spark) {
    Figures none = figures(spark, List.of(), 1);
    assertThat(none.followUps).isEmpty();
    assertThat(none.overlaps).isEmpty();
    assertThat(none.bursts).isEmpty();
  }

  @Test
  void aSenderWorksForWhomMostMessagesSay(SparkSession spark) {
    Contact unknown = Contact.of("Sam", null, "sam@gmail.com");
    Contact mailed = Contact.of("Sam", null, "sam@initech.example");
    Contact linked = new Contact("Sam", "in/sam", null, null, null, "Initech GmbH", null);
    Contact before = new Contact("Sam", "in/sam", null, null, null, "Globex", null);
    List<TextDocument> texts = new ArrayList<>();
    for (Contact sender : List.of(unknown, before, mailed, unknown, linked, unknown)) {
      texts.add(shownAs(sender, sent("m" + texts.size(), "s", "r", 0, "We help.", PITCH)));
    }
    texts.add(shownAs(unknown, sent("other", "t", "r", 0, "We help.", PITCH)));
    assertThat(
            new SenderCompanyStage()
                .apply(
                    spark.createDataset(texts, Records.encoder(TextDocument.class)).repartition(3))
                .collectAsList())
        .containsExactly(new SenderCompany("s", Companies.key(linked)));
  }

  private static TextDocument shownAs(Contact sender, TextDocument of) {
    return new TextDocument(
        of.header(),
        of.subject(),
        of.text(),
        of.masked(),
        of.tokens_n(),
        of.chars_n(),
        of.lang(),
        of.lang_conf(),
        of.fingerprint(),
        of.eligible(),
        of.null_reason(),
        sender,
        of.recipients());
  }

  /** 25 pitches 40 seconds apart, a reminder, an opt-out that is ignored, a colleague. */
  private static List<TextDocument> archive() {
    List<TextDocument> texts = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      String id = String.format("a%02d", i);
      String text = i == 3 ? PRAISE : "We help.";
      texts.add(sent(id, "s", "r" + i, i * 40L, text, PITCH));
    }
    texts.add(sent("b1", "s", "r1", days(5), "Just following up.", BUMP));
    texts.add(received("opt", "r0", days(1), false, "Please remove me from your list."));
    texts.add(received("away", "r2", 120, true, "I am away."));
    texts.add(sent("late0", "s", "r0", days(8), "Sorry, one more.", "sorry one more thing"));
    texts.add(sent("late", "s", "r0", days(9), "Just following up.", BUMP));
    texts.add(sent("x0", "t", "q", days(5), "See https://contoso.example/", "see \u27e8URL\u27e9"));
    texts.add(sent("x1", "t", "r5", days(3), "We help.", PITCH));
    texts.add(received("end", "z", days(60), false, "The canteen is closed."));
    return texts;
  }

  private static long days(int days) {
    return Duration.ofDays(days).toSeconds();
  }

  private static Figures figures(SparkSession spark, List<TextDocument> texts, int partitions) {
    List<CampaignMember> labels =
        texts.stream()
            .map(t -> new CampaignMember(t.header().message_id(), "c" + t.fingerprint(), 0f, null))
            .toList();
    Dataset<TextDocument> documents =
        spark.createDataset(texts, Records.encoder(TextDocument.class)).repartition(partitions);
    Dataset<CampaignMember> members =
        spark.createDataset(labels, Records.encoder(CampaignMember.class));
    Dataset<Delivery> delivered =
        new DeliveredExample(documents, members).deliveries(DAY0.plus(Duration.ofDays(300)));
    List<Delivery> deliveries = delivered.collectAsList();
    Dataset<Touch> history = DeliveredExample.history(delivered);
    Offer offer = new Offer("crm", List.of("contoso.example"), null, null, null);
    return new Figures(
        sorted(deliveries.stream().map(Delivery::follow_up)),
        sorted(deliveries.stream().map(Delivery::credit)),
        sorted(new BurstStage().apply(history)),
        sorted(new OverlapStage(Set.of("s", "t")).apply(documents, history)),
        hollowPraise(texts),
        sorted(new AudienceStage().apply(documents, members)),
        sorted(new OfferStage(new OfferConfig(List.of(offer))).apply(documents, members)));
  }

  private static Map<String, Integer> hollowPraise(List<TextDocument> texts) {
    Praise praise = new Praise();
    Map<String, Integer> hollow = new TreeMap<>();
    for (TextDocument text : texts) {
      PraiseFound found = praise.find(text.text(), text.lang(), text.sender(), text.recipients());
      hollow.put(text.header().message_id(), found.hollow_praise_n());
    }
    return hollow;
  }

  private static <R> List<R> sorted(Dataset<R> rows) {
    return sorted(rows.collectAsList().stream());
  }

  private static <R> List<R> sorted(Stream<R> rows) {
    return rows.filter(Objects::nonNull).sorted(Comparator.comparing(Object::toString)).toList();
  }

  private static TextDocument sent(
      String id, String from, String to, long second, String text, String masked) {
    return document(id, from, to, second, false, text, masked, Direction.OUTBOUND);
  }

  private static TextDocument received(
      String id, String from, long second, boolean automatic, String text) {
    return document(id, from, "s", second, automatic, text, text, Direction.INBOUND);
  }

  private static TextDocument document(
      String id,
      String from,
      String to,
      long second,
      boolean automatic,
      String text,
      String masked,
      Direction direction) {
    MessageHeader header =
        new MessageHeader(
            id,
            "th",
            "x",
            "in",
            1,
            Channel.EMAIL,
            automatic ? MessageKind.AUTO_REPLY : MessageKind.MESSAGE,
            direction,
            from,
            from,
            "team",
            List.of(to),
            DAY0.plusSeconds(second),
            DateQuality.SECOND,
            automatic,
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
        List.of(contact(to)));
  }

  private static Contact contact(String id) {
    String title = id.equals("q") || id.equals("r9") ? null : id.equals("r1") ? "CFO" : "Nurse";
    String company = id.equals("r5") ? "Initech GmbH" : id.equals("r6") ? "Globex" : null;
    return new Contact(id, null, null, null, null, company, title);
  }
}
