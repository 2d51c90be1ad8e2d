package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.pipeline.EngineWork;
import dev.uncanned.pipeline.Progress;
import dev.uncanned.pipeline.RunResult;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Shows on standard error which step a run is at, how fast it goes and how it ended.
 *
 * <p>On a terminal it is one line that is written over; elsewhere a line for each step and a
 * heartbeat. As JSON each line is one object with nothing but times, counts and fixed words.
 */
final class ProgressLine implements Progress {

  private static final double MILLIS = 1000;
  private static final double THOUSAND = 1000;
  private static final double MILLION = 1_000_000;

  /** Below this share of the work nothing is said of the time left. */
  private static final double KNOWN_FROM = 0.05;

  private final PrintWriter out;
  private final LogOptions.Style style;
  private final InstantSource clock;
  private final long start;
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Long> expected = new HashMap<>();
  private final Set<String> finished = new HashSet<>();
  private EngineWork work;
  private String step;
  private boolean open;

  ProgressLine(PrintWriter out, LogOptions.Style style, InstantSource clock) {
    this.out = out;
    this.style = style;
    this.clock = clock;
    this.start = clock.millis();
  }

  @Override
  public synchronized void begins(String name) {
    step = name;
    if (style == LogOptions.Style.TERMINAL) {
      beats();
    } else {
      line("step", false);
    }
  }

  @Override
  public synchronized void ends(String name) {
    finished.add(name);
  }

  @Override
  public synchronized void expects(Map<String, Long> milliseconds) {
    expected.putAll(milliseconds);
  }

  @Override
  public synchronized void watches(EngineWork engine) {
    work = engine;
  }

  /** Shows how far the step is; called again and again while the run goes on. */
  synchronized void beats() {
    if (step == null) {
      return;
    }
    if (style == LogOptions.Style.TERMINAL) {
      out.print("\r\u001b[K" + text(true));
      out.flush();
      open = true;
    } else {
      line("heartbeat", true);
    }
  }

  private void line(String event, boolean detailed) {
    if (style == LogOptions.Style.JSON) {
      json(event);
    } else if (style == LogOptions.Style.TEXT) {
      out.println(text(detailed));
      out.flush();
    }
  }

  private String text(boolean detailed) {
    StringBuilder text = new StringBuilder();
    text.append(String.format(Locale.ROOT, "uncanned: %6.1f s  %s", seconds(), step));
    EngineWork.Now now = work == null ? null : work.now();
    if (detailed && now != null) {
      if (now.tasks_all() > 0) {
        text.append("  ").append(now.tasks_done()).append('/').append(now.tasks_all());
        text.append(" tasks");
      }
      text.append("  ").append(shortly(now.records())).append(" records, ");
      text.append(shortly((long) rate(now))).append("/s");
    }
    Long left = secondsLeft();
    if (detailed && left != null) {
      text.append("  about ").append(left).append(" s left");
    }
    return text.toString();
  }

  private static String shortly(long n) {
    if (n >= MILLION) {
      return String.format(Locale.ROOT, "%.1f M", n / MILLION);
    }
    return n >= THOUSAND ? String.format(Locale.ROOT, "%.0f k", n / THOUSAND) : Long.toString(n);
  }

  private void json(String event) {
    Map<String, Object> line = event("info", event);
    line.put("step", step);
    line.put("seconds", seconds());
    EngineWork.Now now = work == null ? null : work.now();
    if (now != null) {
      line.put("tasks_done", now.tasks_done());
      line.put("tasks", now.tasks_all());
      line.put("records", now.records());
      line.put("records_per_second", Math.round(rate(now)));
    }
    if (secondsLeft() != null) {
      line.put("seconds_left", secondsLeft());
    }
    print(line);
  }

  private Map<String, Object> event(String level, String event) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("ts", clock.instant().toString());
    line.put("level", level);
    line.put("event", event);
    return line;
  }

  private void print(Map<String, Object> line) {
    try {
      out.println(json.writeValueAsString(line));
      out.flush();
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts and numbers can be written", impossible);
    }
  }

  private double seconds() {
    return (clock.millis() - start) / MILLIS;
  }

  /** Records a second since the start. */
  private double rate(EngineWork.Now now) {
    return seconds() > 0 ? now.records() / seconds() : 0;
  }

  /** By how long the steps took in the run before; null where that says too little. */
  private Long secondsLeft() {
    double all = 0;
    double done = 0;
    for (Map.Entry<String, Long> one : expected.entrySet()) {
      all += one.getValue();
      done += finished.contains(one.getKey()) ? one.getValue() : 0;
    }
    double share = all == 0 ? 0 : done / all;
    return share < KNOWN_FROM ? null : Math.round(seconds() * (1 - share) / share);
  }

  /** Says what the run did. */
  synchronized void ends(RunResult result) {
    closeLine();
    if (style == LogOptions.Style.JSON) {
      Map<String, Object> line = event("info", "end");
      line.put("status", result.status());
      line.put("seconds", seconds());
      line.put("generation", result.generation());
      print(line);
      return;
    }
    out.println("uncanned: " + words(result));
    if (result.report() != null) {
      out.println("uncanned: report: " + result.report());
    }
    out.flush();
  }

  private static String words(RunResult result) {
    return switch (result.status()) {
      case "unchanged" -> "nothing new; the published tables stay as they are";
      case "stopped" -> "stopped as asked; nothing was published";
      default ->
          result.messages() == null
              ? "the day is worked out again; all else is as it was"
              : counts(result);
    };
  }

  private static String counts(RunResult result) {
    return result.messages()
        + " messages, "
        + result.mass_sends()
        + " mass sends, "
        + result.rejected()
        + " records rejected";
  }

  /** Ends the line that is written over, if there is one. */
  synchronized void closeLine() {
    if (open) {
      out.println();
      out.flush();
      open = false;
    }
    step = null;
  }
}
