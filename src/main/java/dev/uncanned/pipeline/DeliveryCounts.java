package dev.uncanned.pipeline;

import dev.uncanned.pipeline.DeliveryMarks.Mark;
import dev.uncanned.report.AnalystSource.ReachCell;
import dev.uncanned.report.AnalystSource.SimilarCell;
import dev.uncanned.report.Spread;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts counted marks together as the analyst's page shows them. */
final class DeliveryCounts {

  private final Map<Spread, List<Long>> spreads = new EnumMap<>(Spread.class);
  private final Map<Spread, Long> unknown = new EnumMap<>(Spread.class);
  private final Map<String, Map<String, Long>> missing = new TreeMap<>();
  private final List<ReachCell> reach = new ArrayList<>();
  private final List<SimilarCell> similar = new ArrayList<>();
  private long firstMessages;

  DeliveryCounts() {
    for (Spread spread : Spread.values()) {
      spreads.put(spread, new ArrayList<>(Collections.nCopies(spread.bins(), 0L)));
    }
  }

  /** Takes in how many deliveries have a mark. */
  void add(Mark mark, long n) {
    switch (mark.kind()) {
      case DeliveryMarks.FIRST -> firstMessages = n;
      case DeliveryMarks.SPREAD ->
          spreads.get(Spread.valueOf(mark.key())).set(Integer.parseInt(mark.value()), n);
      case DeliveryMarks.UNKNOWN -> unknown.put(Spread.valueOf(mark.key()), n);
      case DeliveryMarks.MISSING ->
          missing.computeIfAbsent(mark.key(), figure -> new TreeMap<>()).put(mark.value(), n);
      case DeliveryMarks.REACH -> reach.add(reach(mark, n));
      default -> similar.add(new SimilarCell(mark.key(), Integer.parseInt(mark.value()), n));
    }
  }

  private static ReachCell reach(Mark mark, long n) {
    String[] levelAndReach = mark.value().split(" ");
    return new ReachCell(
        mark.key().equals(DeliveryMarks.PROVEN),
        mark.key().equals(DeliveryMarks.EXACT),
        Integer.parseInt(levelAndReach[0]),
        Integer.parseInt(levelAndReach[1]),
        n);
  }

  long firstMessages() {
    return firstMessages;
  }

  /** Of each figure, how many lie in each class. */
  Map<Spread, List<Long>> spreads() {
    return spreads;
  }

  /** Of each figure, how many first messages have none. */
  Map<Spread, Long> unknown() {
    return unknown;
  }

  /** Of each figure, how many first messages have none, by reason. */
  Map<String, Map<String, Long>> missing() {
    return missing;
  }

  List<ReachCell> reach() {
    return reach;
  }

  List<SimilarCell> similar() {
    return similar;
  }
}
