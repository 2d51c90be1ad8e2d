package dev.uncanned.pipeline;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks at an existing Spark cluster: what of a run's data could others reach there?
 *
 * <p>It changes nothing and starts no job; it reads the settings below {@code SPARK_HOME} and
 * knocks at the ports of the master. None of Spark's security features is on by default.
 *
 * <p>Source: Spark documentation, "Spark Security".
 */
public final class ClusterCheck {

  private static final Pattern CORE = Pattern.compile("spark-core_2\\.13-(\\d+\\.\\d+)\\..*\\.jar");
  private static final String BUILT_FOR = "4.2";
  private static final int UI = 8080;
  private static final int REST = 6066;
  private static final int TIMEOUT_MILLIS = 2000;

  private final Path sparkHome;
  private final String host;
  private final int uiPort;
  private final int restPort;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param sparkHome installation whose {@code spark-submit} is used; null if unknown
   * @param master such as {@code spark://host:7077}
   */
  public ClusterCheck(Path sparkHome, String master) {
    this(sparkHome, master, UI, REST);
  }

  ClusterCheck(Path sparkHome, String master, int uiPort, int restPort) {
    this.sparkHome = sparkHome;
    this.host = master.startsWith("spark://") ? URI.create(master).getHost() : null;
    this.uiPort = uiPort;
    this.restPort = restPort;
  }

  /** Everything that was found, good or bad. */
  public List<Finding> findings() {
    if (sparkHome == null || !Files.isDirectory(sparkHome)) {
      findings.add(
          Finding.bad(
              "installation", "SPARK_HOME names no folder", "set it to that of the cluster"));
    } else {
      version();
      settings();
    }
    if (host != null) {
      ports();
    }
    return List.copyOf(findings);
  }

  private void version() {
    String found = null;
    try (Stream<Path> jars = Files.list(sparkHome.resolve("jars"))) {
      for (Path jar : jars.toList()) {
        Matcher core = CORE.matcher(jar.getFileName().toString());
        found = core.matches() ? core.group(1) : found;
      }
    } catch (IOException none) {
      found = null;
    }
    findings.add(
        BUILT_FOR.equals(found)
            ? Finding.ok("version", "Spark " + found)
            : Finding.bad(
                "version",
                found == null ? "no Spark for Scala 2.13 is there" : "Spark " + found,
                "use Spark " + BUILT_FOR + " for Scala 2.13"));
  }

  private void settings() {
    Map<String, String> set;
    try {
      set = read(sparkHome.resolve("conf").resolve("spark-defaults.conf"));
    } catch (IOException failure) {
      findings.add(
          Finding.warn("settings", "spark-defaults.conf cannot be read", "check its rights"));
      return;
    }
    wants(
        set,
        "spark.authenticate",
        "anyone who reaches the master can run code on it and read what runs keep");
    boolean encrypted = on(set, "spark.ssl.rpc.enabled") || on(set, "spark.network.crypto.enabled");
    findings.add(
        encrypted
            ? Finding.ok("transport", "encrypted")
            : Finding.warn(
                "transport",
                "messages travel between the nodes as plain text",
                "set spark.ssl.rpc.enabled or spark.network.crypto.enabled"));
    wants(
        set, "spark.io.encryption.enabled", "what does not fit into memory lies on disks in plain");
    boolean guarded = set.containsKey("spark.ui.filters") || on(set, "spark.acls.enable");
    boolean off = "false".equals(set.get("spark.ui.enabled"));
    findings.add(
        guarded || off
            ? Finding.ok("user interface", off ? "off" : "guarded")
            : Finding.warn(
                "user interface",
                "the pages of a run can be seen by anyone who reaches them",
                "set spark.ui.filters and spark.acls.enable, or spark.ui.enabled false"));
    eventLog(set);
  }

  /** Java's own format of properties: Spark separates by white space, too. */
  private static Map<String, String> read(Path file) throws IOException {
    Map<String, String> set = new TreeMap<>();
    if (!Files.exists(file)) {
      return set;
    }
    for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
      String[] pair = line.strip().split("[\\s=:]+", 2);
      if (pair.length == 2 && !pair[0].startsWith("#")) {
        set.put(pair[0], pair[1].strip());
      }
    }
    return set;
  }

  private static boolean on(Map<String, String> set, String name) {
    return "true".equalsIgnoreCase(set.get(name));
  }

  private void wants(Map<String, String> set, String name, String otherwise) {
    findings.add(
        on(set, name)
            ? Finding.ok(name, "on")
            : Finding.warn(name, otherwise, "set " + name + " true"));
  }

  private void eventLog(Map<String, String> set) {
    if (!on(set, "spark.eventLog.enabled")) {
      findings.add(Finding.ok("event log", "off"));
      return;
    }
    String folder = set.getOrDefault("spark.eventLog.dir", "/tmp/spark-events");
    findings.add(
        Finding.warn(
            "event log",
            "it keeps the plans of every run"
                + (openToOthers(folder) ? ", readable by others" : ""),
            "set spark.eventLog.enabled false for this job, or guard " + folder));
  }

  private static boolean openToOthers(String folder) {
    Path path = Path.of(folder.replaceFirst("^file:(//)?", ""));
    try {
      return Files.getPosixFilePermissions(path).contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException elsewhere) {
      return false;
    }
  }

  private void ports() {
    knock(uiPort, "the master's pages", "close it, or guard it with spark.ui.filters");
    knock(
        restPort,
        "the master's REST interface, which knows no authentication,",
        "set spark.master.rest.enabled false");
  }

  private void knock(int port, String what, String wayOut) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
      findings.add(Finding.warn("port " + port, what + " can be reached from here", wayOut));
    } catch (IOException closed) {
      findings.add(Finding.ok("port " + port, "closed from here"));
    }
  }
}
