package dev.uncanned.campaign;

/** The cluster of one distinct text that a sender used. */
public record SenderTemplate(String sender_id, String fingerprint, String cluster_id) {}
