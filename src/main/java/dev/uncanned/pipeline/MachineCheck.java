package dev.uncanned.pipeline;

import dev.uncanned.store.Folders;
import dev.uncanned.store.OwnerOnly;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Looks at this machine: can runs work here, and what of them could others reach? */
public final class MachineCheck {

  private static final int TESTED_JAVA = 17;
  private static final long GIGA = 1L << 30;
  private static final double SPACE = 2.5;
  private static final Path SELF = Path.of("/proc/self");
  private static final String OUT = "output folder";

  private final Path out;
  private final Path key;
  private final Map<String, String> environment;
  private final List<Finding> findings = new ArrayList<>();

  /**
   * @param out output folder, which need not exist
   * @param key file of the pseudonym key, which need not exist
   * @param environment variables of the process
   */
  public MachineCheck(Path out, Path key, Map<String, String> environment) {
    this.out = out.toAbsolutePath().normalize();
    this.key = key.toAbsolutePath().normalize();
    this.environment = Map.copyOf(environment);
  }

  /** Everything that was found, good or bad. */
  public List<Finding> findings() {
    java();
    key();
    try {
      Path probed = folder();
      fileSystem(probed);
      space(probed);
      findings.addAll(spillFolders(environment));
      spark(probed);
    } catch (IOException failure) {
      findings.add(
          Finding.bad(OUT, "it cannot be made, read or written", "check its path and rights"));
    }
    return List.copyOf(findings);
  }

  private void java() {
    int version = Runtime.version().feature();
    findings.add(
        version == TESTED_JAVA
            ? Finding.ok("java", "Java " + version)
            : Finding.warn(
                "java", "Java " + version + " is not tested", "use Java " + TESTED_JAVA));
    List<String> options = ManagementFactory.getRuntimeMXBean().getInputArguments();
    if (options.contains("-XX:+HeapDumpOnOutOfMemoryError")) {
      findings.add(
          Finding.warn(
              "java",
              "a dump of the memory would hold messages",
              "remove -XX:+HeapDumpOnOutOfMemoryError from the options of Java"));
    }
  }

  private void key() {
    if (!Files.exists(key)) {
      findings.add(
          Finding.warn(
              "pseudonym key", "there is none yet", "the first run makes it; keep a copy of it"));
      return;
    }
    if (OutputPlace.holds(out, key)) {
      findings.add(
          Finding.bad(
              "pseudonym key",
              "it lies inside the output folder",
              "keep it elsewhere, see --key-file"));
    }
    try {
      PseudonymKey.read(key, key);
      findings.add(Finding.ok("pseudonym key", "only its owner can read it"));
    } catch (UserException wrong) {
      findings.add(
          Finding.bad(
              "pseudonym key", "it is readable by others, or no key", "run chmod 600 on it"));
    }
  }

  /** The output folder, or the nearest folder above it that exists. */
  private Path folder() throws IOException {
    Path folder = out;
    while (folder != null && !Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IOException("no folder above the output folder exists");
    }
    if (folder.equals(out)) {
      rights();
    }
    return folder;
  }

  private void rights() throws IOException {
    if (!out.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      findings.add(
          Finding.warn(
              OUT, "this system has no rights that could be checked", "guard it yourself"));
      return;
    }
    long open = 0;
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(one -> !Files.isSymbolicLink(one)).toList()) {
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(file);
        boolean others = rights.stream().anyMatch(right -> !right.name().startsWith("OWNER_"));
        open += others ? 1 : 0;
      }
    } catch (UncheckedIOException moving) {
      throw moving.getCause();
    }
    findings.add(
        open == 0
            ? Finding.ok(OUT, "only its owner can read it")
            : Finding.bad(
                OUT,
                "others have rights to " + open + " of its files or folders",
                "run chmod -R go= on it"));
  }

  private void fileSystem(Path folder) throws IOException {
    Path probe = folder.resolve(".uncanned-doctor");
    Folders.delete(probe);
    OwnerOnly.createDirectories(probe);
    try {
      String missing = missing(probe);
      findings.add(
          missing == null
              ? Finding.ok("file system", "hard links and atomic rename work")
              : Finding.bad(
                  "file system",
                  missing + " does not work, so generations cannot be published safely",
                  "put the output folder on a local disk"));
    } finally {
      Folders.delete(probe);
    }
  }

  private static String missing(Path probe) throws IOException {
    Path one = Files.createFile(probe.resolve("one"));
    Path two = probe.resolve("two");
    try {
      Files.createLink(two, one);
    } catch (IOException | UnsupportedOperationException none) {
      return "a hard link";
    }
    try {
      Files.createLink(two, one);
      return "the refusal of a hard link whose name is taken";
    } catch (FileAlreadyExistsException right) {
      return moves(probe, one) ? null : "an atomic rename";
    }
  }

  private static boolean moves(Path probe, Path one) {
    try {
      Files.move(one, probe.resolve("two"), StandardCopyOption.ATOMIC_MOVE);
      return true;
    } catch (IOException none) {
      return false;
    }
  }

  private void space(Path folder) throws IOException {
    long free = Files.getFileStore(folder).getUsableSpace();
    long needed = folder.equals(out) ? (long) (SPACE * newest()) : 0;
    String found = String.format(Locale.ROOT, "%.1f GB are free", (double) free / GIGA);
    boolean tight = free < Math.max(needed, GIGA);
    findings.add(
        tight
            ? Finding.warn("disk", found, "remove old generations with uncanned gc, or make room")
            : Finding.ok("disk", found));
    String type = Files.getFileStore(folder).type();
    if (type.equals("tmpfs")) {
      findings.add(
          Finding.warn(
              "disk",
              "the output folder lies in memory",
              "put it on a disk: it is gone at restart"));
    }
  }

  private long newest() {
    try {
      return Outputs.newest(out).manifest().files().stream().mapToLong(file -> file.bytes()).sum();
    } catch (UserException none) {
      return 0;
    }
  }

  /** Spark prefers what these variables name to the folder that the program gives it. */
  static List<Finding> spillFolders(Map<String, String> environment) {
    List<String> set =
        Stream.of("SPARK_EXECUTOR_DIRS", "SPARK_LOCAL_DIRS")
            .filter(environment::containsKey)
            .toList();
    return set.isEmpty()
        ? List.of()
        : List.of(
            Finding.warn(
                "scratch space",
                "the environment names folders in which Spark would put texts: " + set,
                "unset them; jobs/uncanned does so for runs on this machine"));
  }

  private void spark(Path folder) throws IOException {
    Path scratch = folder.resolve(".uncanned-doctor");
    OwnerOnly.createDirectories(scratch);
    SparkSession session = SparkSessions.local(scratch, 0);
    try {
      session.range(1).count();
      sockets();
      settings(session.sparkContext().getConf());
    } finally {
      session.stop();
      Folders.delete(scratch);
    }
  }

  private void sockets() {
    try {
      List<ListeningSockets.Socket> sockets = ListeningSockets.of(SELF);
      List<Integer> open =
          sockets.stream()
              .filter(socket -> !socket.loopback())
              .map(ListeningSockets.Socket::port)
              .sorted()
              .toList();
      findings.add(
          open.isEmpty()
              ? Finding.ok(
                  "sockets", sockets.size() + " listen during a run, none off this machine")
              : Finding.bad(
                  "sockets",
                  "others can reach the ports " + open + " during a run",
                  "unset SPARK_LOCAL_IP and settings of spark that the environment brings"));
    } catch (IOException unknown) {
      findings.add(
          Finding.warn("sockets", "this system does not tell which ones listen", "see lsof -i"));
    }
  }

  private void settings(SparkConf conf) {
    Map<String, String> wanted =
        Map.of(
            "spark.ui.enabled", "false",
            "spark.authenticate", "true",
            "spark.eventLog.enabled", "false",
            "spark.hadoop.fs.permissions.umask-mode", "077");
    List<String> wrong =
        wanted.keySet().stream()
            .filter(setting -> !conf.get(setting, "").equals(wanted.get(setting)))
            .sorted()
            .toList();
    findings.add(
        wrong.isEmpty()
            ? Finding.ok("spark", "no user interface, no event log, authenticated, owner only")
            : Finding.bad(
                "spark", "not as the program sets it: " + wrong, "unset what overrides it"));
  }
}
