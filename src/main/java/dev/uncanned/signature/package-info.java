/**
 * Makes texts comparable: distinct texts, their shingles, MinHash signatures and bands.
 *
 * <p>Decided: texts with the same fingerprint are joined first, since most of a mass send is one
 * text over and over and costs nothing to join. What remains is cut into word 2-grams and sketched
 * by one-permutation hashing with optimal densification, 48 bands of 3 rows. Hash functions are our
 * own, versioned and pinned in tests, because ids and stored state depend on them.
 *
 * <p>Rejected: word 5-grams and character n-grams (too strict, and six times the work for messages
 * of 20 to 200 words); 128 independent hash functions (ten times the work for the same clusters);
 * {@code String.hashCode} (32 bits, poor mixing); SimHash (misses a quarter of partial copies);
 * Spark's MinHashLSH (one hash per table, and it carries all columns through its join).
 */
package dev.uncanned.signature;
