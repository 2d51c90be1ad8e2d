package dev.uncanned.store;

import dev.uncanned.store.Manifest.PublishedFile;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The output folder: generations of tables, reports and state that appear all at once or not at
 * all.
 *
 * <p>Layout:
 *
 * <pre>
 * LOCK                              lock file, never deleted
 * manifests/000000000042.json       immutable; creating it publishes generation 42
 * runs/000000000042-RUN_ID/         its files: tables/, restricted/, reports/, run.json
 * state/TABLE/000000000042-RUN_ID/  a segment of the state between nights, immutable; which
 *                                   segments are live is said by a manifest
 * current -> runs/000000000042-…    a hint for readers, derived from the newest manifest
 * CURRENT.json                      the same hint for those who cannot follow a link
 * work/                             files of the run in progress, or of one that was stopped
 * </pre>
 *
 * <p>Nothing that a reader may look at is ever overwritten. A run writes into folders that have
 * never existed, makes them durable, and then creates the next manifest by a hard link, which fails
 * if the name is taken. A crash before that leaves the old generation and folders that the next run
 * removes; a crash after it leaves the new generation and hints that the next run sets right.
 *
 * <p>Works on file systems with hard links and atomic rename. Methods that take a lock, and {@link
 * #begin} and {@link #publish}, must be called with the lock held.
 */
public final class Store {

  /** Version of the layout: 1.1 seals manifests and knows state, tables and rollbacks. */
  public static final String FORMAT_VERSION = "1.1";

  static final String RUNS = "runs";

  private final Disk disk;
  private final Path root;
  private final FileTree tree;
  private final ManifestLog log;
  private final Hints hints;
  private final Collector collector;

  /** The output folder at a place on this machine, which need not exist yet. */
  public Store(Path root) {
    this(root, new LocalDisk());
  }

  Store(Path root, Disk disk) {
    this.disk = disk;
    this.root = root.toAbsolutePath().normalize();
    this.tree = new FileTree(disk);
    this.log = new ManifestLog(disk, manifests());
    this.hints = new Hints(disk, this.root);
    this.collector = new Collector(disk, log, runs(), states(), work());
  }

  /** Makes the folders where they are missing, for the owner only. */
  public void create() throws IOException {
    tree.create(root);
    tree.create(manifests());
    tree.create(runs());
    tree.create(states());
  }

  /** Whether the folder is an output folder already. */
  public boolean exists() {
    return Files.isDirectory(manifests());
  }

  /** Takes the lock of the output folder, or fails at once. */
  public StoreLock lock() throws IOException, StoreBusyException {
    return lock(0);
  }

  /** Takes the lock of the output folder; waits for another run as long as is said. */
  public StoreLock lock(int waitSeconds) throws IOException, StoreBusyException {
    return StoreLock.take(disk, root.resolve("LOCK"), waitSeconds);
  }

  /**
   * The newest published generation, from the newest manifest that is whole.
   *
   * @throws StoreNewerException if a newer program has written it
   */
  public Optional<Manifest> newest() throws IOException {
    return log.newest();
  }

  /** All generations that are kept, from the oldest to the newest. */
  public List<Manifest> generations() throws IOException {
    return log.all();
  }

  /** A generation that is kept. */
  public Manifest generation(long number) throws IOException, NoSuchGenerationException {
    Optional<Manifest> manifest = log.read(number);
    if (manifest.isEmpty()) {
      List<Long> kept = log.all().stream().map(Manifest::generation).toList();
      throw new NoSuchGenerationException(number, kept);
    }
    return manifest.get();
  }

  /** Numbers of the manifests that are damaged and therefore not looked at. */
  public Set<Long> damagedManifests() throws IOException {
    return log.damaged(log.all());
  }

  /** Whether the hints for readers name this generation. */
  public boolean hintsAgree(Manifest manifest) throws IOException {
    return hints.agree(manifest);
  }

  /** Folder of a published generation. */
  public Path folder(Manifest manifest) {
    return runs().resolve(manifest.run_folder());
  }

  /** The live files of one table of the state. */
  public List<Path> state(Manifest manifest, String table) {
    return manifest.state().stream()
        .filter(file -> file.path().startsWith(table + "/"))
        .map(this::statePath)
        .toList();
  }

  /** Where a file of the state lies. */
  public Path statePath(PublishedFile file) {
    return states().resolve(file.path());
  }

  /** The number that the next generation will have. */
  public long nextNumber() throws IOException {
    return log.last() + 1;
  }

  /** The link that readers follow. */
  public Path current() {
    return hints.link();
  }

  /** Folder for the working files of runs. */
  public Path work() {
    return root.resolve("work");
  }

  /**
   * Removes what crashed runs left and sets the hints for readers right.
   *
   * @param lock shows that no other run is at it
   */
  public void recover(StoreLock lock) throws IOException {
    lock.requireHeld();
    Optional<Manifest> newest = newest();
    log.removeTemporaries();
    hints.removeTemporaries();
    if (newest.isPresent()) {
      hints.point(newest.get());
    }
    collector.removeDead();
  }

  /**
   * Begins the next generation in a fresh folder.
   *
   * @throws StoreBusyException if another run has begun the same
   */
  public Generation begin(String runId) throws IOException, StoreBusyException {
    long parent = newest().map(Manifest::generation).orElse(0L);
    long number = log.last() + 1;
    Path folder = runs().resolve(Numbered.name(number) + "-" + runId);
    Generation next = new Generation(number, parent, runId, folder);
    createFresh(folder);
    disk.createFolder(next.tables());
    disk.createFolder(next.restricted());
    disk.createFolder(next.reports());
    return next;
  }

  /**
   * Begins a segment of the state that becomes live when the generation is published.
   *
   * @param table name of a table of the state
   * @return a fresh folder for its files
   * @throws StoreBusyException if there is such a segment already
   */
  public Path beginState(Generation generation, String table)
      throws IOException, StoreBusyException {
    tree.create(states().resolve(table));
    Path segment = segment(generation, states().resolve(table));
    createFresh(segment);
    return segment;
  }

  private void createFresh(Path folder) throws IOException, StoreBusyException {
    try {
      disk.createFolder(folder);
    } catch (FileAlreadyExistsException taken) {
      throw new StoreBusyException();
    }
  }

  private static Path segment(Generation generation, Path table) {
    return table.resolve(generation.folder().getFileName());
  }

  /** Every file of a generation with size and hash, by path. */
  public List<PublishedFile> files(Generation generation) throws IOException {
    return tree.files(generation.folder(), generation.folder());
  }

  /** Every file of the state that was written with a generation, with size and hash, by path. */
  public List<PublishedFile> newState(Generation generation) throws IOException {
    List<PublishedFile> files = new ArrayList<>();
    for (Path table : disk.list(states())) {
      files.addAll(tree.files(states(), segment(generation, table)));
    }
    return files;
  }

  /**
   * Publishes a generation: makes its files durable and creates its manifest.
   *
   * @throws StoreBusyException if another run has published this number meanwhile
   * @throws DamagedException if a file that the manifest names is not there
   */
  public void publish(Generation generation, Manifest manifest)
      throws IOException, StoreBusyException {
    requireFiles(manifest);
    tree.force(generation.folder());
    disk.forceFolder(runs());
    for (Path table : disk.list(states())) {
      Path segment = segment(generation, table);
      if (disk.exists(segment)) {
        tree.force(segment);
        disk.forceFolder(table);
      }
    }
    commit(manifest);
  }

  private void commit(Manifest manifest) throws IOException, StoreBusyException {
    log.create(manifest);
    hints.point(log.read(manifest.generation()).orElseThrow(() -> damaged("its manifest")));
  }

  /**
   * Publishes an older generation once more, under the next number: its tables and its state. Takes
   * the same short time whatever their size.
   *
   * @return the new manifest; the newest one, if that is what was asked for
   */
  public Manifest rollback(StoreLock lock, long to)
      throws IOException, NoSuchGenerationException, StoreBusyException {
    lock.requireHeld();
    Manifest target = generation(to);
    long parent = newest().map(Manifest::generation).orElse(0L);
    if (to == parent) {
      return target;
    }
    requireFiles(target);
    Manifest again = target.again(log.last() + 1, parent);
    commit(again);
    return again;
  }

  /** Every file that a manifest names is there with its size; its content is not looked at. */
  private void requireFiles(Manifest manifest) throws IOException {
    for (PublishedFile file : manifest.files()) {
      requireFile(folder(manifest).resolve(file.path()), file);
    }
    for (PublishedFile file : manifest.state()) {
      requireFile(states().resolve(file.path()), file);
    }
  }

  private void requireFile(Path path, PublishedFile file) throws IOException {
    if (!disk.exists(path) || disk.bytes(path) != file.bytes()) {
      throw damaged(file.path());
    }
  }

  private static DamagedException damaged(String what) {
    return new DamagedException(what + " is missing or not as it was written");
  }

  /**
   * Compares every file of a generation and its state with the manifest.
   *
   * @return one line for each file that is missing, changed or not listed; empty if all is well
   */
  public List<String> verify(Manifest manifest) throws IOException {
    List<String> faults = new ArrayList<>();
    Path folder = folder(manifest);
    Set<PublishedFile> found = new HashSet<>();
    Set<String> paths = new HashSet<>();
    for (PublishedFile file : tree.files(folder, folder)) {
      found.add(file);
      paths.add(file.path());
    }
    for (PublishedFile file : manifest.files()) {
      if (!paths.remove(file.path())) {
        faults.add(file.path() + ": missing");
      } else if (!found.contains(PublishedFile.of(file.path(), file.bytes(), file.sha256()))) {
        faults.add(file.path() + ": changed");
      }
    }
    paths.stream().sorted().forEach(path -> faults.add(path + ": not listed"));
    faults.addAll(verifyState(manifest, file -> true));
    return faults;
  }

  /**
   * Compares the state of a generation with the manifest.
   *
   * @param files which files are looked at, by their paths below the state
   * @return one line for each file that is missing or changed; empty if all is well
   */
  public List<String> verifyState(Manifest manifest, Predicate<String> files) throws IOException {
    List<String> faults = new ArrayList<>();
    for (PublishedFile file : manifest.state()) {
      if (!files.test(file.path())) {
        continue;
      }
      Path path = statePath(file);
      if (!disk.exists(path)) {
        faults.add("state/" + file.path() + ": missing");
      } else if (!tree.sha256(path).equals(file.sha256())) {
        faults.add("state/" + file.path() + ": changed");
      }
    }
    return faults;
  }

  /**
   * What a collection would remove.
   *
   * @param now the present moment, to tell which generations are young
   */
  public Garbage garbage(Retention retention, Instant now) throws IOException {
    return collector.plan(retention, now);
  }

  /**
   * Removes all generations before one, however young, and what belongs to none; also those whose
   * manifests are damaged.
   */
  public void removeBefore(StoreLock lock, long generation) throws IOException {
    lock.requireHeld();
    collector.remove(collector.before(generation));
  }

  /** Removes generations that need not be kept, and what belongs to none. */
  public Garbage collect(StoreLock lock, Retention retention, Instant now) throws IOException {
    lock.requireHeld();
    Garbage garbage = garbage(retention, now);
    collector.remove(garbage);
    return garbage;
  }

  private Path manifests() {
    return root.resolve("manifests");
  }

  private Path runs() {
    return root.resolve(RUNS);
  }

  private Path states() {
    return root.resolve("state");
  }
}
