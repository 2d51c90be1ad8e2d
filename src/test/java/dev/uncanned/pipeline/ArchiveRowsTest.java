package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.SparkTest;
import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.Contact;
import dev.uncanned.archive.Mails;
import dev.uncanned.archive.NamedPart;
import dev.uncanned.archive.Parsed;
import dev.uncanned.archive.RawMessage;
import dev.uncanned.pipeline.Ledger.PartSegment;
import dev.uncanned.store.Generation;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Store;
import dev.uncanned.table.Records;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A part that the clock has cut is read again, and nothing of the first try stays. */
@Tag("spark")
@ExtendWith(SparkTest.class)
class ArchiveRowsTest {

  @TempDir Path folder;

  private static NamedPart part(String name) {
    return new NamedPart(
        name,
        new ArchivePart(
            ArchivePart.Kind.OUTLOOK, "a", name, "/in", "", List.of(name), 9, 1, 0, -1));
  }

  private static Parsed mail(String part) {
    RawMessage message =
        Mails.sent(part, "a", null, Contact.of("Ann", null, "ann@x.example"), List.of());
    return new Parsed(part, message, null, null, null);
  }

  private static PreparedRun run(Path out) {
    RunRequest request =
        new RunRequest(
            List.of(), out, null, null, null, null, null, null, null, null, false, false, false,
            false, 0);
    List<NamedPart> parts = List.of(part("cut"), part("whole"));
    return new PreparedRun(
        request, null, null, List.of(), null, null, null, null, parts, Map.of(), null, "key");
  }

  /** Publishes a generation that has read all of one part and some of another. */
  private static void publish(SparkSession spark, Store store) throws Exception {
    store.create();
    Generation first = store.begin("run");
    Files.writeString(first.folder().resolve(RunJson.FILE), "{}");
    Path rows = store.beginState(first, RunMemory.ARCHIVE);
    spark
        .createDataset(List.of(mail("cut"), mail("whole")), Records.encoder(Parsed.class))
        .coalesce(1)
        .write()
        .mode("overwrite")
        .parquet(rows.toString());
    List<PartSegment> parts =
        List.of(
            new PartSegment(rows.getFileName().toString(), List.of(Ledger.cut("cut"), "whole")));
    Ledger ledger =
        new Ledger(Ledger.FORMAT_VERSION, "t", "p", Map.of(), "", null, "", parts, List.of());
    Files.write(
        store.beginState(first, RunMemory.LEDGER).resolve(Ledger.FILE),
        new ObjectMapper().writeValueAsBytes(ledger));
    Manifest manifest =
        Manifest.of(
            first,
            new Manifest.Request("old", "2026-11-22", "1", "1", "abcd", null),
            store.files(first));
    store.publish(first, manifest.withState(store.newState(first)));
  }

  @Test
  void partThatTheClockCutIsReadAgainAndItsFirstRowsGo(SparkSession spark) throws Exception {
    Store store = new Store(folder.resolve("out"));
    publish(spark, store);
    PreparedRun run = run(folder.resolve("out"));
    RunMemory memory = RunMemory.of(run, store, store.newest().orElseThrow(), 2);
    assertThat(memory.freshParts()).extracting(NamedPart::name).containsExactly("cut");
    assertThat(memory.partsAreGone()).as("documents were made of what is gone").isTrue();
    WorkTables work = new WorkTables(spark, folder.resolve("work"), null);
    ArchiveRows rows = new ArchiveRows(run, memory, spark, work);
    assertThat(rows.oldMessages().collectAsList())
        .extracting(RawMessage::input_id)
        .containsExactly("whole");
    Files.createFile(Files.createDirectories(work.path(RunMemory.ARCHIVE)).resolve("_SUCCESS"));
    assertThat(rows.segments("second", List.of("cut")))
        .containsExactly(new PartSegment("second", List.of(Ledger.cut("cut"), "whole")));
    assertThat(rows.segments("second", List.of()))
        .containsExactly(new PartSegment("second", List.of("cut", "whole")));
  }
}
