package dev.uncanned.mart;

/** Which text a message carries. */
public record MemberText(String message_id, String fingerprint) {}
