package dev.uncanned.pipeline;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;

/** Adds up the bytes that the tasks of each job send to the driver. */
final class DriverResults extends SparkListener {

  private final Map<Integer, Integer> jobs = new HashMap<>();
  private final Map<Integer, Long> bytes = new HashMap<>();

  /** Does some work, of which the jobs are noted. */
  <T> T of(SparkSession session, Supplier<T> work) {
    settle(session);
    session.sparkContext().addSparkListener(this);
    try {
      T made = work.get();
      settle(session);
      return made;
    } finally {
      session.sparkContext().removeSparkListener(this);
    }
  }

  /** Listeners are told later. */
  private static void settle(SparkSession session) {
    try {
      session.sparkContext().listenerBus().waitUntilEmpty();
    } catch (TimeoutException late) {
      throw new IllegalStateException(late);
    }
  }

  @Override
  public synchronized void onJobStart(SparkListenerJobStart job) {
    job.stageInfos().foreach(stage -> jobs.put(stage.stageId(), job.jobId()));
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd task) {
    bytes.merge(jobs.get(task.stageId()), task.taskMetrics().resultSize(), Long::sum);
  }

  /** Bytes of the job that sent most. */
  synchronized long largest() {
    return Collections.max(bytes.values());
  }
}
