package dev.uncanned.archive;

import dev.uncanned.table.Records;
import java.util.Iterator;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.util.TaskCompletionListener;

/** Reads all archives: messages, rejects, counts and hints at owners, in one table. */
public final class ArchiveStage {

  private final AnyReader reader;

  /** A stage that reads each part with the reader of its kind. */
  public ArchiveStage(AnyReader reader) {
    this.reader = reader;
  }

  /**
   * The rows of all parts.
   *
   * @param parts best one to a partition, since a part is read by one task as a whole
   */
  public Dataset<Parsed> apply(Dataset<NamedPart> parts) {
    AnyReader any = reader;
    return parts.flatMap(
        (FlatMapFunction<NamedPart, Parsed>) part -> rows(any, part),
        Records.encoder(Parsed.class));
  }

  /** The reader's thread ends with the task, even if nobody takes the rows to the end. */
  private static Iterator<Parsed> rows(ArchiveReader reader, NamedPart named) {
    RowPump pump = RowPump.start(reader, named.part());
    TaskContext task = TaskContext.get();
    if (task != null) {
      task.addTaskCompletionListener((TaskCompletionListener) ended -> pump.close());
    }
    return new NamedRows(named.name(), pump);
  }

  /** Rows that tell which part they are of. */
  private record NamedRows(String part, Iterator<Parsed> rows) implements Iterator<Parsed> {

    @Override
    public boolean hasNext() {
      return rows.hasNext();
    }

    @Override
    public Parsed next() {
      return rows.next().of(part);
    }
  }
}
