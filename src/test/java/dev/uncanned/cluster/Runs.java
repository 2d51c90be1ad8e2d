package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.evaluation.Agreement;
import dev.uncanned.signature.DistinctText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs of the program, each over all texts that there are by then. */
final class Runs {

  List<Path> files = List.of();
  List<Path> live = List.of();
  long night;

  private final StateRules rules;
  private final Path folder;
  private ClusterMemory memory;

  Runs(StateRules rules, Path folder) {
    this.rules = rules;
    this.folder = folder;
  }

  List<ClusteredText> run(List<DistinctText> texts, boolean replayed, int threads)
      throws IOException {
    night += 3;
    List<String> taken = files.stream().map(Path::toString).toList();
    memory = new ClusterMemory(taken, night, folder.resolve("night" + night).toString(), replayed);
    List<ClusteredText> rows = new ArrayList<>();
    new RememberedClusters(rules, memory)
        .cluster(texts.iterator(), threads)
        .forEachRemaining(rows::add);
    files = memory.state();
    live = memory.live();
    return rows;
  }

  List<ClusterAlias> aliases() throws IOException {
    return memory.aliases(rules);
  }

  /** Where each former id leads. */
  Map<String, String> survivors() throws IOException {
    Map<String, String> survivors = new HashMap<>();
    aliases().forEach(alias -> survivors.put(alias.old_id(), alias.survivor_id()));
    return survivors;
  }

  /** Where an id leads in the end: itself where it is in use. */
  static String end(String id, Map<String, String> survivors) {
    String at = id;
    for (int steps = 0; survivors.containsKey(at); steps++) {
      assertThat(steps).as("a chain of aliases ends").isLessThan(survivors.size());
      at = survivors.get(at);
    }
    return at;
  }

  /** B-cubed F1 of the clusters of nights against those that all texts together make. */
  static double agreementWithARebuild(
      StateRules rules, List<DistinctText> texts, List<ClusteredText> nights) {
    Map<String, String> incremental = new HashMap<>();
    nights.forEach(row -> incremental.put(row.fingerprint(), row.cluster_id()));
    List<String> found = new ArrayList<>();
    List<String> rebuilt = new ArrayList<>();
    new ClusterKernel(rules.signature(), rules.cluster(), 2)
        .cluster(texts.iterator())
        .forEachRemaining(
            row -> {
              rebuilt.add(row.cluster_id());
              found.add(incremental.get(row.fingerprint()));
            });
    return Agreement.of(rebuilt, found).bcubed_f1();
  }
}
