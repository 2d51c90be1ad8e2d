package dev.uncanned.pipeline;

import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.mart.DefectRate;
import dev.uncanned.mart.Label;
import dev.uncanned.score.Defect;
import dev.uncanned.score.MessageScore;
import dev.uncanned.table.Records;
import dev.uncanned.text.NullReason;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;

/**
 * What the scores say in sum, counted in one pass over them.
 *
 * @param massSends deliveries that are mass sends, either direction
 * @param defectsByType deliveries with such a defect among those of which the rate of defects is
 *     made; one with several types counts for each
 * @param nullReasons outbound deliveries without scores, by reason
 */
record Findings(long massSends, Map<String, Long> defectsByType, Map<String, Long> nullReasons) {

  private static final String MASS = "mass:";
  private static final String DEFECT = "defect:";
  private static final String REASON = "reason:";

  /** What is read of a score. */
  public record Glance(
      Direction direction,
      MessageKind kind,
      String recipient_id,
      Boolean first_touch,
      Boolean mass_send,
      List<Defect> defects,
      NullReason null_reason) {

    private boolean isJudged() {
      return DefectRate.counts(direction, kind, recipient_id, first_touch, null_reason);
    }

    private Stream<Defect.Type> types() {
      return defects.stream().map(Defect::type).distinct();
    }
  }

  static Findings of(Dataset<MessageScore> scores) {
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

  /** What a score counts for. */
  static Iterator<String> marks(Glance score) {
    List<String> marks = new ArrayList<>();
    if (Boolean.TRUE.equals(score.mass_send())) {
      marks.add(MASS);
    }
    if (score.isJudged()) {
      score.types().forEach(type -> marks.add(DEFECT + Label.of(type)));
    }
    if (score.direction() == Direction.OUTBOUND && score.null_reason() != null) {
      marks.add(REASON + Label.of(score.null_reason()));
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
