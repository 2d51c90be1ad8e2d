package dev.uncanned.table;

import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.CoalesceExec;
import org.apache.spark.sql.execution.ColumnarRule;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.exchange.ENSURE_REQUIREMENTS$;
import org.apache.spark.sql.execution.exchange.REPARTITION_BY_COL$;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeExec;
import org.apache.spark.sql.execution.exchange.ShuffleOrigin;
import scala.runtime.BoxedUnit;

/**
 * Lets Spark group and join few rows in one task instead of shuffling them.
 *
 * <p>A shuffle is a job of its own, with planning, two rounds of tasks and files between them. For
 * some thousand rows all of that takes longer than the rows themselves.
 *
 * <p>Every exchange that serves to bring equal keys together becomes a single partition, which
 * holds all keys. A number of partitions that a stage has asked for stays as it is.
 *
 * @see <a
 *     href="https://spark.apache.org/docs/latest/api/java/org/apache/spark/sql/SparkSessionExtensions.html">
 *     SparkSessionExtensions</a>
 */
public final class OnePartition extends ColumnarRule {

  /**
   * Why Spark shuffles where it needs equal keys in one place, or was asked to bring them there.
   */
  private static final Set<ShuffleOrigin> BY_KEY =
      Set.of(ENSURE_REQUIREMENTS$.MODULE$, REPARTITION_BY_COL$.MODULE$);

  /** A session with the rule. It does not plan adaptively, since the rule is not asked then. */
  public static SparkSession.Builder in(SparkSession.Builder builder) {
    return builder
        .withExtensions(
            extensions -> {
              extensions.injectColumnar(session -> new OnePartition());
              return BoxedUnit.UNIT;
            })
        .config("spark.sql.adaptive.enabled", "false");
  }

  @Override
  public Rule<SparkPlan> preColumnarTransitions() {
    return new Rule<>() {
      @Override
      public SparkPlan apply(SparkPlan plan) {
        return inOnePartition(plan);
      }
    };
  }

  private static SparkPlan inOnePartition(SparkPlan plan) {
    SparkPlan mapped = plan.mapChildren(OnePartition::inOnePartition);
    if (mapped instanceof ShuffleExchangeExec exchange
        && BY_KEY.contains(exchange.shuffleOrigin())) {
      return new CoalesceExec(1, exchange.child());
    }
    return mapped;
  }
}
