package dev.uncanned.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.ObjIntConsumer;
import java.util.function.Supplier;

/**
 * A few threads that share the work of one computation.
 *
 * <p>A single thread is the calling one. Work is handed out in small pieces as threads get free;
 * pieces must not depend on each other.
 */
final class Workers implements AutoCloseable {

  private static final int PIECES_PER_THREAD = 64;

  private final int threads;
  private final ExecutorService pool;

  Workers(int threads) {
    if (threads < 1) {
      throw new IllegalArgumentException("threads is " + threads + ", but must be at least 1");
    }
    this.threads = threads;
    ThreadFactory daemons =
        work -> {
          Thread thread = new Thread(work, "uncanned-cluster");
          thread.setDaemon(true);
          return thread;
        };
    this.pool = Executors.newFixedThreadPool(threads, daemons);
  }

  int threads() {
    return threads;
  }

  <T> Future<T> submit(Callable<T> work) {
    if (threads > 1) {
      return pool.submit(work);
    }
    FutureTask<T> here = new FutureTask<>(work);
    here.run();
    return here;
  }

  /** Does the work for every index from 0 to {@code count - 1} and waits for all. */
  void ranges(int count, IntConsumer work) {
    ranges(count, () -> work, IntConsumer::accept);
  }

  /**
   * The same with room to work in.
   *
   * @param room makes it for each worker
   */
  <R> void ranges(int count, Supplier<R> room, ObjIntConsumer<R> work) {
    int piece = Math.max(1, count / (threads * PIECES_PER_THREAD));
    AtomicInteger next = new AtomicInteger();
    int pieces = (int) (((long) count + piece - 1) / piece);
    Runnable loop =
        () -> {
          R own = room.get();
          for (int p = next.getAndIncrement(); p < pieces; p = next.getAndIncrement()) {
            int end = (int) Math.min(count, (p + 1L) * piece);
            for (int i = p * piece; i < end; i++) {
              work.accept(own, i);
            }
          }
        };
    List<Future<?>> running = new ArrayList<>();
    for (int t = 0; t < Math.min(threads, pieces); t++) {
      running.add(submit(Executors.callable(loop)));
    }
    for (Future<?> future : running) {
      await(future);
    }
  }

  /**
   * The result of submitted work; what it threw is thrown again.
   *
   * @throws CancellationException if this thread is interrupted, which stays marked
   */
  static <T> T await(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      CancellationException cancelled = new CancellationException("clustering was interrupted");
      cancelled.initCause(interrupted);
      throw cancelled;
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof Error error) {
        throw error;
      }
      throw new IllegalStateException("clustering failed", failed.getCause());
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
