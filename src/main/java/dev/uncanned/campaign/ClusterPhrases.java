package dev.uncanned.campaign;

import java.util.Arrays;

/**
 * What a cluster says in recurring phrases: those of a few of its texts.
 *
 * @param key orders clusters alike whatever the order of the input
 * @param texts sorted phrases of each text
 * @param readers distinct recipients of each text
 */
record ClusterPhrases(int cluster, long key, int[][] texts, int[] readers) {

  ClusterPhrases with(int[] text, int reached) {
    int[][] moreTexts = Arrays.copyOf(texts, texts.length + 1);
    int[] moreReaders = Arrays.copyOf(readers, readers.length + 1);
    moreTexts[texts.length] = text;
    moreReaders[readers.length] = reached;
    return new ClusterPhrases(cluster, key, moreTexts, moreReaders);
  }
}
