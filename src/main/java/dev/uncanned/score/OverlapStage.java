package dev.uncanned.score;

import dev.uncanned.archive.Direction;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Counts per team to how many people and companies several colleagues wrote unprompted. */
public final class OverlapStage {

  private static final String LEFT = "left_outer";
  private static final String ANTI = "left_anti";
  private static final String MEMBER = "member";
  private static final List<String> KEYS = List.of(TeamOverlap.TEAM_ID, TeamOverlap.WEEK);

  private final Overlaps overlaps = new Overlaps();

  /** One row per team and week and one per team for the whole period. */
  public Dataset<TeamOverlap> apply(Dataset<TextDocument> documents, Dataset<Touch> history) {
    Overlaps targets = overlaps;
    Dataset<TargetOverlap> found =
        contacts(documents, history)
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
    return Records.project(
        first.join(employers(documents), addressed, LEFT).join(members(first), isMember(), ANTI),
        ColdContact.class);
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

  /** Everybody who sends for a team: what colleagues write to each other is no outreach. */
  private static Dataset<Row> members(Dataset<Row> first) {
    return functions.broadcast(
        first.select(functions.col(FirstMessage.SENDER_ID).as(MEMBER)).distinct());
  }

  private static Column isMember() {
    return functions.col(FirstMessage.RECIPIENT_ID).equalTo(functions.col(MEMBER));
  }
}
