package dev.uncanned.export;

/**
 * A delivery under new ids, before anything rare is taken from it.
 *
 * @param person number of the person whom the row protects: the recipient of an outbound, the
 *     sender of an inbound message; null if nobody is known
 */
public record FreshMessage(ExportedMessage message, Long person) {}
