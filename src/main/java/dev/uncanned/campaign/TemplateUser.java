package dev.uncanned.campaign;

/**
 * A sender who used a template.
 *
 * @param campaign_id the sender's campaign it belongs to; null for a message in none
 */
public record TemplateUser(String sender_id, String campaign_id) {}
