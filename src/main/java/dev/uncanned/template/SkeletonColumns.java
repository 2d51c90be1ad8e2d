package dev.uncanned.template;

import dev.uncanned.text.Placeholder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Decides which tokens of the medoid are the skeleton of its cluster.
 *
 * <p>A token is of it if {@code skeleton_support} of the messages have it, unless {@code slot_fill}
 * of them have other words in place of the run that it stands in: that run is then one value of the
 * slot, and the other words are another. So is what as many lack near such a run. Words that only
 * meet by chance, as {@link Islands} finds them, are not of the skeleton; placeholders always stay.
 * The words that {@link ChoiceBorders} finds are of it too.
 */
final class SkeletonColumns {

  private final TemplateConfig config;
  private final List<MemberText> sample;
  private final int[][] tokens;
  private final int[][] partners;
  private final long[] support;
  private final long[] replaced;
  private long messages;

  /**
   * @param tokens of each text, the medoid's first; equal numbers for equal tokens
   * @param partners of each text, as {@link TokenAlignment#align} gives them for the medoid
   */
  SkeletonColumns(
      TemplateConfig config, List<MemberText> sample, int[][] tokens, int[][] partners) {
    this.config = config;
    this.sample = sample;
    this.tokens = tokens;
    this.partners = partners;
    this.support = new long[tokens[0].length];
    this.replaced = new long[tokens[0].length];
    for (int m = 0; m < tokens.length; m++) {
      long weight = Math.max(1, sample.get(m).copies_n());
      messages += weight;
      count(m, weight);
    }
  }

  /** For each token of the medoid whether a text has it at the same place. */
  boolean[] equal(int member) {
    boolean[] equal = new boolean[support.length];
    for (int column = 0; column < equal.length; column++) {
      int partner = partners[member][column];
      equal[column] = partner >= 0 && tokens[member][partner] == tokens[0][column];
    }
    return equal;
  }

  /**
   * The tokens of the skeleton, rising.
   *
   * @param spelled the tokens of each text
   */
  int[] find(String[][] spelled) {
    int[] shared = shared(Arrays.asList(spelled[0]));
    boolean[] kept =
        new Islands(cut(spelled, shared), messages, config.slot_fill())
            .kept(words(spelled[0], shared), supports(shared));
    int[] columns =
        IntStream.range(0, shared.length)
            .filter(word -> kept[word])
            .map(word -> shared[word])
            .toArray();
    return withBorders(cut(spelled, columns), columns);
  }

  /** The skeleton with the words between choices, to which the texts are aligned anew. */
  private int[] withBorders(List<AlignedMember> members, int[] columns) {
    IntStream.Builder all = IntStream.builder();
    for (int gap = 0; gap <= columns.length; gap++) {
      int from = gap == 0 ? 0 : columns[gap - 1] + 1;
      int to = gap < columns.length ? columns[gap] : support.length;
      FillSpans fills = FillSpans.ofGap(members, gap);
      List<int[]> borders = new ChoiceBorders(fills, messages, config.skeleton_support()).words();
      if (!borders.isEmpty()) {
        realign(from, to, borders, fills);
        borders.forEach(word -> all.add(word[0]));
      }
      if (gap < columns.length) {
        all.add(columns[gap]);
      }
    }
    return all.build().toArray();
  }

  private void realign(int from, int to, List<int[]> borders, FillSpans fills) {
    for (int m = 1; m < partners.length; m++) {
      Arrays.fill(partners[m], from, to, -1);
      if (fills.words(m) > 0) {
        // Where the next word of the skeleton is missing, this keeps the fill in front of it.
        partners[m][to - 1] = fills.ends()[m] - 1;
      }
      for (int[] word : borders) {
        partners[m][word[0]] = word[m];
      }
    }
  }

  private int[] shared(List<String> medoid) {
    boolean[] replaceable = new boolean[support.length];
    int last = -1;
    for (int column = 0; column < support.length; column++) {
      if (share(replaced[column]) >= config.slot_fill() || isNear(last, column, medoid)) {
        replaceable[column] = true;
        last = column;
      }
    }
    last = -1;
    for (int column = support.length - 1; column >= 0; column--) {
      if (replaceable[column] || isNear(last, column, medoid)) {
        replaceable[column] = true;
        last = column;
      }
    }
    return IntStream.range(0, support.length)
        .filter(column -> share(support[column]) >= config.skeleton_support())
        .filter(column -> !replaceable[column] || Placeholder.isPlaceholder(medoid.get(column)))
        .toArray();
  }

  /** Whether a token that many lack lies next to one that is replaced, or an island away. */
  private boolean isNear(int replacedColumn, int column, List<String> medoid) {
    int from = Math.min(replacedColumn, column) + 1;
    int to = Math.max(replacedColumn, column);
    return replacedColumn >= 0
        && share(messages - support[column]) >= config.slot_fill()
        && Islands.canBeIsland(medoid, from, to);
  }

  /** The texts, cut at a skeleton. */
  List<AlignedMember> cut(String[][] spelled, int[] columns) {
    List<AlignedMember> members = new ArrayList<>(spelled.length);
    for (int m = 0; m < spelled.length; m++) {
      members.add(new AlignedMember(sample.get(m), spelled[m], columns, partners[m], equal(m)));
    }
    return members;
  }

  /** The words of a skeleton. */
  static List<String> words(String[] medoid, int[] columns) {
    return Arrays.stream(columns).mapToObj(column -> medoid[column]).toList();
  }

  private double[] supports(int[] columns) {
    return Arrays.stream(columns).mapToDouble(column -> share(support[column])).toArray();
  }

  private double share(long weight) {
    return (double) weight / messages;
  }

  private void count(int member, long weight) {
    boolean[] equal = equal(member);
    int runStart = 0;
    int next = 0;
    for (int column = 0; column <= equal.length; column++) {
      if (column < equal.length && !equal[column]) {
        continue;
      }
      int end = column < equal.length ? partners[member][column] : tokens[member].length;
      for (int missing = runStart; end > next && missing < column; missing++) {
        replaced[missing] += weight;
      }
      if (column < equal.length) {
        support[column] += weight;
      }
      runStart = column + 1;
      next = end + 1;
    }
  }
}
