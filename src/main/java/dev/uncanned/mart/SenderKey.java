package dev.uncanned.mart;

import dev.uncanned.archive.Direction;

/** Whose messages one part of the sender summary adds up, and which way they went. */
public record SenderKey(Direction direction, String sender_id) {}
