package dev.uncanned.pipeline;

import dev.uncanned.mart.DefectSpan;
import dev.uncanned.mart.MessageScoreRow;
import dev.uncanned.table.Records;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/**
 * What the scores say in sum, counted in one pass over the published table.
 *
 * @param massSends deliveries that are mass sends, either direction
 * @param defectsByType defects of outbound deliveries
 * @param nullReasons outbound deliveries without scores, by reason
 */
record Findings(long massSends, Map<String, Long> defectsByType, Map<String, Long> nullReasons) {

  private static final String OUTBOUND = "outbound";
  private static final String MASS = "mass:";
  private static final String DEFECT = "defect:";
  private static final String REASON = "reason:";

  /** What is read of a score. */
  public record Glance(
      String direction, Boolean mass_send, List<DefectSpan> defects, String null_reason) {}

  static Findings of(Dataset<MessageScoreRow> scores) {
    Map<String, Long> counts = new TreeMap<>();
    Records.project(scores, Glance.class)
        .flatMap((FlatMapFunction<Glance, String>) Findings::marks, Encoders.STRING())
        .groupByKey((MapFunction<String, String>) mark -> mark, Encoders.STRING())
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row._1(), (Long) row._2()));
    return new Findings(
        counts.getOrDefault(MASS, 0L), below(DEFECT, counts), below(REASON, counts));
  }

  private static Iterator<String> marks(Glance score) {
    List<String> marks = new ArrayList<>();
    if (Boolean.TRUE.equals(score.mass_send())) {
      marks.add(MASS);
    }
    if (OUTBOUND.equals(score.direction())) {
      score.defects().forEach(defect -> marks.add(DEFECT + defect.type()));
      if (score.null_reason() != null) {
        marks.add(REASON + score.null_reason());
      }
    }
    return marks.iterator();
  }

  private static Map<String, Long> below(String prefix, Map<String, Long> counts) {
    Map<String, Long> below = new TreeMap<>();
    counts.forEach(
        (mark, n) -> {
          if (mark.startsWith(prefix)) {
            below.put(mark.substring(prefix.length()), n);
          }
        });
    return below;
  }
}
