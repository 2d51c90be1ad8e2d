/**
 * Judges what a run found by labels: mass sends, templates and campaigns.
 *
 * <p>Decided: labels and published rows meet by sender, recipient and minute, since that is what a
 * person who labels has at hand, and it needs no knowledge of formats. Rows without an answer are
 * counted by themselves: unknown is neither right nor wrong. Groupings are judged by pairs and by
 * B-cubed, because pairs alone are decided by the largest campaign.
 *
 * <p>Rejected: one figure for all (it hides which kind is missed); opening Spark for it (the
 * published columns are read directly, which takes seconds).
 */
package dev.uncanned.evaluation;
