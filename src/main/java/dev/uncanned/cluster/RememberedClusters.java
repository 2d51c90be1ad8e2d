package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Clusters all texts of a run with the help of what earlier runs decided, and remembers what this
 * one decides.
 *
 * <p>Texts that an earlier run has seen keep their components; only the others are looked up in the
 * bands, by {@link NightlyClusters}. A replay forgets the components but not which night brought
 * which text, nor their order, nor what named the clusters, and decides all of it again, by {@link
 * ReplayedNights}; the outcome is the same as long as no text of an earlier night is missing. Where
 * a component is not as it was in the run before, {@link NightRows} parts it into clusters and
 * works out what they are like (medoid, similarities) over the texts that are there.
 */
final class RememberedClusters implements Serializable {

  private static final long serialVersionUID = 1L;

  private final StateRules rules;
  private final ClusterMemory memory;

  RememberedClusters(StateRules rules, ClusterMemory memory) {
    this.rules = rules;
    this.memory = memory;
  }

  /**
   * Clusters the texts of a run.
   *
   * @param texts all of them, with distinct fingerprints; read to the end
   * @param threads number of worker threads, at least 1
   * @return one row per text, from the oldest to the youngest
   * @throws StateException if the state is damaged or was made by other rules
   */
  Iterator<ClusteredText> cluster(Iterator<DistinctText> texts, int threads) throws IOException {
    Path folder = emptied(Path.of(memory.folder()));
    try (Workers workers = new Workers(threads);
        ClusterState before = before()) {
      Names former = Names.of(memory.takenNames(), before);
      Descriptions kept = descriptions();
      NightTexts night = NightTexts.read(texts, memory, before, kept, rules, workers);
      if (night.isEmpty()) {
        return List.<ClusteredText>of().iterator();
      }
      join(before, night, folder, threads, workers);
      try (ClusterState after = ClusterState.read(memory.live(), rules)) {
        Names names = memory.replayed() ? former.in(before, after) : former;
        NightRows rows = NightRows.of(after, kept, names, night, rules, workers);
        if (!rows.areAsBefore()) {
          rows.write(folder, memory.night());
        }
        return rows.all();
      }
    }
  }

  private Descriptions descriptions() throws IOException {
    Path file = memory.replayed() ? null : memory.takenDescriptions();
    return file == null ? Descriptions.none() : Descriptions.read(file);
  }

  private static Path emptied(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(ClusterMemory::isState).toList()) {
        Files.delete(file);
      }
    }
    return folder;
  }

  private ClusterState before() throws IOException {
    return memory.replayed()
        ? ClusterState.readAny(memory.taken())
        : ClusterState.read(memory.taken(), rules);
  }

  private void join(
      ClusterState before, NightTexts night, Path folder, int threads, Workers workers)
      throws IOException {
    if (memory.replayed()) {
      new ReplayedNights(rules, threads).replay(night.sketched(), folder, workers);
    } else if (night.freshCount() > 0) {
      new NightlyClusters(rules, threads)
          .add(before, memory.night(), night.fresh(), folder, workers);
      mergeSegments(folder);
    }
  }

  private void mergeSegments(Path folder) throws IOException {
    StateSegments segments = new StateSegments(rules);
    List<Path> live = new ArrayList<>(memory.taken());
    live.addAll(memory.written());
    List<Path> many = segments.toMerge(live);
    if (!many.isEmpty()) {
      segments.merge(many, folder);
      for (Path part : many) {
        if (part.getParent().equals(folder)) {
          Files.delete(part);
        }
      }
    }
  }
}
