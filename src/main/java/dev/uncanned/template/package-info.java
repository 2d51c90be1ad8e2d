/**
 * Finds what the messages of a cluster share, the skeleton, and where they differ, the slots.
 *
 * <p>It exists to show a template to people: which words everybody got, where the merge fields are,
 * what varies and how. Scores do not need it.
 *
 * <p>Decided: each sampled text is aligned to the medoid alone, so a column of the alignment is a
 * word of the medoid and the work is linear in the texts. A word that the medoid lacks is never of
 * the skeleton, even if most others have it; the medoid is the text for which that is rarest.
 * Members count by the number of messages that carry their text.
 *
 * <p>Rejected: progressive multiple alignment (quadratic, and its result depends on the order in
 * which texts are joined); guessing names or places in the fills (names are masked before, by what
 * is known of the recipient); aligning characters (slots would begin inside of words).
 */
package dev.uncanned.template;
