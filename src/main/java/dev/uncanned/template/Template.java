package dev.uncanned.template;

import java.util.List;
import java.util.Locale;

/**
 * The text that the members of a cluster share, with its slots.
 *
 * @param skeleton medoid's tokens in order, shared words as they are and each slot as {@code {n}},
 *     n from 1; a merge field that was masked is a slot too
 * @param skeleton_share shared words, merge fields not counted / median tokens of the messages, 0
 *     to 1; 0 for empty texts
 * @param sampled_n how many distinct texts were aligned
 * @param skeleton_public the skeleton as it may be published, see {@link PublicSkeleton}; null
 *     where fewer than 5 people are known to have got it
 * @param values what may be published of its alternatives and optional blocks
 * @param unsure fills that may be names, of slots that no other rule types; empty once they were
 *     looked at, or where that is switched off
 * @param entity_tokens_n tokens that were searched for names
 * @param entity_nanos time that took, nanoseconds; differs from run to run
 */
public record Template(
    String cluster_id,
    String skeleton,
    float skeleton_share,
    int sampled_n,
    List<Slot> slots,
    String skeleton_public,
    List<SlotValue> values,
    List<FillPlace> unsure,
    long entity_tokens_n,
    long entity_nanos) {

  public static final String CLUSTER_ID = "cluster_id";
  public static final String ENTITY_TOKENS_N = "entity_tokens_n";
  public static final String ENTITY_NANOS = "entity_nanos";

  public Template {
    slots = slots == null ? List.of() : List.copyOf(slots);
    values = values == null ? List.of() : List.copyOf(values);
    unsure = unsure == null ? List.of() : List.copyOf(unsure);
  }

  /** A template of which nothing may be published. */
  public Template(
      String cluster_id, String skeleton, float skeleton_share, int sampled_n, List<Slot> slots) {
    this(cluster_id, skeleton, skeleton_share, sampled_n, slots, null, null, null, 0, 0);
  }

  /**
   * The skeleton as it may be published, with each slot that shows no values as its type: {@code hi
   * [recipient_first] {2: how are you | how is life}}; null if none of it may be.
   */
  public String published() {
    String text = skeleton_public;
    for (Slot slot : text == null ? List.<Slot>of() : slots) {
      String type = "[" + slot.type().name().toLowerCase(Locale.ROOT) + "]";
      text = text.replace("{" + slot.slot_no() + "}", type);
    }
    return text;
  }
}
