package dev.uncanned.pipeline;

import dev.uncanned.export.CoveredPerson;
import dev.uncanned.export.ExportTables;
import dev.uncanned.export.ExportedCampaign;
import dev.uncanned.export.ExportedCluster;
import dev.uncanned.export.ExportedMessage;
import dev.uncanned.export.ExportedSender;
import dev.uncanned.table.Records;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Reads an export once more as it lies on the disk, and throws if it tells more than it may.
 *
 * <p>What fails here is a bug, so that nothing of it may be left.
 */
final class ExportCheck {

  private static final String PEOPLE = "people";
  private static final String COUNT = "_n";
  private static final String ID = "_id";
  private static final String IDS = "^[0-9a-f]{32}$";

  /** Words of a closed list, and counts of such; no text of a message looks like that for long. */
  private static final String WORDS = "^[A-Za-z0-9_]+(:[0-9])?( [a-z_]+:[0-9])*$";

  private final ExportWriter written;
  private final int k;

  ExportCheck(ExportWriter written, int k) {
    this.written = written;
    this.k = k;
  }

  /**
   * @param people whom the pairs of sender and recipient protect
   * @throws IllegalStateException if anything shows that must not
   */
  void require(Dataset<CoveredPerson> people) {
    List<Runnable> checks = new ArrayList<>();
    ExportTables.ALL.forEach(record -> checks.add(() -> requireColumns(record)));
    checks.add(() -> requireCombinations(people));
    checks.addAll(groups(people));
    checks.add(() -> requireSameGroups(ExportedCluster.class, ExportedCluster.CLUSTER_ID));
    checks.add(() -> requireSameGroups(ExportedCampaign.class, ExportedCampaign.CAMPAIGN_ID));
    checks.add(
        () ->
            requireSameGroups(
                ExportedSender.class, ExportedSender.SENDER_ID, ExportedSender.DIRECTION));
    SideBySide.run(checks);
  }

  private void requireColumns(Class<? extends Record> record) {
    List<String> found = written.columnsWritten(record);
    require(found.equals(List.of(Records.names(record))), "columns", record);
    Column bad = functions.lit(false);
    for (RecordComponent column : record.getRecordComponents()) {
      bad = bad.or(functions.coalesce(bad(record, column), functions.lit(false)));
    }
    require(written.read(record).where(bad).limit(1).count() == 0, "values", record);
  }

  private Column bad(Class<? extends Record> record, RecordComponent component) {
    Column value = functions.col(component.getName());
    if (component.getType() == String.class) {
      boolean id = component.getName().endsWith(ID);
      return functions.not(value.rlike(id ? IDS : WORDS));
    }
    boolean count = record != ExportedMessage.class && component.getName().endsWith(COUNT);
    return count ? value.mod(functions.lit(k)).notEqual(functions.lit(0)) : functions.lit(false);
  }

  /** Each combination as it is told covers k people. */
  private void requireCombinations(Dataset<CoveredPerson> people) {
    Column[] combination = columns(ExportedMessage.COMBINATION.toArray(String[]::new));
    requireCovered(
        withPeople(people), combination, functions.col(CoveredPerson.PERSON), "combinations");
  }

  private Dataset<Row> withPeople(Dataset<CoveredPerson> people) {
    return messages()
        .join(people, new String[] {CoveredPerson.DYAD_ID, CoveredPerson.DIRECTION}, "left_outer");
  }

  private List<Runnable> groups(Dataset<CoveredPerson> people) {
    Column dyad = functions.col(ExportedMessage.DYAD_ID);
    Column recipient = functions.col(ExportedMessage.RECIPIENT_ID);
    Column person = functions.col(CoveredPerson.PERSON);
    Column[] senders = columns(ExportedMessage.SENDER_ID, ExportedMessage.DIRECTION);
    Column[] templates = columns(ExportedMessage.CLUSTER_ID);
    Column[] campaigns = columns(ExportedMessage.CAMPAIGN_ID);
    Column[] archives = columns(ExportedMessage.ARCHIVE_ID);
    return List.of(
        () -> requireCovered(messages(), senders, dyad, "senders"),
        () -> requireCovered(messages(), templates, recipient, "templates"),
        () -> requireCovered(messages(), campaigns, recipient, "campaigns"),
        () -> requireCovered(withPeople(people), archives, person, "archives"));
  }

  private Dataset<Row> messages() {
    return written.read(ExportedMessage.class).toDF();
  }

  private static Column[] columns(String... names) {
    return Stream.of(names).map(functions::col).toArray(Column[]::new);
  }

  /**
   * Groups whose first column is null are none, except for combinations, which have a direction.
   */
  private void requireCovered(Dataset<Row> rows, Column[] group, Column counted, String what) {
    long rare =
        rows.where(group[0].isNotNull())
            .groupBy(group)
            .agg(functions.countDistinct(counted).as(PEOPLE))
            .where(functions.col(PEOPLE).lt(k))
            .limit(1)
            .count();
    require(rare == 0, what, ExportedMessage.class);
  }

  /** What has a row of its own is told in the messages. */
  private void requireSameGroups(Class<? extends Record> record, String... key) {
    long untold =
        written
            .read(record)
            .join(messages().select(columns(key)), key, "left_anti")
            .limit(1)
            .count();
    require(untold == 0, "groups", record);
  }

  private static void require(boolean holds, String what, Class<? extends Record> record) {
    if (!holds) {
      throw new IllegalStateException(
          "the check of an export: " + what + " of " + record.getSimpleName());
    }
  }
}
