package dev.uncanned.campaign;

/** That a sender used a text, once or often. */
public record SenderUse(String sender_id, String fingerprint) {}
