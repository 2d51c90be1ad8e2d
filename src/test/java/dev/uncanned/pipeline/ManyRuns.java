package dev.uncanned.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A process that carries out the same request under one configuration of Spark after the other. */
public final class ManyRuns {

  /**
   * One configuration.
   *
   * @param name of its output folder
   * @param master of Spark; null for the usual one
   * @param backwards whether the archives are named in the other order
   * @param shuffled whether texts are clustered by shuffles instead of in one task
   * @param settings of Spark
   */
  record Setup(
      String name,
      String master,
      boolean backwards,
      boolean shuffled,
      Map<String, String> settings) {

    /**
     * The one with threads, partitions and adaptive execution as told by a word such as 4:64:off.
     */
    static Setup of(String word, String master, boolean backwards, boolean shuffled) {
      String[] parts = word.split(":");
      Map<String, String> settings = new LinkedHashMap<>();
      settings.put("spark.sql.shuffle.partitions", parts[1]);
      settings.put("spark.sql.adaptive.enabled", Boolean.toString(parts[2].equals("on")));
      settings.put("spark.ui.enabled", "false");
      settings.put("spark.driver.host", "127.0.0.1");
      settings.put("spark.driver.bindAddress", "127.0.0.1");
      String where = master == null ? "local[" + parts[0] + "]" : master;
      String name = where + " " + word + (backwards ? " back" : "") + (shuffled ? " shuffled" : "");
      return new Setup(name.replaceAll("[^a-z0-9]+", "-"), where, backwards, shuffled, settings);
    }

    static Setup usual() {
      return new Setup("usual", null, false, false, Map.of());
    }
  }

  private static final String CLUSTER = "local-cluster[2,1,1024]";

  private ManyRuns() {}

  /** The configurations, the most different ones first. */
  static List<Setup> setups() {
    return List.of(
        Setup.usual(),
        Setup.of("1:1:off", null, false, true),
        Setup.of("2:7:on", CLUSTER, true, false),
        Setup.of("2:7:on", null, false, true),
        Setup.of("4:64:off", null, true, false),
        Setup.of("4:7:on", null, true, true),
        Setup.of("1:7:on", null, false, false),
        Setup.of("1:64:on", null, true, false),
        Setup.of("1:1:on", null, false, true),
        Setup.of("2:1:on", null, false, false),
        Setup.of("2:64:off", null, false, false),
        Setup.of("2:7:off", null, true, false),
        Setup.of("2:64:on", null, true, true),
        Setup.of("4:1:off", null, false, false),
        Setup.of("4:64:on", null, false, true),
        Setup.of("4:7:off", null, false, false),
        Setup.of("2:64:off", CLUSTER, false, true),
        Setup.of("2:1:on", CLUSTER, true, false));
  }

  /** Arguments: folder with the archives, folder for the results, how many configurations. */
  public static void main(String[] arguments) throws Exception {
    Path in = Path.of(arguments[0]);
    Path to = Path.of(arguments[1]);
    Path shuffled = to.resolve("shuffled.yaml");
    Files.writeString(shuffled, "cluster:\n  max_texts_in_one_task: 1\n");
    for (Setup setup : setups().subList(0, Integer.parseInt(arguments[2]))) {
      setup.settings().forEach(System::setProperty);
      Runner runner =
          new Runner(
              System.getenv(), to.toString(), new RunRecord(step -> {}, InstantSource.system()));
      runner.run(request(setup, in, to.resolve(setup.name()), shuffled));
      setup.settings().keySet().forEach(System::clearProperty);
    }
  }

  private static RunRequest request(Setup setup, Path in, Path out, Path shuffled)
      throws IOException {
    List<Path> archives;
    try (var files = Files.list(in)) {
      archives = new ArrayList<>(files.sorted().toList());
    }
    if (setup.backwards()) {
      Collections.reverse(archives);
    }
    return new RunRequest(
        archives,
        out,
        null,
        null,
        null,
        setup.shuffled() ? shuffled : null,
        null,
        RunRequest.Until.REPORT,
        setup.master(),
        null,
        false,
        false,
        false,
        false,
        0);
  }
}
