package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.Program;
import dev.uncanned.pipeline.Undisturbed.From;
import dev.uncanned.store.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same kills for the usual way, Spark's overwrite of one table in place: to know that they do
 * harm where nothing guards against them.
 */
@Tag("spark")
class OverwriteKillTest {

  private static final int KILLS = 20;
  private static final int ROWS = 20_000;
  private static final int FILES = 4;
  private static final long SEED = 20_261_123;
  private static final long PAUSE_MILLIS = 20;

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private volatile boolean ends;
  private int reads;
  private int brokenReads;

  /** A night's rows in the files that Spark would read. */
  private Path night(int night) throws IOException, SQLException {
    Path rows = Files.createDirectories(folder.resolve("night" + night));
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement()) {
      for (int i = 0; i < FILES; i++) {
        statement.execute(
            "copy (select "
                + night
                + " as night, range as n, repeat('x', 200) as text from range("
                + ROWS / FILES
                + ")) to '"
                + rows.resolve("part" + i + ".parquet")
                + "' (format parquet)");
      }
    }
    return rows;
  }

  private Process start(Path rows, Path table) throws IOException {
    return new Program(folder.resolve("home"))
        .startClass(
            OverwriteRun.class,
            folder.resolve("said.txt"),
            List.of("-Xmx1g"),
            rows.toString(),
            table.toString(),
            folder.resolve("scratch").toString());
  }

  /** Whether a reader finds all rows of one night. */
  private static boolean isWhole(Path table) {
    try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duck.createStatement();
        ResultSet result =
            statement.executeQuery(
                "select count(*), count(distinct night) from read_parquet('"
                    + table
                    + "/*.parquet')")) {
      result.next();
      return result.getLong(1) == ROWS && result.getLong(2) == 1;
    } catch (SQLException noFiles) {
      return false;
    }
  }

  private boolean reached(Path table, From from) throws IOException {
    return switch (from) {
      case START -> true;
      case FIRST_WRITE -> Files.isDirectory(table.resolve("_temporary"));
      case LAST_WRITE, COMMIT -> Files.exists(table.resolve("_SUCCESS"));
    };
  }

  private void poll(Path table) {
    while (!ends) {
      reads++;
      brokenReads += isWhole(table) ? 0 : 1;
      try {
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException ended) {
        ends = true;
      }
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "uncanned.long", matches = "true")
  void readersSeeHalfATableAndKillsLoseIt() throws Exception {
    Path old = night(1);
    Path next = night(2);
    Path table = folder.resolve("table");
    copy(old, table);
    Process undisturbed = start(next, table);
    Undisturbed calm = new Undisturbed(undisturbed, from -> reached(table, from));
    assertThat(undisturbed.exitValue()).as(Files.readString(folder.resolve("said.txt"))).isZero();
    copy(old, table);
    Thread polling = new Thread(() -> poll(table));
    polling.start();
    int lost = 0;
    int kills = 0;
    while (kills < KILLS) {
      Process process = start(kills % 2 == 0 ? next : old, table);
      From from = kills % 3 == 0 ? From.START : From.FIRST_WRITE;
      if (calm.kill(process, from, mark -> reached(table, mark), random)) {
        kills++;
      }
      if (!isWhole(table)) {
        lost++;
        copy(old, table);
      }
    }
    ends = true;
    polling.join();
    System.out.println(
        KILLS
            + " kills of Spark's overwrite: "
            + lost
            + " left the table empty or in part, "
            + brokenReads
            + " of "
            + reads
            + " reads saw neither the old nor the new one");
    assertThat(lost).isPositive();
    assertThat(brokenReads).isPositive();
  }

  private static void copy(Path from, Path to) throws IOException {
    Folders.delete(to);
    Files.createDirectories(to);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
  }
}
