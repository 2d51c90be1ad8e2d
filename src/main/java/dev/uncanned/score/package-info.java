/**
 * Measures every message to every recipient: contact history, mass send, customised words, defects.
 *
 * <p>Each measure is a plain class over the smallest set of rows that decides it: the messages of
 * two people ({@code ContactHistory}), of one template or campaign ({@code Reach}), of one scope
 * ({@code Customisation}), or one text alone ({@code DefectScanner}). A stage brings the rows of
 * one measure together; each one's table is written once and read by those behind it: {@code
 * HistoryStage}, {@code ReachStage} over the history, {@code CustomisationStage}, and {@code
 * ScoreStage}, which joins them by message.
 *
 * <p>Decided: unknown is null with a reason, never zero or "no"; texts travel without their display
 * form and only for customisation; one text to many addressees at once is no templated outreach.
 * Rejected: window functions over the whole table (three sorts of wide rows) and alignment to a
 * medoid for customised words (lower recall, no use of what other members say).
 */
package dev.uncanned.score;
