package dev.uncanned.campaign;

import dev.uncanned.archive.ContentHash;
import java.util.Arrays;

/** Names each campaign after its oldest message; a family of one message is no campaign. */
final class CampaignNames {

  static final String NAMESPACE = "campaign";

  private static final int NOBODY = -1;

  /** So many phrases stand for a campaign at most, those with the smallest hashes. */
  private static final int MOST_PHRASES = 1024;

  private final SenderTexts texts;
  private final int[] campaignOfCluster;
  private final int[] oldest;
  private final int[] messages;
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
  String[] byCluster() {
    String[] ids = new String[messages.length];
    String[] byCluster = new String[campaignOfCluster.length];
    for (int cluster = 0; cluster < byCluster.length; cluster++) {
      int campaign = campaignOfCluster[cluster];
      if (messages[campaign] > 1) {
        if (ids[campaign] == null) {
          ids[campaign] = ContentHash.of(NAMESPACE, texts.messageId(oldest[campaign]));
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
    if (oldest[campaign] != message || messages[campaign] == 1) {
      return null;
    }
    return Arrays.stream(families.core(families.of(cluster)))
        .limit(MOST_PHRASES)
        .mapToLong(phrases::hash)
        .toArray();
  }
}
