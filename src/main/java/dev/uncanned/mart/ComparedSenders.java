package dev.uncanned.mart;

/** Which rows of the sender summary are compared with each other. */
public record ComparedSenders(String direction, String channel, String relationship) {}
