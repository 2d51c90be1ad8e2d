package dev.uncanned.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.uncanned.store.Manifest.PublishedFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The output folder: generations of tables and reports that appear all at once or not at all.
 *
 * <p>Layout:
 *
 * <pre>
 * LOCK                              lock file, never deleted
 * manifests/000000000042.json       immutable; creating it publishes generation 42
 * runs/000000000042-RUN_ID/         its files: tables/, restricted/, reports/, run.json
 * current -> runs/000000000042-…    a hint for readers, derived from the newest manifest
 * work/                             files of the run in progress
 * </pre>
 *
 * <p>Nothing that a reader may look at is ever overwritten. A run writes into a folder that has
 * never existed, makes it durable, and then creates the next manifest by a hard link, which fails
 * if the name is taken. A crash before that leaves the old generation and a folder that the next
 * run removes; a crash after it leaves the new generation and a hint that the next run sets right.
 *
 * <p>Works on file systems with hard links and atomic rename. Methods that write must be called
 * with the lock held.
 */
public final class Store {

  /** Version of the layout. */
  public static final String FORMAT_VERSION = "1.0";

  private static final int MAJOR = 1;
  private static final int MAJOR_DIGITS = 6;
  private static final String JSON = ".json";
  private static final int NUMBER_DIGITS = 12;

  private final Path root;
  private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  public Store(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  /** Makes the folders where they are missing, for the owner only. */
  public void create() throws IOException {
    OwnerOnly.createDirectories(root);
    OwnerOnly.createDirectories(manifests());
    OwnerOnly.createDirectories(runs());
  }

  /** Takes the lock of the output folder. */
  public StoreLock lock() throws IOException, StoreBusyException {
    return StoreLock.take(root.resolve("LOCK"));
  }

  /**
   * The newest published generation, from its manifest.
   *
   * @throws StoreNewerException if a newer program has written it
   */
  public Optional<Manifest> newest() throws IOException {
    long newest = newestNumber();
    if (newest == 0) {
      return Optional.empty();
    }
    JsonNode manifest = json.readTree(manifest(newest).toFile());
    requireKnown(manifest.path("format_version").asText());
    return Optional.of(json.treeToValue(manifest, Manifest.class));
  }

  /** Layouts of one major version can be read by all programs of that version. */
  private static void requireKnown(String version) throws StoreNewerException {
    int dot = version.indexOf('.');
    String major = dot < 0 ? version : version.substring(0, dot);
    boolean number =
        !major.isEmpty()
            && major.length() <= MAJOR_DIGITS
            && major.chars().allMatch(c -> c >= '0' && c <= '9');
    if (!number || Integer.parseInt(major) > MAJOR) {
      throw new StoreNewerException(number ? version : "of no known form");
    }
  }

  /** Folder of a published generation. */
  public Path folder(Manifest manifest) {
    return runs().resolve(numbered(manifest.generation()) + "-" + manifest.run_id());
  }

  /** The link that readers follow. */
  public Path current() {
    return root.resolve("current");
  }

  /** Folder for the working files of runs. */
  public Path work() {
    return root.resolve("work");
  }

  /**
   * Removes what crashed runs left and sets the hint for readers right.
   *
   * @param lock shows that no other run is at it
   */
  public void recover(StoreLock lock) throws IOException {
    lock.requireHeld();
    long newest = newestNumber();
    List<Path> dead = new ArrayList<>();
    try (Stream<Path> folders = Files.list(runs())) {
      folders.filter(folder -> numberOf(folder) > newest).forEach(dead::add);
    }
    for (Path folder : dead) {
      Folders.delete(folder);
    }
    try (Stream<Path> files = Files.list(manifests())) {
      for (Path file : files.filter(file -> isTemporary(file)).toList()) {
        Files.delete(file);
      }
    }
    Optional<Manifest> manifest = newest();
    if (manifest.isPresent()) {
      point(folder(manifest.get()));
    }
  }

  /** Begins the next generation in a fresh folder. */
  public Generation begin(String runId) throws IOException {
    long parent = newestNumber();
    Path folder = runs().resolve(numbered(parent + 1) + "-" + runId);
    Generation next = new Generation(parent + 1, parent, runId, folder);
    OwnerOnly.createDirectories(folder);
    OwnerOnly.createDirectories(next.tables());
    OwnerOnly.createDirectories(next.restricted());
    OwnerOnly.createDirectories(next.reports());
    return next;
  }

  /** Every file of a generation with size and hash, by path. */
  public List<PublishedFile> files(Generation generation) throws IOException {
    return Folders.files(generation.folder());
  }

  /**
   * Publishes a generation: makes its files durable and creates its manifest.
   *
   * @throws StoreBusyException if another run has published this number meanwhile
   */
  public void publish(Generation generation, Manifest manifest)
      throws IOException, StoreBusyException {
    Folders.force(generation.folder());
    Folders.forceFolder(runs());
    Path temporary = manifests().resolve(".tmp-" + generation.runId());
    Files.write(temporary, json.writeValueAsBytes(manifest));
    Folders.forceFile(temporary);
    try {
      Files.createLink(manifest(generation.number()), temporary);
    } catch (FileAlreadyExistsException taken) {
      throw new StoreBusyException();
    } finally {
      Files.delete(temporary);
    }
    Folders.forceFolder(manifests());
    point(generation.folder());
  }

  private void point(Path folder) throws IOException {
    Path target = root.relativize(folder);
    if (Files.isSymbolicLink(current()) && Files.readSymbolicLink(current()).equals(target)) {
      return;
    }
    Path next = root.resolve(".current-next");
    Files.deleteIfExists(next);
    Files.createSymbolicLink(next, target);
    Files.move(next, current(), StandardCopyOption.ATOMIC_MOVE);
    Folders.forceFolder(root);
  }

  private long newestNumber() throws IOException {
    if (!Files.isDirectory(manifests(), LinkOption.NOFOLLOW_LINKS)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(manifests())) {
      return files.filter(file -> !isTemporary(file)).mapToLong(Store::numberOf).max().orElse(0);
    }
  }

  private static boolean isTemporary(Path file) {
    return file.getFileName().toString().startsWith(".");
  }

  private static long numberOf(Path path) {
    String name = path.getFileName().toString();
    boolean numbered =
        name.length() > NUMBER_DIGITS
            && name.chars().limit(NUMBER_DIGITS).allMatch(c -> c >= '0' && c <= '9');
    return numbered ? Long.parseLong(name.substring(0, NUMBER_DIGITS)) : 0;
  }

  private static String numbered(long number) {
    String digits = Long.toString(number);
    return "0".repeat(NUMBER_DIGITS - digits.length()) + digits;
  }

  private Path manifest(long number) {
    return manifests().resolve(numbered(number) + JSON);
  }

  private Path manifests() {
    return root.resolve("manifests");
  }

  private Path runs() {
    return root.resolve("runs");
  }
}
