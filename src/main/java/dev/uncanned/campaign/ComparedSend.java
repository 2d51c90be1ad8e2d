package dev.uncanned.campaign;

/**
 * What the comparison of the senders reads: a campaign of one sender or how the sender used a
 * template.
 *
 * @param campaign null with a template
 * @param use null with a campaign
 */
public record ComparedSend(SenderCampaign campaign, TemplateUse use) {

  static final String CAMPAIGN = "campaign";
  static final String USE = "use";
}
