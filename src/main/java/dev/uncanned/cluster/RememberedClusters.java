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
 * <p>Texts that an earlier run has seen keep their clusters; only the others are looked up in the
 * bands, by {@link NightlyClusters}. A replay forgets the decisions but not which night brought
 * which text, nor their order, and decides all of it again, by {@link ReplayedNights}; the outcome
 * is the same as long as no text of an earlier night is missing. What the clusters are like
 * (medoid, similarities) is worked out over the texts that are there, where a cluster is not as it
 * was in the run before ({@link NightRows}).
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
      List<NightText> old = new ArrayList<>();
      SketchedTexts fresh = sketch(texts, before, old, workers);
      if (old.isEmpty() && fresh.count() == 0) {
        return List.<ClusteredText>of().iterator();
      }
      decide(before, fresh, folder, threads, workers);
      try (ClusterState after = ClusterState.read(memory.live(), rules)) {
        NightRows rows = NightRows.of(after, descriptions(), old, fresh, rules, workers);
        if (!rows.areAsBefore()) {
          Descriptions.write(Descriptions.in(folder, memory.night()), after.count(), rows::row);
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

  /**
   * The texts that are to be decided on, in the order in which the state will number them.
   *
   * @param old gets the others, ranked by their numbers
   */
  private SketchedTexts sketch(
      Iterator<DistinctText> texts, ClusterState before, List<NightText> old, Workers workers) {
    Fingerprints known = new Fingerprints(before);
    long[] nights = before.nights();
    Iterator<NightText> undecided =
        new Streamed<>(
            texts,
            (text, out) -> {
              int number = known.number(text.fingerprint());
              NightText ranked = number < 0 ? fresh(text) : old(text, nights[number], number);
              if (number < 0 || memory.replayed()) {
                out.accept(ranked);
              } else {
                old.add(ranked);
              }
            });
    return SketchedTexts.readSince(
        undecided, Long.MIN_VALUE, rules.signature(), rules.cluster().min_tokens(), workers);
  }

  private NightText fresh(DistinctText text) {
    return new NightText(
        text.fingerprint(), text.masked(), memory.night(), text.first_seen(), text.copies_n());
  }

  private static NightText old(DistinctText text, long night, int number) {
    return new NightText(text.fingerprint(), text.masked(), night, number, text.copies_n());
  }

  private void decide(
      ClusterState before, SketchedTexts fresh, Path folder, int threads, Workers workers)
      throws IOException {
    if (memory.replayed()) {
      new ReplayedNights(rules, threads).replay(fresh, folder, workers);
    } else if (fresh.count() > 0) {
      new NightlyClusters(rules, threads).add(before, memory.night(), fresh, folder, workers);
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
