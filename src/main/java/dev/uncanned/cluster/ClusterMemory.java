package dev.uncanned.cluster;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a run takes over from earlier runs to cluster its texts, and where it leaves what later runs
 * take over from it.
 *
 * <p>The folders must be reachable from the machine that does the clustering.
 *
 * @param files paths of the live segments of earlier runs and of their descriptions; none before
 *     the first
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
    return files.stream().map(Path::of).filter(Descriptions::isFile).findFirst().orElse(null);
  }

  /** All files that count after the clustering. */
  public List<Path> state() {
    List<Path> all = new ArrayList<>(live());
    Path written = Descriptions.in(Path.of(folder), night);
    if (Files.exists(written)) {
      all.add(written);
    } else if (!replayed && takenDescriptions() != null) {
      all.add(takenDescriptions());
    }
    return all;
  }

  /**
   * The clusters that have become part of others, after the clustering.
   *
   * @throws StateException if the state is damaged or was made by other rules
   */
  public List<ClusterAlias> aliases(StateRules rules) throws IOException {
    Path descriptions = state().stream().filter(Descriptions::isFile).findFirst().orElse(null);
    if (descriptions == null) {
      return List.of();
    }
    try (ClusterState clusters = ClusterState.read(live(), rules)) {
      return clusters.aliases(Descriptions.read(descriptions).renames());
    }
  }

  /** Whether a file of the state is read where the texts are clustered anew. */
  public static boolean isReplayed(Path file) {
    return StateSegments.isSegment(file);
  }

  static boolean isState(Path file) {
    return StateSegments.isSegment(file) || Descriptions.isFile(file);
  }
}
