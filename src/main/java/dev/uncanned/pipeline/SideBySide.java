package dev.uncanned.pipeline;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Does independent pieces of work at the same time, two at a time.
 *
 * <p>While Spark plans and compiles one small job on one core, the other core works on another job.
 */
final class SideBySide {

  private static final int AT_A_TIME = 2;

  private SideBySide() {}

  /**
   * Returns when all pieces are done; if one fails, with its exception, once those that had begun
   * have ended. The others do not begin.
   */
  static void run(List<Runnable> pieces) {
    AtomicReference<Throwable> failure = new AtomicReference<>();
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    for (Runnable piece : pieces) {
      threads.execute(() -> unlessFailed(piece, failure));
    }
    threads.shutdown();
    awaitEnd(threads, failure);
    if (failure.get() instanceof RuntimeException known) {
      throw known;
    }
    if (failure.get() != null) {
      throw new IllegalStateException(failure.get());
    }
  }

  private static void unlessFailed(Runnable piece, AtomicReference<Throwable> failure) {
    if (failure.get() != null) {
      return;
    }
    try {
      piece.run();
    } catch (Throwable failed) {
      // Spark throws checked exceptions that no method of it declares.
      failure.compareAndSet(null, failed);
    }
  }

  /**
   * Pieces are not interrupted: a thread that waits for Spark would end before its tasks, and these
   * would write into folders that the caller is about to remove. Who stops a run cancels its tasks.
   */
  private static void awaitEnd(ExecutorService threads, AtomicReference<Throwable> failure) {
    boolean interrupted = false;
    boolean ended = false;
    while (!ended) {
      try {
        ended = threads.awaitTermination(1, TimeUnit.MINUTES);
      } catch (InterruptedException stopped) {
        interrupted = true;
        failure.compareAndSet(null, new IllegalStateException("stopped while at work", stopped));
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
