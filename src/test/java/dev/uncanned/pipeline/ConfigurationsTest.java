package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.Duck;
import dev.uncanned.Program;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tables are the same whatever Spark is told about threads, partitions and adaptive execution,
 * in one process or several, by whichever way texts are clustered, in whichever order the archives
 * are named.
 */
@Tag("spark")
class ConfigurationsTest {

  private static final int SOME = 3;

  @TempDir Path folder;

  @Test
  void tablesAreTheSameUnderAllConfigurations() throws Exception {
    int setups = Boolean.getBoolean("uncanned.long") ? ManyRuns.setups().size() : SOME;
    SmallExport.write(folder.resolve("in"), "a_olga.zip", "olga", 0, 90);
    SmallExport.write(folder.resolve("in"), "b_olga.zip", "olga", 60, 130);
    SmallExport.write(folder.resolve("in"), "c_paul.zip", "paul", 0, 70);
    Process process = start(setups);
    assertThat(process.waitFor()).as(Files.readString(said())).isZero();
    Map<String, String> usual = digests("usual");
    assertThat(usual).hasSizeGreaterThan(10);
    for (ManyRuns.Setup setup : ManyRuns.setups().subList(1, setups)) {
      assertThat(digests(setup.name())).as(setup.name()).isEqualTo(usual);
    }
    System.out.println(setups + " configurations, the same digests of " + usual.keySet());
  }

  private Path said() {
    return folder.resolve("said.txt");
  }

  /** Processes of a local cluster find the program where the environment says that Spark lives. */
  private Process start(int setups) throws IOException {
    Path home = folder.resolve("spark");
    Files.createDirectories(home.resolve("jars"));
    StringBuilder entries = new StringBuilder();
    for (String entry : Program.classPath().split(File.pathSeparator)) {
      entries.append(entries.isEmpty() ? "" : File.pathSeparator);
      entries.append(Path.of(entry).toAbsolutePath());
    }
    return new Program(folder.resolve("home"))
        .with("SPARK_HOME", home.toString())
        .with("SPARK_SCALA_VERSION", "2.13")
        .startClass(
            ManyRuns.class,
            said(),
            List.of("-Xmx1g", "-Dspark.executor.extraClassPath=" + entries),
            folder.resolve("in").toString(),
            folder.toString(),
            Integer.toString(setups));
  }

  /**
   * For each table but that of the figures of the run its number of rows and a sum over the hashes
   * of them without run_id, which tells the configuration of the clustering.
   */
  private Map<String, String> digests(String name) throws IOException, SQLException {
    Map<String, String> digests = new TreeMap<>();
    try (Duck duck = new Duck(Outputs.newest(folder.resolve(name)).folder())) {
      for (List<Object> view :
          duck.rows("select view_name from duckdb_views() where not internal")) {
        String table = view.get(0).toString();
        if (!table.equals("run_metrics")) {
          String rows = "select * exclude (run_id) from " + table;
          String sql = "select count(*), sum(hash(r)::hugeint) from (" + rows + ") r";
          digests.put(table, duck.rows(sql).get(0).toString());
        }
      }
    }
    return digests;
  }
}
