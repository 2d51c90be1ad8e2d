/**
 * Finds names of people, organisations and places in short pieces of text.
 *
 * <p>It exists to tell what stands in a slot of a template where neither the recipient's own data
 * nor a pattern says it. It never decides who was written to, nor any score: a recogniser misses
 * more names of some cultures than of others, and all of them in lower case.
 *
 * <p>Decided: the sequence classifier of Stanford CoreNLP with its three-class model for English,
 * called directly, once per JVM, loaded when the first text comes. Other languages are not read;
 * unknown is then the answer. Rejected: the whole annotation pipeline (ten times slower, and its
 * finer classes are not needed); models for lower-case text (in another jar of half a gigabyte);
 * looking at all texts (hours instead of seconds).
 */
package dev.uncanned.entity;
