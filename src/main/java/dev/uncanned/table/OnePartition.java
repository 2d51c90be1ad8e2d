package dev.uncanned.table;

import org.apache.spark.sql.SparkSessionExtensions;
import org.apache.spark.sql.catalyst.rules.Rule;
import org.apache.spark.sql.execution.CoalesceExec;
import org.apache.spark.sql.execution.ColumnarRule;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.execution.exchange.ENSURE_REQUIREMENTS$;
import org.apache.spark.sql.execution.exchange.ShuffleExchangeExec;

/**
 * Lets Spark group and join few rows in one task instead of shuffling them.
 *
 * <p>A shuffle is a job of its own, with planning, two rounds of tasks and files between them. For
 * some thousand rows all of that takes longer than the rows themselves.
 *
 * <p>Every exchange that Spark inserts so that equal keys meet becomes a single partition, which
 * holds all keys. Partitions that a stage has asked for stay as they are.
 *
 * @see <a
 *     href="https://spark.apache.org/docs/latest/api/java/org/apache/spark/sql/SparkSessionExtensions.html">
 *     SparkSessionExtensions</a>
 */
public final class OnePartition extends ColumnarRule {

  /** Adds the rule to a session that does not plan adaptively; it is not asked where one does. */
  public static void addTo(SparkSessionExtensions extensions) {
    extensions.injectColumnar(session -> new OnePartition());
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
    boolean bySpark =
        mapped instanceof ShuffleExchangeExec exchange
            && exchange.shuffleOrigin().equals(ENSURE_REQUIREMENTS$.MODULE$);
    return bySpark ? new CoalesceExec(1, ((ShuffleExchangeExec) mapped).child()) : mapped;
  }
}
