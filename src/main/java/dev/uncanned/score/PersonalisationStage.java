package dev.uncanned.score;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Tells how far each message speaks of each of its recipients.
 *
 * <p>Texts travel once, to the places of their customised words; what was found in them then goes,
 * without text, pair by pair, to what the two people had written before.
 */
public final class PersonalisationStage {

  private static final String LEFT = "left_outer";

  /** The narrow side is kept in memory part by part, so that the texts need no sorting. */
  private static final String HASHED = "shuffle_hash";

  private final Personalisation personalisation;
  private final Recall recall;

  /**
   * A stage for one run.
   *
   * @param people what the archives tell of their owners
   * @param crowd other recipients, on whom references are tried
   */
  public PersonalisationStage(KnownPeople people, Crowd crowd) {
    this.personalisation = new Personalisation(people);
    this.recall = new Recall(crowd);
  }

  /**
   * One row per message that may be scored and recipient; one with a null recipient where none is
   * named.
   */
  public Dataset<Personal> apply(
      Dataset<TextDocument> documents,
      Dataset<CampaignMember> members,
      Dataset<Customised> customised,
      Dataset<ClusterSegments> segments) {
    Personalisation texts = personalisation;
    Recall pairs = recall;
    return texts(documents, members, customised, segments)
        .flatMap(
            (FlatMapFunction<PersonalText, DyadLine>) text -> lines(texts, text),
            Records.encoder(DyadLine.class))
        .groupByKey((MapFunction<DyadLine, String>) DyadLine::pair, Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, DyadLine, Personal>)
                (pair, lines) -> pairs.results(lines),
            Records.encoder(Personal.class));
  }

  private static Iterator<DyadLine> lines(Personalisation texts, PersonalText text) {
    return texts.lines(text).iterator();
  }

  private static Dataset<PersonalText> texts(
      Dataset<TextDocument> documents,
      Dataset<CampaignMember> members,
      Dataset<Customised> customised,
      Dataset<ClusterSegments> segments) {
    String[] message = {Personal.MESSAGE_ID};
    Dataset<Row> spans =
        customised.select(functions.col(Personal.MESSAGE_ID), functions.col(PersonalText.SPANS));
    Dataset<Row> clusters =
        members.select(
            functions.col(CampaignMember.MESSAGE_ID), functions.col(CampaignMember.CLUSTER_ID));
    return Records.project(
        Records.project(documents, PersonalColumns.class)
            .join(spans.hint(HASHED), message, LEFT)
            .join(clusters.hint(HASHED), message, LEFT)
            .join(functions.broadcast(segments), new String[] {CampaignMember.CLUSTER_ID}, LEFT),
        PersonalText.class);
  }
}
