package dev.uncanned.template;

import java.util.List;

/**
 * The text that the members of a cluster share, with its slots.
 *
 * @param skeleton medoid's tokens in order, shared words as they are and each slot as {@code {n}},
 *     n from 1; a merge field that was masked is a slot too
 * @param skeleton_share shared words, merge fields not counted / median tokens of the messages, 0
 *     to 1; 0 for empty texts
 * @param sampled_n how many distinct texts were aligned
 */
public record Template(
    String cluster_id, String skeleton, float skeleton_share, int sampled_n, List<Slot> slots) {

  public static final String CLUSTER_ID = "cluster_id";

  public Template {
    slots = slots == null ? List.of() : List.copyOf(slots);
  }
}
