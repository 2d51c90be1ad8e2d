package dev.uncanned.store;

import dev.uncanned.store.Manifest.PublishedFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds and removes what no manifest names.
 *
 * <p>A manifest goes first, durably, and its files afterwards, so that no manifest ever names a
 * file that is gone. While a damaged manifest is young, or not older than all that is kept, nothing
 * that it may name is removed.
 */
final class Collector {

  private final Disk disk;
  private final FileTree tree;
  private final ManifestLog log;
  private final Path runs;
  private final Path state;
  private final Path work;

  Collector(Disk disk, ManifestLog log, Path runs, Path state, Path work) {
    this.disk = disk;
    this.tree = new FileTree(disk);
    this.log = log;
    this.runs = runs;
    this.state = state;
    this.work = work;
  }

  /** What the rules allow to remove at a moment. */
  Garbage plan(Retention retention, Instant now) throws IOException {
    List<Manifest> all = log.all();
    List<Retention.Dated> dated = new ArrayList<>();
    for (Manifest manifest : all) {
      Instant published = disk.modified(log.file(manifest.generation()));
      dated.add(new Retention.Dated(manifest.generation(), manifest.as_of(), published));
    }
    Set<Long> kept = retention.kept(dated, now);
    List<Manifest> staying = all.stream().filter(one -> kept.contains(one.generation())).toList();
    long oldest = staying.stream().mapToLong(Manifest::generation).min().orElse(0);
    Set<Long> unreadable = log.damaged(all);
    Set<Long> going = new TreeSet<>(unreadable);
    going.removeIf(number -> number >= oldest);
    for (long number : unreadable) {
      if (isYoung(log.file(number), retention, now)) {
        going.remove(number);
      }
    }
    unreadable.removeAll(going);
    all.stream().map(Manifest::generation).filter(n -> !kept.contains(n)).forEach(going::add);
    List<Path> folders = dead(staying, unreadable);
    for (Path folder : disk.list(work)) {
      if (!isYoung(folder, retention, now)) {
        folders.add(folder);
      }
    }
    long bytes = 0;
    for (Path folder : folders) {
      bytes += tree.bytes(folder);
    }
    return new Garbage(List.copyOf(going), folders, bytes);
  }

  private boolean isYoung(Path file, Retention retention, Instant now) throws IOException {
    return disk.modified(file).plus(retention.grace()).isAfter(now);
  }

  /** All generations before one, and what belongs to none. */
  Garbage before(long generation) throws IOException {
    List<Manifest> all = log.all();
    List<Manifest> staying = all.stream().filter(one -> one.generation() >= generation).toList();
    Set<Long> unreadable = log.damaged(all);
    Set<Long> going = new TreeSet<>(unreadable);
    all.stream().map(Manifest::generation).forEach(going::add);
    going.removeIf(number -> number >= generation);
    unreadable.removeAll(going);
    return new Garbage(List.copyOf(going), dead(staying, unreadable), 0);
  }

  /** Removes what was planned. */
  void remove(Garbage garbage) throws IOException {
    if (!garbage.generations().isEmpty()) {
      log.remove(garbage.generations());
    }
    for (Path folder : garbage.folders()) {
      tree.delete(folder);
    }
  }

  /** Removes what crashed runs left. */
  void removeDead() throws IOException {
    List<Manifest> all = log.all();
    for (Path folder : dead(all, log.damaged(all))) {
      tree.delete(folder);
    }
  }

  private List<Path> dead(Collection<Manifest> named, Set<Long> unreadable) throws IOException {
    Set<String> folders = new HashSet<>();
    Set<String> segments = new HashSet<>();
    for (Manifest manifest : named) {
      folders.add(manifest.run_folder());
      for (PublishedFile file : manifest.state()) {
        segments.add(file.path().substring(0, file.path().lastIndexOf('/')));
      }
    }
    List<Path> dead = new ArrayList<>();
    for (Path folder : disk.list(runs)) {
      boolean live = folders.contains(folder.getFileName().toString());
      if (!live && !unreadable.contains(Numbered.of(folder))) {
        dead.add(folder);
      }
    }
    long last = log.last();
    for (Path table : disk.list(state)) {
      for (Path segment : disk.list(table)) {
        boolean live = segments.contains(table.getFileName() + "/" + segment.getFileName());
        // A damaged manifest may name any segment but one that is younger than all manifests: its
        // number is given again, and whoever begins it must not find it taken.
        if (!live && (unreadable.isEmpty() || Numbered.of(segment) > last)) {
          dead.add(segment);
        }
      }
    }
    return dead;
  }
}
