package dev.uncanned.campaign;

import it.unimi.dsi.fastutil.ints.IntArrays;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Reads the clusters of a sender that say enough in recurring phrases to be of a campaign.
 *
 * <p>Pleasantries recur as surely as a sales pitch does. What tells them apart is their words
 * ({@link Courtesies}), and their company: they also stand in texts that are otherwise written by
 * hand. Such phrases are left out here.
 */
final class ClusterReading {

  /** Keeps to 16 MB what is found in texts; where there is more, they are searched once more. */
  static final int MOST_FOUND = 1 << 22;

  private final SenderTexts texts;
  private final Readership readership;
  private final RecurringPhrases phrases;
  private final CampaignConfig config;
  private final TextCoverage coverage;
  private final ReuseShares shares;

  /** What was found in the first texts that may be of a campaign; null for others. */
  private final int[][] found;

  private final int mostFound;
  private int foundTokens;

  /** Texts without enough recurring phrases to be of a campaign. */
  private final BitSet outside = new BitSet();

  /**
   * @param shares are told of each text what it reuses
   * @param mostFound what is found in so many tokens is kept, usually {@link #MOST_FOUND}
   */
  ClusterReading(
      SenderTexts texts,
      Readership readership,
      RecurringPhrases phrases,
      ReuseShares shares,
      CampaignConfig config,
      int mostFound) {
    this.texts = texts;
    this.readership = readership;
    this.phrases = phrases;
    this.shares = shares;
    this.config = config;
    this.coverage = new TextCoverage(phrases, config);
    this.mostFound = mostFound;
    this.found = new int[texts.size()][];
  }

  /** The clusters in an order that depends on their texts only. */
  List<ClusterPhrases> clusters() {
    BitSet pleasantries = pleasantries();
    ClusterPhrases[] byCluster = new ClusterPhrases[texts.clusters()];
    List<ClusterPhrases> read = new ArrayList<>();
    int[] place = new int[texts.clusters()];
    for (int text : textsByKey()) {
      int cluster = texts.cluster(text);
      ClusterPhrases known = byCluster[cluster];
      if (known != null && known.texts().length >= config.cluster_texts()) {
        continue;
      }
      if (!specific(text, pleasantries)) {
        continue;
      }
      if (known == null) {
        known = new ClusterPhrases(cluster, texts.key(text), new int[0][], new int[0], 1);
        place[cluster] = read.size();
        read.add(known);
      }
      byCluster[cluster] =
          known.with(coverage.phrases(), readership.readers(text), coverage.share());
      read.set(place[cluster], byCluster[cluster]);
    }
    return read;
  }

  private boolean specific(int text, BitSet pleasantries) {
    if (outside.get(text)) {
      return false;
    }
    if (found[text] == null) {
      coverage.read(texts.tokens(text), texts.fewestRecipients(text));
    } else {
      coverage.readAgain(found[text]);
    }
    coverage.without(pleasantries);
    return coverage.share() > 0 && coverage.share() >= config.specific_share();
  }

  private BitSet pleasantries() {
    int[] handWritten = new int[phrases.size()];
    BitSet pleasantries = new BitSet(phrases.size());
    for (int text = 0; text < texts.size(); text++) {
      if (!read(text)) {
        outside.set(text);
        continue;
      }
      courtesies(texts.tokens(text), pleasantries);
      if (handWritten()) {
        outside.set(text);
        coverage.countInto(handWritten);
      } else {
        keepFound(text);
      }
    }
    for (int phrase = 0; phrase < handWritten.length; phrase++) {
      double least = config.pleasantry_share() * phrases.recipients(phrase);
      if (handWritten[phrase] >= Math.max(least, config.pleasantry_texts())) {
        pleasantries.set(phrase);
      }
    }
    return pleasantries;
  }

  private void keepFound(int text) {
    int tokens = texts.tokens(text).length;
    if (foundTokens + tokens <= mostFound) {
      found[text] = coverage.found();
      foundTokens += tokens;
    }
  }

  /** Adds the phrases of the text just read that are nothing but courtesies in it. */
  private void courtesies(int[] tokens, BitSet pleasantries) {
    BitSet courteous = Courtesies.of(tokens);
    for (int i = courteous.nextSetBit(0); i >= 0; i = courteous.nextSetBit(i + 1)) {
      int phrase = coverage.phraseAt(i);
      if (phrase != RecurringPhrases.NONE
          && courteous.nextClearBit(i) >= i + config.phrase_words()) {
        pleasantries.set(phrase);
      }
    }
  }

  private boolean read(int text) {
    int[] tokens = texts.tokens(text);
    if (tokens.length < config.min_tokens()) {
      return false;
    }
    int recipients = texts.fewestRecipients(text);
    coverage.read(tokens, recipients);
    shares.note(text, recipients, coverage.share());
    return coverage.longestBlock() > 0;
  }

  private boolean handWritten() {
    return coverage.share() < config.loose_share()
        && coverage.longestBlock() < config.block_words();
  }

  private int[] textsByKey() {
    int[] order = new int[texts.size()];
    for (int text = 0; text < order.length; text++) {
      order[text] = text;
    }
    IntArrays.quickSort(order, (a, b) -> Long.compare(texts.key(a), texts.key(b)));
    return order;
  }
}
