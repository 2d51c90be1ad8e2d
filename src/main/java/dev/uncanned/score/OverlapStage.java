package dev.uncanned.score;

import dev.uncanned.archive.Direction;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Counts per team to how many people and companies several colleagues wrote unprompted; what
 * colleagues write to each other is no outreach.
 */
public final class OverlapStage {

  private static final String LEFT = "left_outer";
  private static final List<String> KEYS = List.of(TeamOverlap.TEAM_ID, TeamOverlap.WEEK);

  private final Overlaps overlaps = new Overlaps();
  private final Set<String> colleagues;

  /**
   * @param colleagues everybody on the roster: many of them never open a contact
   */
  public OverlapStage(Set<String> colleagues) {
    this.colleagues = Set.copyOf(colleagues);
  }

  /** One row per team and week and one per team for the whole period. */
  public Dataset<TeamOverlap> apply(Dataset<TextDocument> documents, Dataset<Touch> history) {
    Overlaps targets = overlaps;
    Set<String> own = colleagues;
    Dataset<TargetOverlap> found =
        contacts(documents, history)
            .filter((FilterFunction<ColdContact>) contact -> !own.contains(contact.recipient_id()))
            .flatMap(
                (FlatMapFunction<ColdContact, TargetContact>)
                    contact -> contact.targets().iterator(),
                Records.packedEncoder(TargetContact.class))
            .groupByKey((MapFunction<TargetContact, String>) TargetContact::key, Encoders.STRING())
            .flatMapGroups(
                (FlatMapGroupsFunction<String, TargetContact, TargetOverlap>)
                    (key, contacts) -> targets.of(contacts),
                Records.encoder(TargetOverlap.class));
    Column[] sums =
        Arrays.stream(Records.names(TeamOverlap.class))
            .filter(name -> !KEYS.contains(name))
            .map(name -> functions.sum(functions.col(name)).as(name))
            .toArray(Column[]::new);
    return found
        .groupBy(functions.col(TeamOverlap.TEAM_ID), functions.col(TeamOverlap.WEEK))
        .agg(sums[0], Arrays.copyOfRange(sums, 1, sums.length))
        .as(Records.encoder(TeamOverlap.class));
  }

  private static Dataset<ColdContact> contacts(
      Dataset<TextDocument> documents, Dataset<Touch> history) {
    Dataset<Row> first = firstMessages(history).toDF();
    String[] addressed = {Touch.MESSAGE_ID, Employer.RECIPIENT_ID};
    return Records.project(first.join(employers(documents), addressed, LEFT), ColdContact.class);
  }

  private static Dataset<FirstMessage> firstMessages(Dataset<Touch> history) {
    return Records.project(history, FirstMessage.class)
        .where(
            functions
                .col(FirstMessage.FIRST_TOUCH)
                .and(functions.col(FirstMessage.TEAM_ID).isNotNull())
                .and(functions.not(functions.col(FirstMessage.ONE_TAP)))
                .and(functions.col(FirstMessage.DIRECTION).equalTo(Direction.OUTBOUND.name())));
  }

  private static Dataset<Employer> employers(Dataset<TextDocument> documents) {
    return Records.project(documents, AddressedPeople.class)
        .where(functions.col(AddressedPeople.DIRECTION).equalTo(Direction.OUTBOUND.name()))
        .flatMap(
            (FlatMapFunction<AddressedPeople, Employer>) people -> people.employers().iterator(),
            Records.encoder(Employer.class));
  }
}
