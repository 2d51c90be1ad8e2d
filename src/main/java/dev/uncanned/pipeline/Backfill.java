package dev.uncanned.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.uncanned.mart.SenderDailyRow;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.store.Generation;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedFile;
import dev.uncanned.store.Manifest.PublishedTable;
import dev.uncanned.store.OwnerOnly;
import dev.uncanned.store.Store;
import dev.uncanned.store.StoreBusyException;
import dev.uncanned.table.Records;
import dev.uncanned.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/**
 * Works out one day of {@code sender_daily} again, as of that day, and takes everything else over
 * from the newest generation: its other days, tables, report and state, and what was counted.
 *
 * <p>Files that are taken over are linked, not copied: published files are never changed. Since the
 * state is taken over as it is, no cluster gets another id, and the next run goes on as if this one
 * had not been.
 */
final class Backfill {

  private static final String TABLE = SenderDailyRow.class.getAnnotation(Table.class).name();
  private static final String DAILY = "tables/" + TABLE;

  private final PreparedRun run;
  private final Store store;
  private final Manifest parent;
  private final StageTimes times;
  private final RunRecord record;

  /**
   * @param store with a newest generation
   * @param record is told of the steps
   */
  Backfill(PreparedRun run, Store store, StageTimes times, RunRecord record) throws IOException {
    this.run = run;
    this.store = store;
    this.parent = store.newest().orElseThrow();
    this.times = times;
    this.record = record;
  }

  /**
   * Checks that the newest generation has such a day, made by the same rules as this run's.
   *
   * @throws UserException if not
   */
  static void requirePossible(PreparedRun run, Optional<Manifest> newest) {
    if (newest.isEmpty()) {
      throw refused(run, "there is no generation yet to take the other days from");
    }
    Manifest parent = newest.get();
    if (parent.tables().isEmpty() || !sameRules(run, parent)) {
      throw refused(run, "the newest generation is of another version, configuration or key");
    }
    LocalDate day = run.request().only();
    LocalDate last = LocalDate.parse(parent.as_of());
    if (day.isAfter(last)) {
      throw refused(run, "the newest generation looks up to " + last + " only");
    }
    Instant oldest = run.config().retention().oldestMessage(last);
    if (oldest != null && Intake.endOf(day).compareTo(oldest) <= 0) {
      throw refused(run, "the messages of that day are past retention.messages_days");
    }
  }

  private static boolean sameRules(PreparedRun run, Manifest parent) {
    Manifest.Request own = NewManifest.asked(run, parent.as_of());
    return own.code_version().equals(parent.code_version())
        && own.metric_version().equals(parent.metric_version())
        && own.key_id().equals(parent.key_id())
        && own.config_digest().equals(parent.config_digest());
  }

  /**
   * Checks that the newest generation tells who belongs to whom as this run does.
   *
   * @throws UserException if it knows other people
   */
  static void requireSamePeople(PreparedRun run, RunMemory memory, PeopleDirectory people) {
    if (!memory.knew(people)) {
      throw refused(run, "the newest generation is of another roster or of other owners");
    }
  }

  private static UserException refused(PreparedRun run, String why) {
    return new UserException(
        ExitCode.CONFIG,
        run.request().out()
            + ": "
            + why
            + "; give the options of the last run, or run without --only");
  }

  /**
   * Publishes the day.
   *
   * @param days the rows of all days as this run has them
   */
  Manifest published(Dataset<SenderDailyRow> days) throws IOException, StoreBusyException {
    Generation generation = store.begin(run.runId());
    takeOver(generation);
    TableWriter tables = new TableWriter(days.sparkSession(), generation, times);
    tables.small(SenderDailyRow.class, oneReplaced(days));
    writeRunJson(generation, tables.rowsByTable().get(TABLE));
    record.begins("publish");
    Manifest manifest =
        Manifest.of(
                generation,
                NewManifest.asked(run, parent.as_of()),
                NewManifest.files(generation, store))
            .counted(parent.inputs(), parent.checks(), tables(tables.published().get(0)))
            .withState(parent.state());
    record.requireGoingOn();
    store.publish(generation, manifest);
    record.published(manifest);
    return manifest;
  }

  private Dataset<SenderDailyRow> oneReplaced(Dataset<SenderDailyRow> days) {
    Column wanted =
        functions.col(SenderDailyRow.DAY).eqNullSafe(functions.lit(run.request().only()));
    Path before = store.folder(parent).resolve(DAILY);
    return Records.read(days.sparkSession(), SenderDailyRow.class, List.of(before))
        .where(functions.not(wanted))
        .union(days.where(wanted));
  }

  /** Links what is taken over; what is damaged must not be published a second time. */
  private void takeOver(Generation generation) throws IOException {
    for (PublishedFile file : parent.files()) {
      Path from = store.folder(parent).resolve(file.path());
      PublishedFiles.requireWhole(run.request().out(), store.folder(parent), file);
      boolean own = file.path().equals(RunJson.FILE) || file.path().startsWith(DAILY + "/");
      if (!own) {
        Path to = generation.folder().resolve(file.path());
        OwnerOnly.createDirectories(to.getParent());
        Files.createLink(to, from);
      }
    }
  }

  private List<PublishedTable> tables(PublishedTable daily) {
    return parent.tables().stream()
        .map(table -> table.path().equals(daily.path()) ? daily : table)
        .toList();
  }

  /** That of the newest generation, whose inputs the tables are of, with what is new. */
  private void writeRunJson(Generation generation, long rows) throws IOException {
    ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    ObjectNode content = (ObjectNode) json.readTree(LastRun.json(store, parent));
    content.put("only", run.request().only().toString());
    content.put("run_id", run.runId());
    content.put("generation", generation.number());
    content.put("request_key", run.key());
    content.withObject("rows").put(TABLE, rows);
    content.set("milliseconds", json.valueToTree(times.inOrder()));
    content.set("resources", json.valueToTree(record.resources()));
    Files.write(generation.folder().resolve(RunJson.FILE), json.writeValueAsBytes(content));
  }
}
