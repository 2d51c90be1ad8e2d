/**
 * Writes archives of people who do not exist, together with the truth about every message.
 *
 * <p>Detectors of mass sends can only be judged on messages whose origin is known, and real
 * archives are private. So this package invents a team, its campaigns, its hand-written messages
 * and the people around it, and writes them as LinkedIn exports and mail folders with the flaws
 * that real ones have.
 *
 * <p>Decided: everything follows from one seed; one archive at a time is held in memory; texts of
 * campaigns are resources written for the project. Hand-written prose is recombined from the
 * quotations that Datafaker ships, since sentences from a small grammar repeat themselves and would
 * make hand-written messages look like templates. Rejected: sharing code with the readers of the
 * program, because a writer that shares a reader's mistake cannot reveal it.
 */
package dev.uncanned.synthetic;
