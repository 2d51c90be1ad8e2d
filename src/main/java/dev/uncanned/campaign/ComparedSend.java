package dev.uncanned.campaign;

/**
 * What the comparison of the senders reads: a campaign of one sender or a template of several.
 *
 * @param campaign null with a template
 * @param template null with a campaign
 */
public record ComparedSend(SenderCampaign campaign, SharedTemplate template) {

  static final String CAMPAIGN = "campaign";
  static final String TEMPLATE = "template";
}
