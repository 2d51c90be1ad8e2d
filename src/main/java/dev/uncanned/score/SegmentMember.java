package dev.uncanned.score;

/**
 * One sampled message of a template and what kind of reader it went to.
 *
 * @param title position of its one recipient; null if not known
 * @param email address of its one recipient; null if not known
 */
public record SegmentMember(String cluster_id, String masked, String title, String email) {}
