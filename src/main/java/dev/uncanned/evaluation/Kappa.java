package dev.uncanned.evaluation;

import java.util.List;

/**
 * Agreement beyond chance of two judgements of the same items.
 *
 * <p>Source: J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968), with quadratic weights:
 * taking level 1 for 2 weighs a ninth of taking it for 4. With two answers it is the plain kappa.
 */
public final class Kappa {

  private Kappa() {}

  /**
   * Weighted kappa, 1 for full agreement, 0 for chance.
   *
   * @param answers all answers, in their order
   * @param left one judgement of each item
   * @param right the other, in the same order
   * @return null without items and where both judgements are one and the same answer throughout
   */
  public static Double weighted(List<String> answers, List<String> left, List<String> right) {
    int n = left.size();
    double[] leftShare = new double[answers.size()];
    double[] rightShare = new double[answers.size()];
    double observed = 0;
    for (int i = 0; i < n; i++) {
      int one = answers.indexOf(left.get(i));
      int other = answers.indexOf(right.get(i));
      leftShare[one]++;
      rightShare[other]++;
      observed += weight(one, other);
    }
    double expected = 0;
    for (int one = 0; one < leftShare.length; one++) {
      for (int other = 0; other < rightShare.length; other++) {
        expected += leftShare[one] * rightShare[other] * weight(one, other);
      }
    }
    return expected == 0 ? null : Double.valueOf(1 - observed * n / expected);
  }

  private static double weight(int one, int other) {
    return (double) (one - other) * (one - other);
  }
}
