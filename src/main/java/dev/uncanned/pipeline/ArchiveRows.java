package dev.uncanned.pipeline;

import dev.uncanned.archive.AnyReader;
import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.ArchiveStage;
import dev.uncanned.archive.NamedPart;
import dev.uncanned.archive.Parsed;
import dev.uncanned.archive.RawMessage;
import dev.uncanned.message.ExclusionStage;
import dev.uncanned.pipeline.Ledger.PartSegment;
import dev.uncanned.table.Records;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The rows of all archives: those that earlier runs have read, and those of the parts that are new.
 */
final class ArchiveRows {

  private static final String TABLE = RunMemory.ARCHIVE;

  /** Archives are packed: their messages take several times this. */
  private static final long TASK_BYTES = 2_000_000;

  private static final int TASKS_A_CORE = 16;

  private final PreparedRun run;
  private final RunMemory memory;
  private final SparkSession session;
  private final WorkTables work;
  private final List<NamedPart> fresh;
  private final List<Path> rewritten;
  private final List<Path> kept;

  ArchiveRows(PreparedRun run, RunMemory memory, SparkSession session, WorkTables work) {
    this.run = run;
    this.memory = memory;
    this.session = session;
    this.work = work;
    this.fresh = memory.freshParts();
    List<Path> segments = memory.archiveSegments();
    long bytes = fresh.stream().mapToLong(part -> part.part().bytes()).sum();
    Set<String> live = memory.liveParts();
    Set<Path> again =
        segments.stream()
            .filter(one -> !live.containsAll(memory.partsOf(one)))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!fresh.isEmpty()) {
      again.addAll(KeptSegments.toMerge(segments, one -> memory.bytes(TABLE, one), bytes));
    }
    this.rewritten = List.copyOf(again);
    this.kept = segments.stream().filter(one -> !again.contains(one)).toList();
  }

  /** Number of parts that this run reads. */
  int freshParts() {
    return fresh.size();
  }

  /** All rows. */
  Dataset<Parsed> all() {
    if (kept.isEmpty()) {
      return written();
    }
    boolean writes = !fresh.isEmpty() || !rewritten.isEmpty();
    return writes ? written().union(live(kept)) : live(kept);
  }

  /** The messages of the parts that this run reads. */
  Dataset<RawMessage> freshMessages() {
    return Pipeline.messages(rewritten.isEmpty() ? written() : only(written(), names(fresh)));
  }

  /** The messages of the parts that an earlier run has read. */
  Dataset<RawMessage> oldMessages() {
    List<Path> old = new ArrayList<>(kept);
    old.addAll(rewritten);
    return Pipeline.messages(live(old));
  }

  /**
   * The rows that this run writes: of new parts, of small segments that become one, and what is
   * left of segments that hold parts which are gone or read again, since nothing of these may be
   * kept.
   */
  private Dataset<Parsed> written() {
    return work.table(
        TABLE,
        Parsed.class,
        () -> {
          Dataset<Parsed> read =
              new ArchiveStage(new AnyReader(run.config().archive())).apply(parts());
          boolean all = run.erasure().isEmpty() && run.oldest() == null;
          Dataset<Parsed> rest =
              all ? read : new ExclusionStage(run.erasure(), run.oldest()).apply(read);
          return rewritten.isEmpty() ? rest : rest.union(live(rewritten));
        });
  }

  /** The largest part first, so that no core is left with a large one at the end. */
  private Dataset<NamedPart> parts() {
    List<NamedPart> bySize = new ArrayList<>(fresh);
    Comparator<ArchivePart> size = Comparator.comparingLong(ArchivePart::bytes);
    bySize.sort(Comparator.comparing(NamedPart::part, size.reversed()));
    long bytes = fresh.stream().mapToLong(part -> part.part().bytes()).sum();
    int cores = session.sparkContext().defaultParallelism();
    long tasks = Math.max(cores, Math.min(bytes / TASK_BYTES, (long) TASKS_A_CORE * cores));
    return session
        .createDataset(bySize, Records.encoder(NamedPart.class))
        .coalesce(1)
        .repartition((int) Math.max(1, Math.min(tasks, fresh.size())));
  }

  /** The rows of segments, without those of parts that are gone or are read again. */
  private Dataset<Parsed> live(List<Path> segments) {
    Set<String> live = memory.keptParts();
    Dataset<Parsed> rows = Records.read(session, Parsed.class, segments);
    boolean all = segments.stream().allMatch(one -> live.containsAll(memory.partsOf(one)));
    return all ? rows : only(rows, live);
  }

  private static Dataset<Parsed> only(Dataset<Parsed> rows, Collection<String> parts) {
    return rows.where(functions.col(Parsed.PART).isInCollection(parts));
  }

  private static List<String> names(List<NamedPart> parts) {
    return parts.stream().map(NamedPart::name).sorted().toList();
  }

  /** Folder of the rows that this run has written; null if it wrote none. */
  Path newSegment() {
    return work.finished(TABLE) ? work.path(TABLE) : null;
  }

  /**
   * Which parts each live segment holds.
   *
   * @param written name of the segment that this run writes
   * @param cut names of the parts of which it has not read all
   */
  List<PartSegment> segments(String written, Collection<String> cut) {
    Set<String> live = memory.liveParts();
    List<PartSegment> segments = new ArrayList<>();
    for (Path one : kept) {
      segments.add(new PartSegment(one.getFileName().toString(), memory.partsOf(one)));
    }
    if (newSegment() != null) {
      List<String> parts = new ArrayList<>();
      names(fresh).forEach(one -> parts.add(cut.contains(one) ? Ledger.cut(one) : one));
      rewritten.forEach(
          one -> memory.partsOf(one).stream().filter(live::contains).forEach(parts::add));
      segments.add(new PartSegment(written, parts.stream().sorted().toList()));
    }
    return segments;
  }
}
