package dev.uncanned.report;

import dev.uncanned.mart.DataQualityRow;
import dev.uncanned.mart.RunMetricRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the analyst's page is made from, counted in the published tables.
 *
 * @param firstDay earliest day with a message; null if none is dated
 * @param firstMessages first messages of ours
 * @param spreads of each figure, how many lie in each class
 * @param unknown of each figure, how many first messages have none
 * @param reach first messages whose mass send is known, by what decides it
 * @param massReach recipients from which a text was a mass send in the run
 * @param similar first messages whose mass send is known, by what proves it
 * @param rejected rejected records
 * @param nullReasons of each figure, first messages without it by reason
 */
public record AnalystSource(
    String runId,
    String metricVersion,
    LocalDate firstDay,
    LocalDate asOf,
    long firstMessages,
    Map<Spread, List<Long>> spreads,
    Map<Spread, Long> unknown,
    List<ReachCell> reach,
    int massReach,
    List<SimilarCell> similar,
    List<RejectedCell> rejected,
    Map<String, Map<String, Long>> nullReasons,
    List<RunMetricRow> metrics,
    List<DataQualityRow> checks) {

  /**
   * First messages that are alike in what decides whether they are mass sends.
   *
   * @param proven whether their headers prove it, whatever their reach
   * @param exact whether {@code reach} is what decides; if not, the template alone does, whose
   *     reach is known by {@code level} only
   * @param level mass level
   * @param reach of the template, or of the campaign where that reached more
   */
  public record ReachCell(boolean proven, boolean exact, int level, int reach, long n) {}

  /**
   * First messages that are alike in what proves that they are mass sends.
   *
   * @param proof {@link #TEMPLATE}, {@link #OTHERWISE} or {@link #NOT}
   * @param step similarity to the medoid of the template, in {@link #STEPS} from 0 to 1; 0 if it
   *     has none
   */
  public record SimilarCell(String proof, int step, long n) {

    /** It is a mass send, and its template proves it. */
    public static final String TEMPLATE = "template";

    /** It is a mass send by its campaign or its headers. */
    public static final String OTHERWISE = "otherwise";

    /** It is none. */
    public static final String NOT = "not";

    /** Of which a similarity of 1 has this many. */
    public static final int STEPS = 20;
  }

  /** Rejected records of one reason in inputs of one format. */
  public record RejectedCell(String format, String reason, long n) {}
}
