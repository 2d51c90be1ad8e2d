package dev.uncanned.pipeline;

import dev.uncanned.archive.RawMessage;
import dev.uncanned.message.BelievedDates;
import dev.uncanned.message.CopySource;
import dev.uncanned.message.CopyStage;
import dev.uncanned.message.DroppedCopy;
import dev.uncanned.message.MeetingStage;
import dev.uncanned.message.Message;
import dev.uncanned.message.MessageNormalizer;
import dev.uncanned.message.MessageStage;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import dev.uncanned.text.TextStage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * The texts of all messages, copies joined: those that earlier runs have cleaned, and those of the
 * messages that are new.
 *
 * <p>Documents of earlier runs are taken over as long as they are what this run would make of the
 * same archives. Where new copies of old messages make another occurrence stand for them, or dates
 * are believed that were not, or any doubt is left, all texts are cleaned anew.
 */
final class DocumentRows {

  private static final String WHOLE = RunMemory.TEXT;
  private static final String ADDED = "text-added";
  private static final String COPIES = "copies";
  private static final String[] PLACE = Records.names(DroppedCopy.class);

  private final PreparedRun run;
  private final RunMemory memory;
  private final SparkSession session;
  private final WorkTables work;
  private final ArchiveRows archives;

  DocumentRows(
      PreparedRun run,
      RunMemory memory,
      SparkSession session,
      WorkTables work,
      ArchiveRows archives) {
    this.run = run;
    this.memory = memory;
    this.session = session;
    this.work = work;
    this.archives = archives;
  }

  /**
   * All documents.
   *
   * @param dates messages with others count as undated
   * @param last the latest date of a message; null if none is dated
   */
  Dataset<TextDocument> all(
      MessageNormalizer normalizer, PeopleDirectory people, BelievedDates dates, Instant last) {
    if (work.finished(WHOLE) || !memory.documentsHold(people) || datesBecameKnown(dates, last)) {
      return whole(normalizer);
    }
    if (archives.freshParts() == 0) {
      return kept();
    }
    if (!work.finished(ADDED)) {
      Dataset<DroppedCopy> copies = copiesAmongNew(normalizer);
      if (comeBack(copies)) {
        return whole(normalizer);
      }
      if (dropOld(copies)) {
        return work.table(
            WHOLE, TextDocument.class, () -> kept(copies).union(added(normalizer, copies)));
      }
    }
    return withAdded(normalizer);
  }

  private Dataset<TextDocument> whole(MessageNormalizer normalizer) {
    Dataset<RawMessage> raw = Pipeline.messages(archives.all());
    return work.table(
        WHOLE,
        TextDocument.class,
        () ->
            cleaned(
                normalizer,
                raw,
                new CopyStage(normalizer).apply(Records.project(raw, CopySource.class))));
  }

  private Dataset<TextDocument> withAdded(MessageNormalizer normalizer) {
    List<Path> merged = merged();
    List<Path> rest = new ArrayList<>(memory.textSegments());
    rest.removeAll(merged);
    Dataset<TextDocument> added =
        work.table(
            ADDED,
            TextDocument.class,
            () -> {
              Dataset<TextDocument> fresh = added(normalizer, copiesAmongNew(normalizer));
              return merged.isEmpty()
                  ? fresh
                  : fresh.union(Records.read(session, TextDocument.class, merged));
            });
    return rest.isEmpty() ? added : added.union(Records.read(session, TextDocument.class, rest));
  }

  private List<Path> merged() {
    long bytes = 0;
    for (var part : memory.freshParts()) {
      bytes += part.part().bytes();
    }
    return KeptSegments.toMerge(
        memory.textSegments(), one -> memory.bytes(RunMemory.TEXT, one), bytes);
  }

  private Dataset<TextDocument> kept() {
    return Records.read(session, TextDocument.class, memory.textSegments());
  }

  private Dataset<TextDocument> kept(Dataset<DroppedCopy> copies) {
    Dataset<TextDocument> documents = kept();
    Column same = functions.lit(true);
    for (String column : PLACE) {
      Column place = functions.col(TextDocument.HEADER).getField(column);
      same = same.and(place.equalTo(copies.col(column)));
    }
    return documents.join(copies, same, "left_anti").as(Records.encoder(TextDocument.class));
  }

  private Dataset<TextDocument> added(MessageNormalizer normalizer, Dataset<DroppedCopy> copies) {
    return cleaned(normalizer, archives.freshMessages(), copies);
  }

  private Dataset<TextDocument> cleaned(
      MessageNormalizer normalizer, Dataset<RawMessage> raw, Dataset<DroppedCopy> copies) {
    Dataset<Message> messages = new MessageStage(normalizer).apply(raw, copies);
    return new TextStage(run.config().text()).apply(messages);
  }

  private Dataset<CopySource> met() {
    return new MeetingStage().apply(archives.freshMessages(), archives.oldMessages());
  }

  /** Copies among the new messages and the old ones that have text and minute with one of them. */
  private Dataset<DroppedCopy> copiesAmongNew(MessageNormalizer normalizer) {
    return work.table(COPIES, DroppedCopy.class, () -> new CopyStage(normalizer).apply(met()));
  }

  /** Whether an old occurrence that was a copy stands for its message now. */
  private boolean comeBack(Dataset<DroppedCopy> copies) {
    Dataset<?> standing =
        Records.project(met(), DroppedCopy.class)
            .join(copies, PLACE, "left_anti")
            .join(Records.project(archives.freshMessages(), DroppedCopy.class), PLACE, "left_anti")
            .join(places(kept()), PLACE, "left_anti");
    return !standing.isEmpty();
  }

  /** Whether an old occurrence that stood for its message is a copy now. */
  private boolean dropOld(Dataset<DroppedCopy> copies) {
    return !places(kept()).join(copies, PLACE, "left_semi").isEmpty();
  }

  private static Dataset<DroppedCopy> places(Dataset<TextDocument> documents) {
    return Records.project(
        documents.select(functions.col(TextDocument.HEADER + ".*")), DroppedCopy.class);
  }

  /** Whether a date of a message may lie between what was believed then and what is now. */
  private boolean datesBecameKnown(BelievedDates dates, Instant last) {
    if (!memory.datesBefore().earliest().equals(dates.earliest())) {
      return true;
    }
    Instant latest = dates.latest();
    Instant before = memory.datesBefore().latest();
    boolean same = before.equals(latest);
    Instant low = before.isBefore(latest) ? before : latest;
    if (same || last == null || !last.isAfter(low)) {
      return false;
    }
    Instant high = before.isBefore(latest) ? latest : before;
    Column sent = functions.col(RawMessage.SENT_AT);
    return !archives
        .oldMessages()
        .where(sent.gt(functions.lit(low)).and(sent.leq(functions.lit(high))))
        .isEmpty();
  }

  /** Folder of the documents that this run has written; null if it wrote none. */
  Path newSegment() {
    if (work.finished(WHOLE)) {
      return work.path(WHOLE);
    }
    return work.finished(ADDED) ? work.path(ADDED) : null;
  }

  /** The segments of earlier runs that are still needed. */
  List<Path> keptSegments() {
    if (work.finished(WHOLE)) {
      return List.of();
    }
    List<Path> kept = new ArrayList<>(memory.textSegments());
    if (work.finished(ADDED)) {
      kept.removeAll(merged());
    }
    return kept;
  }
}
