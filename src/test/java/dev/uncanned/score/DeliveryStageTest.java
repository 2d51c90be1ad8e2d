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
import dev.uncanned.synthetic.PersonalCorpus;
import dev.uncanned.synthetic.PersonalMessage;
import dev.uncanned.table.Records;
import dev.uncanned.template.Slot;
import dev.uncanned.template.SlotType;
import dev.uncanned.template.Template;
import dev.uncanned.text.MaskedText;
import dev.uncanned.text.Masker;
import dev.uncanned.text.NullReason;
import dev.uncanned.text.TextDocument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@Tag("spark")
@ExtendWith(SparkTest.class)
class DeliveryStageTest {

  private static final Masker MASKER = new Masker();

  @Test
  void givesWhatThePlainClassesGive(SparkSession spark) {
    List<PersonalMessage> messages =
        new PersonalCorpus(11).messages().stream().filter(m -> m.template().equals("en")).toList();
    PersonalRun run = new PersonalRun(messages);
    Map<String, Personal> expected = run.results();
    List<Personal> rows = rows(spark, run, messages, 4);
    Map<String, Personal> found =
        rows.stream()
            .filter(row -> expected.containsKey(row.message_id()))
            .collect(Collectors.toMap(Personal::message_id, Function.identity()));
    assertThat(found).isEqualTo(expected);
    assertThat(rows.stream().filter(row -> row.message_id().contains("told")))
        .isNotEmpty()
        .allMatch(row -> row.personal_null_reason() == Personal.Unknown.FEW_COPIES)
        .allMatch(row -> row.personal_level() == null && row.text_level() == null);
    assertThat(rows.stream().filter(row -> row.recipient_id() == null))
        .singleElement()
        .matches(row -> row.personal_null_reason() == Personal.Unknown.NO_RECIPIENT);
    assertThat(rows.stream().anyMatch(row -> row.message_id().equals("auto"))).isFalse();
  }

  @Test
  void findsNamesOfOthersInTheFieldsOfATemplate(SparkSession spark) {
    List<TextDocument> texts = new ArrayList<>();
    List<String> names = List.of("Anna", "Boris", "Clara", "David", "Emma");
    for (int i = 0; i < names.size(); i++) {
      String written = i == 3 ? "Clara" : names.get(i);
      texts.add(document(greeting(i, names.get(i), written), null));
    }
    List<CampaignMember> labels = new ArrayList<>();
    for (TextDocument text : texts) {
      labels.add(new CampaignMember(text.header().message_id(), "template", 0f, null));
    }
    Slot first = new Slot(1, SlotType.RECIPIENT_FIRST, 1f, 1, null, null, 1f, 1f);
    String skeleton = "{1} i interview founders about quiet growth every week of the year";
    Template template = new Template("template", skeleton, 0.9f, 5, List.of(first));
    Dataset<TextDocument> documents =
        spark.createDataset(texts, Records.encoder(TextDocument.class)).repartition(3);
    Dataset<CampaignMember> members =
        spark.createDataset(labels, Records.encoder(CampaignMember.class));
    DeliveredExample example = new DeliveredExample(documents, members);
    Dataset<Delivery> deliveries =
        example.deliveries(
            example.nothing(Customised.class),
            spark.createDataset(List.of(template), Records.encoder(Template.class)),
            Instant.parse("2030-01-01T00:00:00Z"));
    List<ForeignFill> fills = new ArrayList<>();
    deliveries.collectAsList().forEach(delivery -> fills.addAll(delivery.fills()));
    assertThat(fills).extracting(ForeignFill::message_id).containsExactly("m3");
    Dataset<ForeignFill> written =
        spark.createDataset(fills, Records.encoder(ForeignFill.class)).repartition(2);
    List<FoundLeaks> leaks = new LeakStage().apply(written, documents, members).collectAsList();
    assertThat(leaks).singleElement().matches(leak -> leak.message_id().equals("m3"));
    assertThat(leaks.get(0).leaks())
        .extracting(Defect::type)
        .containsExactly(Defect.Type.LEAKED_NAME);
  }

  private static PersonalText greeting(int i, String name, String written) {
    Contact recipient = new Contact(name + " Example", null, null, name, "Example", null, null);
    return new PersonalText(
        "m" + i,
        "s",
        List.of("r" + i),
        Instant.ofEpochSecond(60L * i),
        written + ", I interview founders about quiet growth every week of the year",
        "en",
        null,
        Contact.of("Olga Brandt", null, "olga@ladeliste.example"),
        List.of(recipient),
        null,
        null);
  }

  private static List<Personal> rows(
      SparkSession spark, PersonalRun run, List<PersonalMessage> messages, int partitions) {
    List<TextDocument> texts = documents(messages);
    List<CampaignMember> labels =
        texts.stream()
            .map(
                text ->
                    new CampaignMember(
                        text.header().message_id(),
                        text.header().direction() == Direction.OUTBOUND
                            ? "template"
                            : text.fingerprint(),
                        0f,
                        null))
            .toList();
    Dataset<TextDocument> documents =
        spark.createDataset(texts, Records.encoder(TextDocument.class)).repartition(partitions);
    Dataset<CampaignMember> members =
        spark.createDataset(labels, Records.encoder(CampaignMember.class));
    Dataset<Customised> customised =
        new CustomisationStage(ScoreConfig.DEFAULT)
            .apply(
                documents,
                members,
                spark.createDataset(List.of(), Records.encoder(ClusteredText.class)));
    Dataset<ClusterSegments> segments = new SegmentStage().apply(documents, members);
    List<CrowdMember> crowd = new CrowdStage(run.people()).apply(documents).collectAsList();
    assertThat(crowd).hasSize(messages.size());
    List<Permuted> permuted =
        new PermutationStage(run.people(), 3).apply(documents, members, customised).collectAsList();
    assertThat(permuted).hasSize(1);
    assertThat(permuted.get(0).tried_n()).isGreaterThan(20);
    assertThat(permuted.get(0).verified_n()).isPositive();
    assertThat(permuted.get(0).false_verified_n()).isLessThan(permuted.get(0).verified_n());
    return new DeliveredExample(documents, members)
            .deliveries(
                customised, segments, crowd, run.people(), Instant.parse("2030-01-01T00:00:00Z"))
            .collectAsList()
            .stream()
            .map(Delivery::personal)
            .filter(Objects::nonNull)
            .toList();
  }

  private static List<TextDocument> documents(List<PersonalMessage> messages) {
    List<TextDocument> texts = new ArrayList<>();
    for (PersonalMessage message : messages) {
      texts.add(document(PersonalRun.text(message, null, null), null));
      int day = 1;
      for (String told : message.told()) {
        texts.add(document(PersonalRun.told(message, told, day++), null));
      }
    }
    PersonalText first = PersonalRun.text(messages.get(0), null, null);
    texts.add(document(addressed(first, "nobody", List.of()), null));
    texts.add(document(addressed(first, "auto", List.of("q")), NullReason.AUTOMATIC));
    return texts;
  }

  private static PersonalText addressed(PersonalText text, String id, List<String> recipients) {
    return new PersonalText(
        id,
        recipients.isEmpty() ? "stranger" : text.sender_id(),
        recipients,
        text.sent_at(),
        "A line that somebody wrote to nobody in particular once",
        "en",
        null,
        text.sender(),
        List.of(),
        null,
        null);
  }

  private static TextDocument document(PersonalText text, NullReason reason) {
    MaskedText masked = MASKER.mask(text.text(), text.sender(), text.recipients());
    boolean outbound = text.message_id().startsWith("m") && !text.message_id().contains("told");
    MessageHeader header =
        new MessageHeader(
            text.message_id(),
            "t",
            "a",
            "i",
            1,
            Channel.EMAIL,
            MessageKind.MESSAGE,
            outbound ? Direction.OUTBOUND : Direction.INBOUND,
            text.sender_id(),
            "sender",
            null,
            text.recipient_ids(),
            text.sent_at(),
            DateQuality.SECOND,
            false,
            false,
            null,
            0,
            null);
    return new TextDocument(
        header,
        null,
        text.text(),
        masked.text(),
        masked.tokens(),
        text.text().length(),
        text.lang(),
        1f,
        ContentHash.of(masked.text()),
        reason == null,
        reason,
        text.sender(),
        text.recipients());
  }
}
