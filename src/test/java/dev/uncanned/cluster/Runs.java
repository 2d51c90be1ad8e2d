package dev.uncanned.cluster;

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
}
