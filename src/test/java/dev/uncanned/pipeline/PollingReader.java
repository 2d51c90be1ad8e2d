package dev.uncanned.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.Duck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A reader that looks at an output folder all the time, by each of the ways that readers are told
 * to go: the link, the hint file and the manifests. It knows the layout from its documentation and
 * shares no code with the writer.
 */
final class PollingReader implements Runnable {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String RUNS = "runs";
  private static final String STAMP = "unix:ctime,ino,size";
  private static final long PAUSE_MILLIS = 10;

  private final Path out;
  private final Map<Path, String> hashes = new HashMap<>();
  private final Map<String, Long> last = new HashMap<>();
  private final List<String> faults = new ArrayList<>();
  private int reads;
  private volatile boolean ends;

  PollingReader(Path out) {
    this.out = out;
  }

  /** Ends the thread after a last look. */
  void end() {
    ends = true;
  }

  /** How often a generation was read, file by file; after the end. */
  int reads() {
    return reads;
  }

  /** What a reader must never see; after the end. */
  List<String> faults() {
    return faults;
  }

  @Override
  public void run() {
    boolean goesOn = true;
    while (goesOn) {
      goesOn = !ends;
      try {
        look();
        Thread.sleep(PAUSE_MILLIS);
      } catch (InterruptedException | IOException | SQLException failed) {
        faults.add(failed.toString());
      }
    }
  }

  private void look() throws IOException, SQLException {
    Path link = out.resolve("current");
    if (Files.isSymbolicLink(link) || last.containsKey("current")) {
      seen("current", link.toRealPath().getFileName().toString());
    }
    Path hint = out.resolve("CURRENT.json");
    if (Files.exists(hint) || last.containsKey("CURRENT.json")) {
      JsonNode read = JSON.readTree(hint.toFile());
      seen("CURRENT.json", Path.of(read.get("folder").asText()).getFileName().toString());
    }
    Optional<Path> newest = newestManifest();
    if (newest.isPresent() || last.containsKey("manifests")) {
      JsonNode manifest = JSON.readTree(newest.orElseThrow().toFile());
      seen("manifests", manifest.get("run_folder").asText());
    }
  }

  private Optional<Path> newestManifest() throws IOException {
    Path folder = out.resolve("manifests");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches("\\d{12}\\.json"))
          .max(Comparator.naturalOrder());
    }
  }

  private void seen(String way, String folder) throws IOException, SQLException {
    String number = folder.substring(0, "000000000001".length());
    JsonNode manifest = JSON.readTree(out.resolve("manifests").resolve(number + ".json").toFile());
    long generation = manifest.get("generation").asLong();
    Long before = last.put(way, generation);
    if (before != null && before > generation) {
      faults.add(way + " went back from " + before + " to " + generation);
    }
    requireFiles(way, manifest, "files", out.resolve(RUNS).resolve(folder));
    requireFiles(way, manifest, "state", out.resolve("state"));
    if (before == null || before != generation) {
      requireRows(way, manifest, out.resolve(RUNS).resolve(folder));
    }
    reads++;
  }

  private void requireFiles(String way, JsonNode manifest, String list, Path folder)
      throws IOException {
    for (JsonNode file : manifest.get(list)) {
      Path path = folder.resolve(file.get("path").asText());
      if (Files.size(path) != file.get("bytes").asLong()
          || !hash(path).equals(file.get("sha256").asText())) {
        faults.add(way + ": " + file.get("path").asText() + " is not what was published");
      }
    }
  }

  /** A file is read again whenever anything was done to it: no write leaves its stamp as it was. */
  private String hash(Path path) throws IOException {
    String stamp = Files.readAttributes(path, STAMP).toString();
    String known = hashes.get(path);
    if (known == null || !known.startsWith(stamp)) {
      known = stamp + sha256(Files.readAllBytes(path));
      hashes.put(path, known);
    }
    return known.substring(stamp.length());
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException none) {
      throw new IllegalStateException(none);
    }
  }

  /** Each table has the rows that the manifest says, and all of them are of its run. */
  private void requireRows(String way, JsonNode manifest, Path folder)
      throws IOException, SQLException {
    String run = manifest.get("run_id").asText();
    try (Duck duck = new Duck(folder)) {
      for (JsonNode table : manifest.get("tables")) {
        String name = Path.of(table.get("path").asText()).getFileName().toString();
        List<Object> row =
            duck.rows(
                    "select count(*), count(*) filter (run_id is distinct from '"
                        + run
                        + "') from "
                        + name)
                .get(0);
        if (((Number) row.get(0)).longValue() != table.get("rows").asLong()
            || ((Number) row.get(1)).longValue() != 0) {
          faults.add(way + ": " + name + " has rows " + row + " of generation " + run);
        }
      }
    }
  }
}
