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
 * <p>What may be published of a template is decided here, where it is known who got which words: a
 * word for five people and more, alternatives likewise, what people wrote freely never. Fills are
 * searched for names only where no cheaper rule types the slot, and few of each slot, since that
 * costs a thousand times as much as the rest.
 *
 * <p>Rejected: progressive multiple alignment (quadratic, and its result depends on the order in
 * which texts are joined); asking that four in five fills be recognised as names (the recogniser
 * misses half of all companies); aligning characters (slots would begin inside of words).
 */
package dev.uncanned.template;
