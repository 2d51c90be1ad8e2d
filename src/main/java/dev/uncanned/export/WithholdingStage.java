package dev.uncanned.export;

import dev.uncanned.archive.Direction;
import dev.uncanned.mart.Label;
import dev.uncanned.table.Records;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.functions;

/**
 * Decides what may be told of each delivery: combinations that cover enough people, and ids of
 * groups that are no few.
 */
public final class WithholdingStage {

  private static final String RANK = "rank";

  private final int k;
  private final Generalisation generalisation;

  public WithholdingStage(ExportConfig config) {
    this.k = config.k();
    this.generalisation = new Generalisation(k);
  }

  /** Rows of the deliveries that may be told; of the others there is none. */
  public Dataset<ToldMessage> apply(Dataset<NumberedMessage> numbered) {
    return Records.project(withoutRareGroups(generalised(numbered)), ToldMessage.class);
  }

  /** The rows whose combination covers enough people, with as much of it as may be told. */
  private Dataset<Row> generalised(Dataset<NumberedMessage> numbered) {
    Column same = functions.lit(true);
    Map<String, Column> told = new HashMap<>();
    for (String column : Records.names(Combination.class)) {
      same = same.and(own(column).eqNullSafe(functions.col(Recoding.FROM).getField(column)));
      told.put(column, functions.col(Recoding.TO).getField(column));
    }
    told.put(
        ExportedMessage.SENT_ON,
        functions.when(
            told.get(ExportedMessage.SENT_WEEK).isNotNull(), own(ExportedMessage.SENT_ON)));
    told.putAll(accountsOf(told.get(ExportedMessage.TEAM_ID)));
    told.put(NumberedMessage.NUMBER, functions.col(NumberedMessage.NUMBER));
    told.put(NumberedMessage.PERSON, functions.col(NumberedMessage.PERSON));
    return numbered.join(recodings(numbered), same).select(columns(told));
  }

  private static Column isInbound(Column direction) {
    return direction.equalTo(Label.of(Direction.INBOUND));
  }

  /** Where the team is withheld, so is whatever of ours would say which team it was. */
  private static Map<String, Column> accountsOf(Column team) {
    Column shown = own(ExportedMessage.TEAM_ID).isNull().or(team.isNotNull());
    Column inbound = isInbound(own(ExportedMessage.DIRECTION));
    return Map.of(
        ExportedMessage.SENDER_ID,
        functions.when(shown.or(inbound), own(ExportedMessage.SENDER_ID)),
        ExportedMessage.RECIPIENT_ID,
        functions.when(shown.or(functions.not(inbound)), own(ExportedMessage.RECIPIENT_ID)),
        ExportedMessage.ARCHIVE_ID,
        functions.when(shown, own(ExportedMessage.ARCHIVE_ID)));
  }

  private static Column own(String column) {
    return functions.col(NumberedMessage.MESSAGE).getField(column);
  }

  private static Column[] columns(Map<String, Column> told) {
    Stream<String> groups =
        Stream.of(ExportedMessage.MESSAGE_ID, ExportedMessage.DYAD_ID, NumberedMessage.PERSON);
    return Stream.concat(Arrays.stream(Records.names(ToldMessage.class)), groups)
        .map(name -> told.containsKey(name) ? told.get(name).as(name) : own(name).as(name))
        .toArray(Column[]::new);
  }

  /** Of each combination no more than k people are looked at, so that it need not be held whole. */
  private Dataset<Recoding> recodings(Dataset<NumberedMessage> numbered) {
    Generalisation rules = generalisation;
    Column[] combination =
        Arrays.stream(Records.names(Combination.class)).map(functions::col).toArray(Column[]::new);
    WindowSpec ofCombination =
        Window.partitionBy(combination)
            .orderBy(functions.col(NumberedMessage.PERSON).asc_nulls_last());
    Dataset<Row> few =
        Records.project(numbered, CombinationMember.class)
            .distinct()
            .withColumn(RANK, functions.row_number().over(ofCombination))
            .where(functions.col(RANK).leq(k));
    return Records.project(few, CombinationMember.class)
        .groupBy(functions.col(ExportedMessage.DIRECTION))
        .as(Encoders.STRING(), Records.encoder(CombinationMember.class))
        .flatMapGroups(
            (FlatMapGroupsFunction<String, CombinationMember, Recoding>)
                (direction, members) -> rules.recodings(members),
            Records.encoder(Recoding.class));
  }

  private Dataset<Row> withoutRareGroups(Dataset<Row> rows) {
    Column direction = functions.col(ExportedMessage.DIRECTION);
    Column sender = functions.col(ExportedMessage.SENDER_ID);
    Column recipient = functions.col(ExportedMessage.RECIPIENT_ID);
    Column dyad = functions.col(ExportedMessage.DYAD_ID);
    Column archive = functions.col(ExportedMessage.ARCHIVE_ID);
    Column cluster = functions.col(ExportedMessage.CLUSTER_ID);
    Column campaign = functions.col(ExportedMessage.CAMPAIGN_ID);
    Column inbox = functions.when(isInbound(direction), recipient);
    Column account = functions.concat(direction, sender);
    Dataset<Row> left = guarded(rows, ExportedMessage.RECIPIENT_ID, inbox, dyad);
    left = guarded(left, ExportedMessage.SENDER_ID, account, dyad);
    left =
        guarded(left, ExportedMessage.ARCHIVE_ID, archive, functions.col(NumberedMessage.PERSON));
    left = guarded(left, ExportedMessage.CLUSTER_ID, cluster, recipient);
    return guarded(left, ExportedMessage.CAMPAIGN_ID, campaign, recipient);
  }

  /**
   * Takes an id away where its group has fewer than k others.
   *
   * <p>By ranks in windows, each of which reads its rows once: a join with the groups would work
   * out all that leads to them anew, and five of them one in the other 32 times.
   *
   * @param group null where the id may stay
   * @param counted what has to be of k kinds in each group
   */
  private Dataset<Row> guarded(Dataset<Row> rows, String id, Column group, Column counted) {
    // Rows without a group would all meet in one task.
    Column spread = functions.coalesce(group, functions.col(ExportedMessage.MESSAGE_ID));
    WindowSpec ordered = Window.partitionBy(spread).orderBy(counted.asc_nulls_last());
    Column rank = functions.when(counted.isNotNull(), functions.dense_rank().over(ordered));
    Column kinds = functions.max(functions.col(RANK)).over(Window.partitionBy(spread));
    Column stays = group.isNull().or(kinds.geq(k));
    return rows.withColumn(RANK, rank)
        .withColumn(id, functions.when(stays, functions.col(id)))
        .drop(RANK);
  }
}
