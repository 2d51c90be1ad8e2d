/**
 * Finds the texts that are copies of one template: clusters of near-duplicates.
 *
 * <p>Decided: MinHash bands only propose pairs, exact Jaccard similarity decides, so a reported
 * similarity is never an estimate. Each text is paired with two earlier ones of its bucket, the
 * oldest and the one before it, which keeps the work linear and lets later texts join components
 * without changing them. That alone lost texts of families whose copies are heavily edited, and
 * which ones hung on the order of the nights; so texts that are left in small components are also
 * paired with the anchors, the oldest texts of a bucket. The oldest text names the cluster, over
 * many nights the one that was known first; the medoid describes it. A guard parts components that
 * are chains. The whole runs in one task over primitive arrays, because handling rows costs more
 * than clustering them; more texts than fit one task go through band rows, sorts and joins, with
 * the same pairs and ids.
 *
 * <p>Rejected: taking buckets for clusters without verification (one component of everything that
 * shares a phrase); all pairs of a bucket (quadratic); Leiden and label propagation (ids would
 * change from run to run); GraphFrames and MLlib (minutes where this takes seconds).
 */
package dev.uncanned.cluster;
