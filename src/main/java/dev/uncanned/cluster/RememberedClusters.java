package dev.uncanned.cluster;

import dev.uncanned.signature.DistinctText;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
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
 * (medoid, similarities) is worked out over the texts that are there.
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
      Fingerprints known = new Fingerprints(before);
      SketchedTexts all = sketch(texts, before.nights(), known, workers);
      if (all.count() == 0) {
        return List.<ClusteredText>of().iterator();
      }
      decide(before, all, folder, threads, workers);
      try (ClusterState after = ClusterState.read(memory.live(), rules)) {
        return describe(after, all, workers);
      }
    }
  }

  private static Path emptied(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(StateSegments::isSegment).toList()) {
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

  /** All texts, in the order in which the state numbers them; band keys where they are needed. */
  private SketchedTexts sketch(
      Iterator<DistinctText> texts, long[] nights, Fingerprints known, Workers workers) {
    Iterator<NightText> ranked =
        new Streamed<>(
            texts,
            (text, out) -> {
              int number = known.number(text.fingerprint());
              boolean isNew = number < 0;
              out.accept(
                  new NightText(
                      text.fingerprint(),
                      text.masked(),
                      isNew ? memory.night() : nights[number],
                      isNew ? text.first_seen() : number,
                      text.copies_n()));
            });
    return SketchedTexts.readSince(
        ranked,
        memory.replayed() ? Long.MIN_VALUE : memory.night(),
        rules.signature(),
        rules.cluster().min_tokens(),
        workers);
  }

  private void decide(
      ClusterState before, SketchedTexts all, Path folder, int threads, Workers workers)
      throws IOException {
    if (memory.replayed()) {
      new ReplayedNights(rules, threads).replay(all, folder, workers);
      return;
    }
    int first = 0;
    while (first < all.count() && all.night(first) < memory.night()) {
      first++;
    }
    if (first == all.count()) {
      return;
    }
    new NightlyClusters(rules, threads)
        .add(before, memory.night(), all.from(first), folder, workers);
    mergeSegments(folder);
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

  private Iterator<ClusteredText> describe(ClusterState after, SketchedTexts all, Workers workers) {
    Fingerprints numbers = new Fingerprints(after);
    int[] leaders = new int[all.count()];
    workers.ranges(
        leaders.length, i -> leaders[i] = after.leader(numbers.number(all.fingerprint(i))));
    int[] oldest = new int[after.count()];
    Arrays.fill(oldest, -1);
    int[] names = new int[all.count()];
    for (int i = 0; i < names.length; i++) {
      if (oldest[leaders[i]] < 0) {
        oldest[leaders[i]] = i;
      }
      names[i] = oldest[leaders[i]];
    }
    Groups groups = Groups.by(names);
    String[] ids = new String[groups.count()];
    workers.ranges(ids.length, group -> ids[group] = after.id(leaders[groups.member(group, 0)]));
    return DescribedTexts.rows(all, groups, ids, rules.cluster().threshold(), workers);
  }
}
