package dev.uncanned.cli;

import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.RunRecord;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run end in order when the process is told to stop (SIGTERM, SIGINT, end of the session):
 * the engine's tasks are cancelled, the note of the run is left; finished working tables wait for
 * the same request. The process then ends with 128 and the number of the signal, as the JVM does by
 * itself.
 */
final class StopSignal {

  /** Less than the 10 seconds that service managers grant at least. */
  private static final long MAX_SECONDS = 8;

  /** The thread by which the JVM answers that signal; nothing else tells which one it was. */
  private static final String INTERRUPT_THREAD = "SIGINT handler";

  private static final int INTERRUPTED = 130;

  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook;

  /**
   * @param tells says that the run was stopped; done here, since the process ends as soon as the
   *     hook does, whatever its other threads still want to say
   */
  StopSignal(RunRecord record, Runnable tells) {
    this.hook = new Thread(() -> stop(record, tells), "stop");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void stop(RunRecord record, Runnable tells) {
    record.interrupt();
    try {
      boolean inTime = ended.await(MAX_SECONDS, TimeUnit.SECONDS);
      if (!inTime) {
        Runtime.getRuntime().halt(code(Thread.getAllStackTraces().keySet()));
      }
      if (record.summary().exit_code() == ExitCode.TERMINATED.number()) {
        tells.run();
      }
    } catch (InterruptedException again) {
      Thread.currentThread().interrupt();
    }
  }

  /** 128 and the number of the signal. */
  static int code(Set<Thread> running) {
    boolean interrupted =
        running.stream().anyMatch(thread -> thread.getName().equals(INTERRUPT_THREAD));
    return interrupted ? INTERRUPTED : ExitCode.TERMINATED.number();
  }

  /** The run has ended, by itself or stopped. */
  void runHasEnded() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException stopping) {
      ended.countDown();
    }
  }
}
