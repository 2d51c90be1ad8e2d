/**
 * Measures every message to every recipient: contact history, mass send, customised words, defects.
 *
 * <p>Each measure is a plain class over the smallest set of rows that decides it: the messages of
 * one scope ({@code Customisation}), one text alone ({@code TextScan}), the messages of two people
 * ({@code Correspondence}), of one template or campaign ({@code Reach}). A stage brings the rows of
 * measures with the same rows together; each one's table is written once and read by those behind
 * it: {@code CustomisationStage}, {@code DeliveryStage}, {@code ReachStage} over the history, and
 * {@code ScoreStage}, which joins them by message.
 *
 * <p>Decided: unknown is null with a reason, never zero or "no"; texts travel twice, to their scope
 * and to their customised words, and all that is read in one is read at once; one text to many
 * addressees at once is no templated outreach. Rejected: window functions over the whole table
 * (three sorts of wide rows), a stage for each measure of two people (each sorts the same pairs
 * anew), and alignment to a medoid for customised words (lower recall, no use of what other members
 * say).
 */
package dev.uncanned.score;
