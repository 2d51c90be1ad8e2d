package dev.uncanned.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.cluster.ClusterMemory;
import dev.uncanned.message.BelievedDates;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.store.Generation;
import dev.uncanned.store.Manifest.PublishedFile;
import dev.uncanned.store.Store;
import dev.uncanned.store.StoreBusyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Leaves to the next run what this one has worked out: the new files of the state. */
final class StateTables {

  private static final String PARQUET = ".parquet";

  private final Store store;
  private final Generation generation;
  private final Set<Path> live = new HashSet<>();

  StateTables(Store store, Generation generation) {
    this.store = store;
    this.generation = generation;
  }

  /**
   * Makes the working tables that are part of the state part of it.
   *
   * @param cut names of the parts of which not all was read
   * @param dates messages with others counted as undated
   * @param erasures who is to be forgotten; null where nothing has changed since the generation
   *     before
   * @param taken live files of the state of the generation before, or none
   * @return every live file: of earlier generations and of this one
   */
  List<PublishedFile> write(
      RunMemory memory,
      ArchiveRows archives,
      DocumentRows documents,
      ClusterMemory clusters,
      PeopleDirectory people,
      List<String> cut,
      BelievedDates dates,
      Erasures erasures,
      List<PublishedFile> taken)
      throws IOException, StoreBusyException {
    String name = generation.folder().getFileName().toString();
    List<Ledger.PartSegment> parts = archives.segments(name, cut);
    for (Ledger.PartSegment segment : parts) {
      live.add(Path.of(RunMemory.ARCHIVE, segment.folder()));
    }
    List<String> text = new ArrayList<>();
    documents.keptSegments().forEach(one -> text.add(one.getFileName().toString()));
    if (documents.newSegment() != null) {
      text.add(name);
    }
    text.forEach(folder -> live.add(Path.of(RunMemory.TEXT, folder)));
    List<Path> clusterFiles = clusters.state();
    Ledger ledger =
        new Ledger(
            Ledger.FORMAT_VERSION,
            memory.textRules(),
            people.fingerprint(),
            memory.owners(people),
            dates.latest().toString(),
            earliest(dates),
            clusterFiles.isEmpty() ? "" : memory.clusterRules().lines(),
            parts,
            text);
    take(RunMemory.ARCHIVE, archives.newSegment());
    take(RunMemory.TEXT, documents.newSegment());
    takeClusters(Path.of(clusters.folder()), clusterFiles);
    takeErasures(erasures, taken);
    Path file = store.beginState(generation, RunMemory.LEDGER).resolve(Ledger.FILE);
    Files.write(file, new ObjectMapper().writeValueAsBytes(ledger));
    return liveFiles(taken, clusterFiles);
  }

  private static Map<String, String> earliest(BelievedDates dates) {
    Map<String, String> earliest = new TreeMap<>();
    dates.earliest().forEach((archive, at) -> earliest.put(archive, at.toString()));
    return earliest;
  }

  private void takeErasures(Erasures changed, List<PublishedFile> taken)
      throws IOException, StoreBusyException {
    if (changed != null) {
      changed.in(generation.number()).write(store.beginState(generation, Erasures.TABLE));
      return;
    }
    for (PublishedFile file : taken) {
      if (file.path().startsWith(Erasures.TABLE + "/")) {
        live.add(Path.of(file.path()).getParent());
      }
    }
  }

  /**
   * A working table is on the same disk, so it is linked and not copied. It is not moved: if the
   * run is killed before it has published, the next one takes its working tables as they are.
   */
  private void take(String table, Path written) throws IOException, StoreBusyException {
    if (written == null) {
      return;
    }
    Path segment = store.beginState(generation, table);
    try (Stream<Path> files = Files.list(written)) {
      for (Path file : files.filter(one -> one.toString().endsWith(PARQUET)).toList()) {
        Files.createLink(segment.resolve(file.getFileName().toString()), file);
      }
    }
  }

  private void takeClusters(Path written, List<Path> files) throws IOException, StoreBusyException {
    List<Path> kept = files.stream().filter(file -> file.startsWith(written)).toList();
    if (kept.isEmpty()) {
      return;
    }
    Path folder = store.beginState(generation, RunMemory.CLUSTER);
    for (Path file : kept) {
      Files.createLink(folder.resolve(file.getFileName().toString()), file);
    }
  }

  private List<PublishedFile> liveFiles(List<PublishedFile> taken, List<Path> clusters)
      throws IOException {
    List<PublishedFile> files = new ArrayList<>();
    for (PublishedFile file : taken) {
      boolean segment = live.contains(Path.of(file.path()).getParent());
      if (segment || clusters.contains(store.statePath(file))) {
        files.add(file);
      }
    }
    files.addAll(store.newState(generation));
    return files;
  }
}
