package dev.uncanned.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

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
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME);
    try {
      List<Future<?>> running = new ArrayList<>();
      pieces.forEach(piece -> running.add(threads.submit(piece)));
      for (Future<?> piece : running) {
        piece.get();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("stopped while writing tables", stopped);
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    } finally {
      threads.shutdownNow().clear();
      awaitEnd(threads);
    }
  }

  /** What is still at work must not write into folders that its caller is about to remove. */
  private static void awaitEnd(ExecutorService threads) {
    try {
      while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        threads.shutdownNow();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
