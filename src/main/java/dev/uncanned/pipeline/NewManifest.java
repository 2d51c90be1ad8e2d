package dev.uncanned.pipeline;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.archive.InputCount;
import dev.uncanned.store.Generation;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.Check;
import dev.uncanned.store.Manifest.CountedInput;
import dev.uncanned.store.Manifest.PublishedFile;
import dev.uncanned.store.Store;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Puts together the manifest of a run: what it was asked, what it read, and every file it made. */
final class NewManifest {

  private static final String PARQUET = ".parquet";

  private NewManifest() {}

  static Manifest of(
      PreparedRun run,
      Generation generation,
      LocalDate asOf,
      Intake intake,
      List<QualityGate.Verdict> checks,
      TableWriter tables,
      Store store)
      throws IOException {
    Manifest.Request request = asked(run, asOf.toString());
    return Manifest.of(generation, request, files(generation, store))
        .counted(inputs(intake.counts()), checks(checks), tables.published());
  }

  /** What a run was asked, with the day up to which its tables look. */
  static Manifest.Request asked(PreparedRun run, String asOf) {
    return new Manifest.Request(
        run.key(),
        asOf,
        Version.CODE,
        Version.METRICS,
        run.pseudonyms().keyId(),
        ContentHash.of("config", run.configJson()));
  }

  /** All files, those of tables with the rows that their footers tell. */
  static List<PublishedFile> files(Generation generation, Store store) throws IOException {
    List<PublishedFile> files = new ArrayList<>();
    for (PublishedFile file : store.files(generation)) {
      boolean table = file.path().endsWith(PARQUET);
      files.add(
          table ? file.withRows(ParquetRows.rows(generation.folder().resolve(file.path()))) : file);
    }
    return files;
  }

  private static List<CountedInput> inputs(List<InputCount> counts) {
    Map<String, CountedInput> inputs = new TreeMap<>();
    for (InputCount count : counts) {
      CountedInput one =
          new CountedInput(
              count.archive_id(),
              count.format(),
              count.seen_n(),
              count.parsed_n(),
              count.quarantined_n());
      inputs.merge(count.archive_id() + " " + count.format(), one, CountedInput::plus);
    }
    return List.copyOf(inputs.values());
  }

  private static List<Check> checks(List<QualityGate.Verdict> verdicts) {
    return verdicts.stream()
        .map(
            one ->
                new Check(
                    one.measure(),
                    one.input_id(),
                    one.n(),
                    one.of(),
                    one.allowed(),
                    one.outcome().name().toLowerCase(Locale.ROOT)))
        .toList();
  }
}
