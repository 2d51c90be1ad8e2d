package dev.uncanned.score;

import java.util.List;

/**
 * What others say of one message, without its text.
 *
 * @param cluster_id null for an empty text
 * @param campaign_id null without one
 * @param reuse_share share of recurring phrases, null if not known
 * @param customised null where the text is in no scope
 * @param spans {@link Customised#spans}; null where the customised words are unknown
 * @param contexts fields of its template; null where too few texts of it are known
 */
public record TextLabels(
    String message_id,
    String cluster_id,
    String campaign_id,
    Float reuse_share,
    JudgedWords customised,
    List<Integer> spans,
    List<FillContext> contexts) {

  public static final String CUSTOMISED = "customised";
}
