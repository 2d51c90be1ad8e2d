package dev.uncanned.archive;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;

/**
 * Turns a reader, which pushes its rows, into an iterator that holds only a few of them.
 *
 * <p>The reader runs in a thread of its own and waits while {@value #WAITING} batches of {@value
 * #BATCH} rows, or rows of {@link Budgets#WAITING_BYTES}, are not yet taken; a row that is larger
 * by itself waits until it is the only one. The thread ends with the last row, with the first error
 * (which the iterator throws), or when the iterator is closed. Not thread-safe on the taking side.
 */
public final class RowPump implements Iterator<Parsed>, AutoCloseable {

  private static final int BATCH = 256;
  private static final int WAITING = 4;

  /** A batch with this much is handed on, however few rows it has. */
  private static final int BATCH_BYTES = Budgets.WAITING_BYTES / 8;

  /** What a row holds besides its texts, and a person besides their names; both roughly. */
  private static final int ROW_BYTES = 500;

  private static final int PERSON_BYTES = 300;

  private final BlockingQueue<Batch> queue = new ArrayBlockingQueue<>(WAITING);
  private final Semaphore free = new Semaphore(Budgets.WAITING_BYTES);
  private final Thread thread;
  private List<Parsed> current = List.of();
  private int held;
  private int next;
  private boolean ended;

  /** Some rows and how much of the budget they hold; the last one says how the reading ended. */
  private record Batch(List<Parsed> rows, int bytes, boolean last, Throwable error) {}

  private RowPump(ArchiveReader reader, ArchivePart part) {
    thread = new Thread(() -> run(reader, part), "archive-reader");
    thread.setDaemon(true);
  }

  /** Starts reading a part. */
  public static RowPump start(ArchiveReader reader, ArchivePart part) {
    RowPump pump = new RowPump(reader, part);
    pump.thread.start();
    return pump;
  }

  private void run(ArchiveReader reader, ArchivePart part) {
    Outlet outlet = new Outlet();
    Throwable error = null;
    try {
      reader.read(part, outlet::accept);
    } catch (Throwable any) {
      // Nobody sees an error that ends this thread, so the taking side throws it.
      error = any;
    }
    try {
      outlet.put(true, error);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** Collects rows into batches. */
  private final class Outlet {

    private List<Parsed> rows = new ArrayList<>(BATCH);
    private long bytes;

    void accept(Parsed row) {
      rows.add(row);
      bytes += bytes(row);
      if (rows.size() == BATCH || bytes >= BATCH_BYTES) {
        try {
          put(false, null);
        } catch (InterruptedException closed) {
          Thread.currentThread().interrupt();
          throw new CancellationException("the rows are not wanted any more");
        }
      }
    }

    void put(boolean last, Throwable error) throws InterruptedException {
      int needed = (int) Math.min(bytes, Budgets.WAITING_BYTES);
      free.acquire(needed);
      queue.put(new Batch(rows, needed, last, error));
      rows = new ArrayList<>(BATCH);
      bytes = 0;
    }
  }

  /** What a row takes in memory, roughly: of texts at most. */
  private static long bytes(Parsed row) {
    long bytes = ROW_BYTES;
    if (row.message() != null) {
      bytes += chars(row.message().body()) + chars(row.message().subject());
      bytes += (long) PERSON_BYTES * row.message().recipients().size();
    } else if (row.rejected() != null) {
      bytes += chars(row.rejected().raw_sample());
    }
    return bytes;
  }

  private static long chars(String text) {
    return text == null ? 0 : (long) Character.BYTES * text.length();
  }

  /**
   * Whether there is another row; waits for it.
   *
   * @throws IllegalStateException if the reader failed with a checked exception, or while waiting
   *     the thread is interrupted; other errors of the reader are thrown as they are
   */
  @Override
  public boolean hasNext() {
    while (next >= current.size() && !ended) {
      take();
    }
    return next < current.size();
  }

  private void take() {
    Batch batch;
    current = List.of();
    free.release(held);
    held = 0;
    try {
      batch = queue.take();
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while an archive was read", e);
    }
    current = batch.rows();
    held = batch.bytes();
    next = 0;
    ended = batch.last();
    if (batch.error() instanceof Error error) {
      throw error;
    }
    if (batch.error() instanceof RuntimeException error) {
      throw error;
    }
    if (batch.error() != null) {
      throw new IllegalStateException("reading an archive failed", batch.error());
    }
  }

  @Override
  public Parsed next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no more rows");
    }
    return current.get(next++);
  }

  /** Stops the reader, wherever it is; the iterator is at its end. */
  @Override
  public void close() {
    ended = true;
    current = List.of();
    next = 0;
    thread.interrupt();
  }

  /** Whether the reader's thread still runs. */
  boolean isRunning() {
    return thread.isAlive();
  }
}
