package dev.uncanned.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What must hold after a disturbance, whenever it came and whatever was lost. */
final class Aftermath {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<Long, String> known = new TreeMap<>();
  private final Set<Long> kept;
  private final long older;
  private final long newer;
  private final boolean goodHints;

  /**
   * @param before the folder before the deed
   * @param after the folder after the whole deed
   */
  Aftermath(CrashDisk before, CrashDisk after) throws IOException {
    Map<Long, String> first = runs(before);
    Map<Long, String> last = runs(after);
    known.putAll(first);
    known.putAll(last);
    kept = new HashSet<>(first.keySet());
    kept.retainAll(last.keySet());
    older = newest(before);
    newer = newest(after);
    goodHints = hintFaults(before).isEmpty();
  }

  private static Map<Long, String> runs(CrashDisk disk) throws IOException {
    Map<Long, String> runs = new TreeMap<>();
    for (Manifest manifest : new Nights(disk).store().generations()) {
      runs.put(manifest.generation(), manifest.request_key());
    }
    return runs;
  }

  private static long newest(CrashDisk disk) throws IOException {
    return new Nights(disk).store().newest().map(Manifest::generation).orElse(0L);
  }

  /**
   * All that is wrong, for readers now and for the next run; empty if nothing is.
   *
   * @param finished whether the deed came to its end
   */
  List<String> faults(CrashDisk disk, boolean finished) throws Exception {
    List<String> faults = new ArrayList<>();
    long newest = newest(disk);
    if (newest < (finished ? newer : older) || newest > newer) {
      faults.add("the newest generation is " + newest);
    }
    faults.addAll(generationFaults(disk, Long.MAX_VALUE));
    if (goodHints) {
      faults.addAll(hintFaults(disk));
    }
    faults.addAll(nextFaults(disk));
    return faults;
  }

  private List<String> generationFaults(CrashDisk disk, long upTo) throws IOException {
    List<String> faults = new ArrayList<>();
    Nights nights = new Nights(disk);
    Set<Long> missing = new HashSet<>(kept);
    for (Manifest manifest : nights.store().generations()) {
      missing.remove(manifest.generation());
      nights.faults(manifest).forEach(fault -> faults.add(manifest.generation() + ": " + fault));
      String run = known.get(manifest.generation());
      if (manifest.generation() <= upTo && run != null && !run.equals(manifest.request_key())) {
        faults.add(manifest.generation() + " is another run");
      }
    }
    missing.forEach(number -> faults.add(number + " is lost"));
    return faults;
  }

  /** A hint is missing, or it names a generation that has a manifest. */
  private static List<String> hintFaults(CrashDisk disk) throws IOException {
    List<String> faults = new ArrayList<>();
    Set<Path> folders = new HashSet<>();
    Store store = new Nights(disk).store();
    for (Manifest manifest : store.generations()) {
      folders.add(store.folder(manifest));
    }
    Optional<Path> link = disk.target(Scenarios.LINK).map(Nights.OUT::resolve);
    if (link.isPresent() && !folders.contains(link.get())) {
      faults.add("the link names " + link.get());
    }
    if (disk.exists(Scenarios.FILE)) {
      try (InputStream in = disk.read(Scenarios.FILE)) {
        String named = JSON.readTree(in).path("folder").asText();
        if (!folders.contains(Nights.OUT.resolve(named))) {
          faults.add("the file names " + named);
        }
      } catch (JsonProcessingException torn) {
        faults.add("the file is torn");
      }
    }
    return faults;
  }

  /** The next run publishes, sets the hints right and leaves nothing dead. */
  private List<String> nextFaults(CrashDisk disk) throws Exception {
    Nights nights = new Nights(disk);
    Store store = nights.store();
    long before = newest(disk);
    nights.nightWithState("next", 1);
    List<String> faults = new ArrayList<>(generationFaults(disk, before));
    Manifest newest = store.newest().orElseThrow();
    if (!newest.request_key().equals("next") || newest.generation() <= before) {
      faults.add("the next run is not published");
    }
    if (!store.hintsAgree(newest)) {
      faults.add("the next run leaves wrong hints");
    }
    boolean readable = store.damagedManifests().isEmpty();
    Set<String> live = new HashSet<>();
    for (Manifest manifest : store.generations()) {
      live.add(manifest.run_folder());
    }
    for (Path folder : disk.list(Nights.OUT.resolve("runs"))) {
      if (readable && !live.contains(folder.getFileName().toString())) {
        faults.add("dead folder " + folder);
      }
    }
    for (Path parent : List.of(Nights.OUT, Nights.OUT.resolve("manifests"))) {
      for (Path file : disk.list(parent)) {
        if (file.getFileName().toString().startsWith(".")) {
          faults.add("left behind: " + file);
        }
      }
    }
    return faults;
  }
}
