package dev.uncanned;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands the one Spark session of the test JVM to test methods that ask for it. */
public final class SparkTest implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == SparkSession.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.GLOBAL)
        .getOrComputeIfAbsent(Running.class, type -> new Running(), Running.class)
        .session();
  }

  /**
   * A session on the same engine for tables of which the partitioning must not matter: shuffles
   * have a random number of partitions, and tables are joined by shuffles in half of these
   * sessions.
   *
   * <p>Left to itself, Spark puts the rows of a small test into one partition and broadcasts them.
   */
  public static SparkSession partitioned(SparkSession spark, SplittableRandom random) {
    SparkSession session = spark.newSession();
    session.conf().set("spark.sql.adaptive.coalescePartitions.enabled", "false");
    session.conf().set("spark.sql.shuffle.partitions", 1 + random.nextInt(13));
    if (random.nextBoolean()) {
      session.conf().set("spark.sql.autoBroadcastJoinThreshold", "-1");
    }
    return session;
  }

  /** The session, closed when all tests are through. */
  private static final class Running implements AutoCloseable {

    private final SparkSession session =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", "false")
            // As in a run on this machine.
            .config("spark.sql.codegen.wholeStage", "false")
            .config("spark.sql.artifact.isolation.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", "3")
            .config("spark.sql.session.timeZone", "UTC")
            .config("spark.local.dir", scratch().toString())
            .getOrCreate();

    SparkSession session() {
      return session;
    }

    private static Path scratch() {
      try {
        return Files.createTempDirectory("uncanned-test");
      } catch (java.io.IOException failure) {
        throw new java.io.UncheckedIOException(failure);
      }
    }

    @Override
    public void close() {
      session.stop();
    }
  }
}
