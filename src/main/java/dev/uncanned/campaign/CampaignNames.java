package dev.uncanned.campaign;

import dev.uncanned.archive.ContentHash;
import java.util.Arrays;

/** Names each campaign after its oldest message; a family of one message is no campaign. */
final class CampaignNames {

  private static final int NOBODY = -1;

  private final SenderTexts texts;
  private final int[] campaignOfCluster;
  private final int[] oldest;
  private final int[] messages;

  CampaignNames(SenderTexts texts, CampaignFamilies families) {
    this.texts = texts;
    int clusters = texts.clusters();
    campaignOfCluster = new int[clusters];
    for (int cluster = 0; cluster < clusters; cluster++) {
      int family = families.of(cluster);
      // Families and clusters that are in none are numbered in one go.
      campaignOfCluster[cluster] = family == CampaignFamilies.NONE ? clusters + cluster : family;
    }
    oldest = new int[2 * clusters];
    messages = new int[2 * clusters];
    Arrays.fill(oldest, NOBODY);
    for (int message = 0; message < texts.messages(); message++) {
      int campaign = campaignOfCluster[texts.cluster(texts.textOfMessage(message))];
      messages[campaign]++;
      if (oldest[campaign] == NOBODY || texts.older(message, oldest[campaign])) {
        oldest[campaign] = message;
      }
    }
  }

  /** For each cluster the id of its campaign, or null. */
  String[] byCluster(String namespace) {
    String[] ids = new String[messages.length];
    String[] byCluster = new String[campaignOfCluster.length];
    for (int cluster = 0; cluster < byCluster.length; cluster++) {
      int campaign = campaignOfCluster[cluster];
      if (messages[campaign] > 1) {
        if (ids[campaign] == null) {
          ids[campaign] = ContentHash.of(namespace, texts.messageId(oldest[campaign]));
        }
        byCluster[cluster] = ids[campaign];
      }
    }
    return byCluster;
  }
}
