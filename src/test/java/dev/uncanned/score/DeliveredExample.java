package dev.uncanned.score;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.table.Records;
import dev.uncanned.template.Template;
import dev.uncanned.text.TextDocument;
import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Works out the deliveries of a few messages as a run does, without templates. */
final class DeliveredExample {

  private final Dataset<TextDocument> documents;
  private final Dataset<CampaignMember> members;

  DeliveredExample(Dataset<TextDocument> documents, Dataset<CampaignMember> members) {
    this.documents = documents;
    this.members = members;
  }

  /** Where nothing is known of the words of the messages and of their people. */
  Dataset<Delivery> deliveries(Instant asOf) {
    return deliveries(nothing(Customised.class), nothing(Template.class), asOf);
  }

  /** Where nothing is known of the people of the messages. */
  Dataset<Delivery> deliveries(
      Dataset<Customised> customised, Dataset<Template> templates, Instant asOf) {
    Correspondence pairs = correspondence(List.of(), asOf);
    return new DeliveryStage(new TextScan(ScoreConfig.DEFAULT, new KnownPeople()), pairs)
        .apply(
            documents,
            new LabelStage().apply(members, customised, templates),
            nothing(ClusterSegments.class),
            spans());
  }

  /** Without templates. */
  Dataset<Delivery> deliveries(
      Dataset<Customised> customised,
      Dataset<ClusterSegments> segments,
      List<CrowdMember> crowd,
      KnownPeople people,
      Instant asOf) {
    return new DeliveryStage(new TextScan(ScoreConfig.DEFAULT, people), correspondence(crowd, asOf))
        .apply(
            documents,
            new LabelStage().apply(members, customised, nothing(Template.class)),
            segments,
            spans());
  }

  /** As if each archive stood alone. */
  private Dataset<ArchiveSpan> spans() {
    return Records.project(documents, Envelope.class)
        .groupBy(functions.col(Envelope.ARCHIVE_ID))
        .agg(
            functions.min(Envelope.SENT_AT).as(ArchiveSpan.ARCHIVE_START),
            functions.max(Envelope.SENT_AT).as(ArchiveSpan.ARCHIVE_END))
        .as(Records.encoder(ArchiveSpan.class));
  }

  private static Correspondence correspondence(List<CrowdMember> crowd, Instant asOf) {
    ScoreConfig config = ScoreConfig.DEFAULT;
    return new Correspondence(
        new ContactHistory(config, asOf), new ReplyCredits(config), new Crowd(crowd));
  }

  /** What came before each of the deliveries. */
  static Dataset<Touch> history(Dataset<Delivery> deliveries) {
    return deliveries.select(functions.col(Delivery.TOUCH + ".*")).as(Records.encoder(Touch.class));
  }

  <R extends Record> Dataset<R> nothing(Class<R> record) {
    SparkSession spark = documents.sparkSession();
    return spark.createDataset(List.of(), Records.encoder(record));
  }
}
