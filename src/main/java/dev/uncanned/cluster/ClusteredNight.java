package dev.uncanned.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one night changed.
 *
 * @param texts the texts that were not known before and their clusters, from the oldest to the
 *     youngest
 * @param aliases the clusters that became part of older ones
 * @param segment the file that was written, to be added to the live ones; empty if there was no new
 *     text, and so nothing to write
 */
public record ClusteredNight(
    List<TextCluster> texts, List<ClusterAlias> aliases, Optional<Path> segment) {

  public ClusteredNight {
    texts = List.copyOf(texts);
    aliases = List.copyOf(aliases);
  }
}
