package dev.uncanned.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What a run takes over from earlier runs to cluster its texts, and where it leaves what later runs
 * take over from it.
 *
 * <p>The folders must be reachable from the machine that does the clustering.
 *
 * @param files paths of the live segments of earlier runs, of the descriptions and of the names;
 *     none before the first
 * @param night number of this run, above those of all earlier ones
 * @param folder where new segments are written; made if missing, and emptied first
 * @param replayed whether the texts are clustered anew, each on the night that brought it first,
 *     instead of only the texts that no earlier run has seen
 */
public record ClusterMemory(List<String> files, long night, String folder, boolean replayed)
    implements Serializable {

  public ClusterMemory {
    files = List.copyOf(files);
  }

  /** The memory of a run that follows no other. */
  public static ClusterMemory none(Path folder) {
    return new ClusterMemory(List.of(), 1, folder.toString(), false);
  }

  /**
   * The live segments after the clustering: those taken over that still count, and the new ones.
   */
  public List<Path> live() {
    List<Path> all = new ArrayList<>(written());
    if (!replayed) {
      all.addAll(taken());
    }
    return StateSegments.live(all);
  }

  /** The segments that the clustering wrote. */
  public List<Path> written() {
    Path written = Path.of(folder);
    if (!Files.isDirectory(written)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(written)) {
      return files.filter(StateSegments::isSegment).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  List<Path> taken() {
    return files.stream().map(Path::of).filter(StateSegments::isSegment).toList();
  }

  /** What the run before found the clusters to be like; null if it is not known. */
  Path takenDescriptions() {
    return taken(Descriptions::isFile);
  }

  /** What named the clusters of the run before; null if an older program has made them. */
  Path takenNames() {
    return taken(Names::isFile);
  }

  private Path taken(Predicate<Path> kind) {
    return files.stream().map(Path::of).filter(kind).findFirst().orElse(null);
  }

  /** All files that count after the clustering. */
  public List<Path> state() {
    List<Path> all = new ArrayList<>(live());
    Stream.of(descriptions(), names()).flatMap(Optional::stream).forEach(all::add);
    return all;
  }

  private Optional<Path> descriptions() {
    return newest(Descriptions.in(Path.of(folder), night), takenDescriptions());
  }

  private Optional<Path> names() {
    return newest(Names.in(Path.of(folder), night), takenNames());
  }

  private Optional<Path> newest(Path written, Path taken) {
    if (Files.exists(written)) {
      return Optional.of(written);
    }
    return replayed ? Optional.empty() : Optional.ofNullable(taken);
  }

  /**
   * The clusters that have become part of others, after the clustering.
   *
   * @throws StateException if the state is damaged or was made by other rules
   */
  public List<ClusterAlias> aliases(StateRules rules) throws IOException {
    try (ClusterState state = ClusterState.read(live(), rules)) {
      List<ClusterAlias> aliases = new ArrayList<>();
      for (Merge alias : Names.of(names().orElse(null), state).aliases().all()) {
        String survivor = state.id(alias.survivor());
        aliases.add(new ClusterAlias(state.id(alias.old()), survivor, alias.night()));
      }
      return aliases;
    }
  }

  /** Whether a file of the state is read where the texts are clustered anew. */
  public static boolean isReplayed(Path file) {
    return StateSegments.isSegment(file) || Names.isFile(file);
  }

  static boolean isState(Path file) {
    return isReplayed(file) || Descriptions.isFile(file);
  }
}
