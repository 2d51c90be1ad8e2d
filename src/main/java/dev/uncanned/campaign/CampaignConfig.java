package dev.uncanned.campaign;

import java.io.Serializable;

/**
 * What makes a phrase recur and how much two texts must share to be of one campaign.
 *
 * @param phrase_words length of a phrase in tokens, 2 to 8
 * @param other_recipients a phrase recurs in a message if the sender used it in messages to at
 *     least so many others than the recipients of that message; from 1
 * @param min_tokens texts shorter than this have no reuse share and join by cluster only
 * @param loose_share a text is hand-written, and its phrases may be pleasantries, if a smaller
 *     share of its tokens recurs, 0 to 1, and it has no block of {@code block_words}
 * @param block_words so many recurring tokens in a row are a pasted block, however long the
 *     personal text around it
 * @param pleasantry_texts a phrase is a pleasantry if at least so many hand-written texts have it,
 *     from 1
 * @param pleasantry_share and if they are at least this share of the recipients of the phrase
 * @param specific_share share of the tokens that must lie in recurring phrases other than
 *     pleasantries for a text to be of a campaign, 0 to 1
 * @param containment share of a text's phrase weight that a family must hold to take it in, and of
 *     a family's that another must hold to take it over, above 0 to 1
 * @param variant_share share of its tokens that must lie in recurring phrases for a text to be
 *     taken for a variant that is spun word by word, 0 to 1
 * @param variant_containment share of the phrase weight that must be contained for two variants to
 *     begin a family, above 0 to 1; a family of n must contain {@code 1 - (1 - c)^n}, up to {@code
 *     containment}
 * @param variant_texts families of fewer variants are let go, at least 2
 * @param core_share the core of a family are the phrases that at least this share of its recipients
 *     got, 0 to 1; below the share of the rarest spintax alternative. A cluster stays in a family
 *     only if the core holds {@code containment} of its phrase weight
 * @param sample_clusters the large families are built from samples of so many clusters; the work on
 *     a sample is quadratic
 * @param stretch_clusters so many of the clusters that no large family took in are compared at a
 *     time
 * @param cluster_texts so many texts stand for a cluster in the comparison
 * @param rounds so many samples are taken, each of what the families so far did not take in
 * @param phrase_families a phrase held by more families than this says nothing about any of them
 */
public record CampaignConfig(
    int phrase_words,
    int other_recipients,
    int min_tokens,
    double loose_share,
    int block_words,
    int pleasantry_texts,
    double pleasantry_share,
    double specific_share,
    double containment,
    double variant_share,
    double variant_containment,
    int variant_texts,
    double core_share,
    int sample_clusters,
    int stretch_clusters,
    int cluster_texts,
    int rounds,
    int phrase_families)
    implements Serializable {

  private static final int MAX_PHRASE_WORDS = 8;
  private static final int MAX_SAMPLE = 4096;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a value is out of its range
   */
  public CampaignConfig {
    require(phrase_words >= 2 && phrase_words <= MAX_PHRASE_WORDS, "phrase_words is 2 to 8");
    require(other_recipients >= 1, "other_recipients is at least 1");
    require(min_tokens >= phrase_words, "min_tokens is at least phrase_words");
    require(share(loose_share), "loose_share is 0 to 1");
    require(block_words >= phrase_words, "block_words is at least phrase_words");
    require(pleasantry_texts >= 1, "pleasantry_texts is at least 1");
    require(share(pleasantry_share), "pleasantry_share is 0 to 1");
    require(share(specific_share), "specific_share is 0 to 1");
    require(share(containment) && containment > 0, "containment is above 0, at most 1");
    require(share(variant_share), "variant_share is 0 to 1");
    require(
        share(variant_containment) && variant_containment > 0,
        "variant_containment is above 0, at most 1");
    require(variant_texts >= 2, "variant_texts is at least 2");
    require(share(core_share), "core_share is 0 to 1");
    require(sample_clusters >= 2 && sample_clusters <= MAX_SAMPLE, "sample_clusters is 2 to 4096");
    require(
        stretch_clusters >= 2 && stretch_clusters <= MAX_SAMPLE, "stretch_clusters is 2 to 4096");
    require(cluster_texts >= 1, "cluster_texts is at least 1");
    require(rounds >= 1, "rounds is at least 1");
    require(phrase_families >= 1, "phrase_families is at least 1");
  }

  /** The values that the project ships with. */
  public static CampaignConfig standard() {
    return new CampaignConfig(
        3, 3, 8, 0.3, 16, 3, 0.01, 0.2, 0.5, 0.6, 0.15, 5, 0.03, 512, 128, 8, 3, 32);
  }

  /** The same with phrases of another length. */
  public CampaignConfig withPhraseWords(int words) {
    return new CampaignConfig(
        words,
        other_recipients,
        min_tokens,
        loose_share,
        block_words,
        pleasantry_texts,
        pleasantry_share,
        specific_share,
        containment,
        variant_share,
        variant_containment,
        variant_texts,
        core_share,
        sample_clusters,
        stretch_clusters,
        cluster_texts,
        rounds,
        phrase_families);
  }

  private static boolean share(double value) {
    return value >= 0 && value <= 1;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException(rule);
    }
  }
}
