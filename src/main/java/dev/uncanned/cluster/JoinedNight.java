package dev.uncanned.cluster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one night changed.
 *
 * @param texts the texts that were not known before and their components, from the oldest to the
 *     youngest
 * @param merges the components that became part of older ones
 * @param segment the file that was written, to be added to the live ones; empty if there was no new
 *     text, and so nothing to write
 */
record JoinedNight(List<TextComponent> texts, List<Merge> merges, Optional<Path> segment) {

  JoinedNight {
    texts = List.copyOf(texts);
    merges = List.copyOf(merges);
  }
}
