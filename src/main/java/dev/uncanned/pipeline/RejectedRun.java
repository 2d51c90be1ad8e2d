package dev.uncanned.pipeline;

import dev.uncanned.archive.Parsed;
import dev.uncanned.mart.QuarantineRow;
import dev.uncanned.mart.QuarantineStage;
import dev.uncanned.store.Folders;
import dev.uncanned.store.OwnerOnly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.spark.sql.Dataset;

/**
 * What stays of a run that did not pass its checks: the quarantine and run.json, so that somebody
 * can find out why. The next run that is published removes it.
 */
final class RejectedRun {

  private RejectedRun() {}

  /** Folder of the last rejected run below an output folder. */
  static Path folder(Path out) {
    return out.toAbsolutePath().normalize().resolve("rejected");
  }

  static void write(
      Path out,
      Dataset<Parsed> parsed,
      QuarantineStage stage,
      RunJson json,
      Map<String, String> former)
      throws IOException {
    Path folder = folder(out);
    forget(out);
    OwnerOnly.createDirectories(folder);
    Dataset<QuarantineRow> rows = stage.apply(Pipeline.rejected(parsed));
    rows.coalesce(1).write().parquet(folder.resolve("quarantine").toString());
    json.rejected(folder, former);
  }

  static void forget(Path out) throws IOException {
    Path folder = folder(out);
    if (Files.isDirectory(folder)) {
      Folders.delete(folder);
    }
  }
}
