package dev.uncanned.evaluation;

/**
 * Labels for which no delivery is in the output, by the reason.
 *
 * @param reason one of the names in {@link dev.uncanned.pipeline.PublishedScores.Missing}, in small
 *     letters
 * @param meaning the reason in words
 */
public record UnmatchedLabels(String reason, String meaning, long labels_n) {}
