package dev.uncanned.campaign;

/**
 * The campaign that messages belong to once senders were compared.
 *
 * @param from the sender's campaign, or the template of messages that were in none
 * @param to the campaign of several senders
 */
public record CampaignName(String from, String to) {}
