/**
 * The export for researchers: the published tables once more without anything that tells who is
 * who, under ids that meet nothing else.
 *
 * <p>Decided: every id is made anew under the secret key and a label, since ids of messages and
 * templates come from content and whoever has a text could work them out. What an outsider may know
 * of a message (direction, channel, kind, relationship, language, team, week) is told only in
 * combinations that cover k people; rare values give way one after the other in a fixed order, as
 * with local suppression in statistics. Days are shifted, one part of the shift for each account
 * and one for each conversation. Counts of groups are rounded down to a multiple of k.
 *
 * <p>Rejected: ARX and sdcMicro, which hold all rows in one process, and whose search for the best
 * recoding gives other tables for a few other rows; noise of differential privacy, which needs a
 * budget over all releases that nobody here could keep; one shift for a whole campaign, which a
 * single known date would undo, and one for each conversation alone, which averages out.
 */
package dev.uncanned.export;
