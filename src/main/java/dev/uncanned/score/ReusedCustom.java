package dev.uncanned.score;

/**
 * How much of what looks made for one recipient its sender also pasted elsewhere.
 *
 * @param custom_reused_share customised words in phrases that the sender used to two others and
 *     more outside of the template / customised words, 0 to 1
 */
public record ReusedCustom(String message_id, float custom_reused_share) {}
