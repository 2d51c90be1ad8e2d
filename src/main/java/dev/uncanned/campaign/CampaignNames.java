package dev.uncanned.campaign;

import dev.uncanned.archive.ContentHash;
import java.util.Arrays;

/** Names each campaign after its oldest message; a family of one message is no campaign. */
final class CampaignNames {

  static final String NAMESPACE = "campaign";

  /**
   * So many phrases stand for a campaign at most, those with the smallest hashes. Campaigns with
   * more hardly compare; an English text of 20,000 characters has about 3,400.
   */
  private static final int MOST_PHRASES = 4096;

  private final SenderTexts texts;
  private final int[] campaignOfCluster;
  private final GroupedMessages campaigns;
  private final CampaignFamilies families;

  CampaignNames(SenderTexts texts, CampaignFamilies families) {
    this.texts = texts;
    this.families = families;
    int clusters = texts.clusters();
    campaignOfCluster = new int[clusters];
    for (int cluster = 0; cluster < clusters; cluster++) {
      int family = families.of(cluster);
      // Families and clusters that are in none are numbered in one go.
      campaignOfCluster[cluster] = family == CampaignFamilies.NONE ? clusters + cluster : family;
    }
    campaigns = new GroupedMessages(texts, 2 * clusters);
    for (int message = 0; message < texts.messages(); message++) {
      campaigns.add(message, campaignOfCluster[texts.cluster(texts.textOfMessage(message))]);
    }
  }

  /** For each cluster the id of its campaign, or null. */
  String[] byCluster() {
    String[] ids = new String[2 * campaignOfCluster.length];
    String[] byCluster = new String[campaignOfCluster.length];
    for (int cluster = 0; cluster < byCluster.length; cluster++) {
      int campaign = campaignOfCluster[cluster];
      if (campaigns.count(campaign) > 1) {
        if (ids[campaign] == null) {
          ids[campaign] = ContentHash.of(NAMESPACE, texts.messageId(campaigns.oldest(campaign)));
        }
        byCluster[cluster] = ids[campaign];
      }
    }
    return byCluster;
  }

  /** The phrases that stand for the campaign which the message names; null if it names none. */
  long[] phrasesOf(int message, RecurringPhrases phrases) {
    int cluster = texts.cluster(texts.textOfMessage(message));
    int campaign = campaignOfCluster[cluster];
    if (!campaigns.isOldest(message, campaign) || campaigns.count(campaign) == 1) {
      return null;
    }
    return Arrays.stream(families.core(families.of(cluster)))
        .limit(MOST_PHRASES)
        .mapToLong(phrases::hash)
        .toArray();
  }
}
