package dev.uncanned.cluster;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A distinct text and its component in a state.
 *
 * @param component_id the id of the cluster that the oldest text of the component names
 * @param night the night that brought the text first
 */
record TextComponent(String fingerprint, String component_id, long night) {

  /** All texts of a state, by their numbers. */
  static List<TextComponent> of(ClusterState state) {
    long[] nights = state.nights();
    return IntStream.range(0, state.count())
        .mapToObj(
            text ->
                new TextComponent(
                    state.fingerprint(text), state.id(state.leader(text)), nights[text]))
        .toList();
  }
}
