package dev.uncanned.pipeline;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Adds up what Spark does for a run. Thread-safe. */
final class SparkWork extends SparkListener implements EngineWork {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String PEAK = "VmHWM:";
  private static final int KILO = 1024;
  private static final double MILLIS = 1000;
  private static final int MIN_TASKS = 4;

  private final Map<Integer, Tasks> active = new HashMap<>();
  private long tasks;
  private long records;
  private long read;
  private long written;
  private long shuffled;
  private long spilled;
  private long millis;
  private Double skew;

  /** The tasks of a stage under way. */
  private static final class Tasks {
    private final long tasks;
    private final List<Long> millis = new ArrayList<>();

    Tasks(long tasks) {
      this.tasks = tasks;
    }

    Double skew() {
      List<Long> sorted = millis.stream().sorted().toList();
      if (sorted.size() < MIN_TASKS) {
        return null;
      }
      long longest = sorted.get(sorted.size() - 1);
      long median = Math.max(1, sorted.get(sorted.size() / 2));
      return longest < MILLIS ? null : (double) longest / median;
    }
  }

  @Override
  public synchronized void onStageSubmitted(SparkListenerStageSubmitted stage) {
    active.put(stage.stageInfo().stageId(), new Tasks(stage.stageInfo().numTasks()));
  }

  @Override
  public synchronized void onStageCompleted(SparkListenerStageCompleted ended) {
    Tasks stage = active.remove(ended.stageInfo().stageId());
    Double uneven = stage == null ? null : stage.skew();
    if (uneven != null && (skew == null || uneven > skew)) {
      skew = uneven;
    }
  }

  @Override
  public synchronized void onTaskEnd(SparkListenerTaskEnd ended) {
    tasks++;
    Tasks stage = active.get(ended.stageId());
    if (stage != null) {
      stage.millis.add(ended.taskInfo().duration());
    }
    TaskMetrics metrics = ended.taskMetrics();
    if (metrics != null) {
      records += metrics.inputMetrics().recordsRead();
      read += metrics.inputMetrics().bytesRead();
      written += metrics.outputMetrics().bytesWritten();
      shuffled += metrics.shuffleWriteMetrics().bytesWritten();
      spilled += metrics.diskBytesSpilled();
      millis += metrics.executorRunTime();
    }
  }

  @Override
  public synchronized Now now() {
    long done = 0;
    long all = 0;
    for (Tasks stage : active.values()) {
      done += stage.millis.size();
      all += stage.tasks;
    }
    return new Now(done, all, records);
  }

  /** All until now. */
  synchronized Resources resources() {
    return new Resources(
        peakHeap(),
        peakResident(),
        tasks,
        records,
        read,
        written,
        shuffled,
        spilled,
        millis / MILLIS,
        skew);
  }

  private static long peakHeap() {
    long bytes = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      if (pool.getType() == MemoryType.HEAP) {
        bytes += pool.getPeakUsage().getUsed();
      }
    }
    return bytes;
  }

  private static Long peakResident() {
    if (!Files.isReadable(STATUS)) {
      return null;
    }
    try {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(PEAK)) {
          return KILO * Long.parseLong(line.replaceAll("\\D", ""));
        }
      }
      return null;
    } catch (IOException unreadable) {
      return null;
    }
  }
}
