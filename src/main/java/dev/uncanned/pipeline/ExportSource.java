package dev.uncanned.pipeline;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.export.ExportStage;
import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.ClusterLineageRow;
import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.MessageRow;
import dev.uncanned.mart.MessageScoreRow;
import dev.uncanned.mart.SenderSummaryRow;
import dev.uncanned.mart.SlotRow;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedFile;
import dev.uncanned.store.Manifest.PublishedTable;
import dev.uncanned.table.Records;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** The published tables that an export is made of, looked at before they are read. */
final class ExportSource {

  private static final List<Class<? extends Record>> READ =
      List.of(
          MessageRow.class,
          MessageScoreRow.class,
          ClusterRow.class,
          SlotRow.class,
          CampaignRow.class,
          ClusterLineageRow.class,
          SenderSummaryRow.class);

  /** The published tables that are read. */
  record Tables(
      Dataset<MessageRow> messages, Dataset<MessageScoreRow> scores, ExportStage.Source groups) {}

  private final Manifest manifest;
  private final Path folder;
  private final long bytes;

  private ExportSource(Manifest manifest, Path folder, long bytes) {
    this.manifest = manifest;
    this.folder = folder;
    this.bytes = bytes;
  }

  /**
   * The tables of a generation.
   *
   * @throws UserException if nothing is published, if another version has written it, or if it is
   *     not as it was published
   */
  static ExportSource open(ExportRequest request) {
    Path out = request.out();
    Outputs.Newest found = Outputs.of(out, request.generation());
    Manifest manifest = found.manifest();
    Map<String, PublishedTable> published = new TreeMap<>();
    manifest.tables().forEach(table -> published.put(table.path(), table));
    for (Class<? extends Record> record : READ) {
      PublishedTable table = published.get(PublishedTables.path(record));
      if (table == null || !table.schema().equals(schema(record))) {
        throw new UserException(
            ExitCode.DATA,
            out
                + ": generation "
                + manifest.generation()
                + " was written by another version of the program; run uncanned run again");
      }
    }
    return new ExportSource(manifest, found.folder(), checked(out, found));
  }

  private static String schema(Class<? extends Record> record) {
    return ContentHash.of("schema", Records.schema(record).catalogString());
  }

  /** Size of the files, each of which is as it was published. */
  private static long checked(Path out, Outputs.Newest found) {
    long sum = 0;
    for (PublishedFile file : found.manifest().files()) {
      if (isRead(file)) {
        requireWhole(out, found.folder(), file);
        sum += file.bytes();
      }
    }
    return sum;
  }

  private static boolean isRead(PublishedFile file) {
    return READ.stream()
        .anyMatch(record -> file.path().startsWith(PublishedTables.path(record) + "/"));
  }

  private static void requireWhole(Path out, Path folder, PublishedFile file) {
    try {
      PublishedFiles.requireWhole(out, folder, file);
    } catch (IOException failure) {
      throw StoreFailure.of(out, failure);
    }
  }

  Manifest manifest() {
    return manifest;
  }

  long bytes() {
    return bytes;
  }

  /** Rows of a published table. */
  long rows(Class<? extends Record> record) {
    return manifest.tables().stream()
        .filter(table -> table.path().equals(PublishedTables.path(record)))
        .mapToLong(PublishedTable::rows)
        .sum();
  }

  /** The tables that are read. */
  Tables read(SparkSession session) {
    PublishedTables tables = new PublishedTables(session, folder);
    return new Tables(
        tables.read(MessageRow.class),
        tables.read(MessageScoreRow.class),
        new ExportStage.Source(
            tables.read(ClusterRow.class),
            tables.read(SlotRow.class),
            tables.read(CampaignRow.class),
            tables.read(ClusterLineageRow.class),
            tables.read(SenderSummaryRow.class)));
  }
}
