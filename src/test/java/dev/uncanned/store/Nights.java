package dev.uncanned.store;

import dev.uncanned.store.Manifest.PublishedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What runs do to an output folder, with small files whose content follows from the name of the run
 * and their path, so that anybody can tell whose file it is and whether it is whole.
 */
final class Nights {

  static final Path OUT = Path.of("/srv/out");
  static final Retention TWO = new Retention(2, 0, Duration.ZERO);

  private static final List<String> FILES =
      List.of(
          "tables/messages/part-0.parquet",
          "tables/messages/part-1.parquet",
          "tables/clusters/part-0.parquet",
          "restricted/people/part-0.parquet",
          "reports/index.html",
          "run.json");

  private final Disk disk;
  private final Store store;

  Nights(Disk disk) {
    this(disk, OUT);
  }

  Nights(Disk disk, Path out) {
    this.disk = disk;
    this.store = new Store(out, disk);
  }

  Store store() {
    return store;
  }

  /** One change of the folder, with the lock held. */
  interface Change {
    void with(StoreLock lock) throws Exception;
  }

  /** Makes the folder, takes the lock, recovers and does something. */
  void locked(Change change) throws Exception {
    locked(0, change);
  }

  /** The same, waiting for others. */
  void locked(int waitSeconds, Change change) throws Exception {
    store.create();
    try (StoreLock lock = store.lock(waitSeconds)) {
      store.recover(lock);
      change.with(lock);
    }
  }

  /** A night without state. */
  void night(String label) throws Exception {
    locked(lock -> publish(begun(label), label, List.of()));
  }

  /** A night that keeps so many of the newest files of the state and adds one. */
  void nightWithState(String label, int keep) throws Exception {
    locked(
        lock -> {
          List<PublishedFile> old =
              store.newest().map(Manifest::state).orElse(List.<PublishedFile>of());
          List<PublishedFile> live =
              new ArrayList<>(old.subList(Math.max(0, old.size() - keep), old.size()));
          Generation generation = begun(label);
          Path segment = store.beginState(generation, "texts");
          disk.write(segment.resolve("0.segment"), content(label, "0.segment"));
          live.addAll(store.newState(generation));
          publish(generation, label, live);
        });
  }

  void rollback(long to) throws Exception {
    locked(lock -> store.rollback(lock, to));
  }

  /** Keeps the newest two. */
  void collect() throws Exception {
    locked(lock -> store.collect(lock, TWO, Instant.MAX));
  }

  /** A night after which no earlier one is left, as when people are erased. */
  void nightWithoutPast(String label) throws Exception {
    nightWithState(label, 0);
    locked(lock -> store.removeBefore(lock, store.newest().orElseThrow().generation()));
  }

  /** A run that writes its files and ends before it publishes. */
  void dies(String label) throws Exception {
    locked(
        lock -> {
          Generation generation = begun(label);
          disk.write(store.beginState(generation, "texts").resolve("0.segment"), new byte[1]);
        });
  }

  Generation begun(String label) throws Exception {
    Generation generation = store.begin(label);
    for (String file : FILES) {
      Path path = generation.folder().resolve(file);
      if (!disk.exists(path.getParent())) {
        disk.createFolder(path.getParent());
      }
      disk.write(path, content(label, file));
    }
    return generation;
  }

  /** Publishes up to the manifest; the hints, which are for one at a time, are left as they are. */
  void commit(Generation generation, String label) throws Exception {
    new ManifestLog(disk, generation.folder().resolve("../../manifests").normalize())
        .create(manifest(generation, label));
  }

  void publish(Generation generation, String label, List<PublishedFile> state) throws Exception {
    store.publish(generation, manifest(generation, label).withState(state));
  }

  private Manifest manifest(Generation generation, String label) throws IOException {
    Manifest.Request request =
        new Manifest.Request(label, "2026-11-22", "0.1.0", "1", "abcd", null);
    return Manifest.of(generation, request, store.files(generation));
  }

  private static byte[] content(String label, String file) {
    return (label + " wrote " + file + "\n").repeat(3).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * What is wrong with a generation, judged by what its run has written and not by the manifest's
   * own hashes alone; empty if it is whole.
   */
  List<String> faults(Manifest manifest) throws IOException {
    List<String> faults = new ArrayList<>(store.verify(manifest));
    if (manifest.files().size() != FILES.size()) {
      faults.add(manifest.files().size() + " files");
    }
    for (String file : FILES) {
      compare(store.folder(manifest).resolve(file), content(manifest.request_key(), file), faults);
    }
    for (Path file : store.state(manifest, "texts")) {
      String run = file.getParent().getFileName().toString().substring("000000000001-".length());
      compare(file, content(run, "0.segment"), faults);
    }
    return faults;
  }

  private void compare(Path file, byte[] expected, List<String> faults) throws IOException {
    if (!disk.exists(file)) {
      faults.add(file + " is missing");
      return;
    }
    try (InputStream in = disk.read(file)) {
      if (!Arrays.equals(in.readAllBytes(), expected)) {
        faults.add(file + " has other content");
      }
    }
  }
}
