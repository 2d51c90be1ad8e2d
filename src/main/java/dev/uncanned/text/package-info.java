/**
 * Gets from a message the words that its sender wrote, for people to read and for machines to
 * compare.
 *
 * <p>HTML becomes text, the quoted thread and the sign-off are cut, and the rest is tokenised; what
 * a mail merge fills in (names, companies, links, numbers) becomes placeholders, so that the copies
 * of a template are equal again.
 *
 * <p>Decided: everything that every message passes is a hand-written scanner, since regular
 * expressions took nine times as long; names are masked on tokens with their original spelling at
 * hand, since "Will" is a name and "will" is not; the language is told by function words and only
 * unclear texts go to the n-gram models, which are loaded when the first one comes.
 *
 * <p>Rejected: named entity recognition for masking (misses half of the companies, costs a hundred
 * times as much; the recipient's own fields are known); a library for replies (English and plain
 * lines only, while LinkedIn exports one line).
 */
package dev.uncanned.text;
