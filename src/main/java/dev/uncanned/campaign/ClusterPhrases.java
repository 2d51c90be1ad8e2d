package dev.uncanned.campaign;

import java.util.Arrays;

/**
 * What a cluster says in recurring phrases: those of a few of its texts.
 *
 * @param key orders clusters alike whatever the order of the input
 * @param texts sorted phrases of each text
 * @param readers distinct recipients of each text
 * @param covered smallest share of the tokens of a text that lies in its phrases, 0 to 1
 */
record ClusterPhrases(int cluster, long key, int[][] texts, int[] readers, double covered) {

  ClusterPhrases with(int[] text, int reached, double share) {
    int[][] moreTexts = Arrays.copyOf(texts, texts.length + 1);
    int[] moreReaders = Arrays.copyOf(readers, readers.length + 1);
    moreTexts[texts.length] = text;
    moreReaders[readers.length] = reached;
    return new ClusterPhrases(cluster, key, moreTexts, moreReaders, Math.min(covered, share));
  }
}
