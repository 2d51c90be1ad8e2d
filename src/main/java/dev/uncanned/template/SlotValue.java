package dev.uncanned.template;

/**
 * What stands in a slot for so many people that it may be published.
 *
 * <p>Only alternatives and optional blocks have such values: free text, names and numbers never.
 *
 * @param slot_no the slot, as in {@link Slot}
 * @param value_public masked words, merge fields as placeholders
 * @param recipients_n people who got it, of those whom the sampled texts reached; 5 and more
 */
public record SlotValue(int slot_no, String value_public, long recipients_n) {}
