package dev.uncanned.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A parameter of a sweep. */
enum SweepAxis {
  THRESHOLD("threshold", SweepScore::threshold),
  SHINGLE_WORDS("shingle words", SweepScore::shingle_words),
  BANDS("bands", SweepScore::bands),
  PHRASE_WORDS("phrase words", SweepScore::phrase_words),
  RECIPIENTS("recipients", SweepScore::recipients);

  private final String title;
  private final ToDoubleFunction<SweepScore> value;

  SweepAxis(String title, ToDoubleFunction<SweepScore> value) {
    this.title = title;
    this.value = value;
  }

  String title() {
    return title;
  }

  double of(SweepScore score) {
    return value.applyAsDouble(score);
  }

  /** The values that were tried, ascending. */
  double[] values(List<SweepScore> scores) {
    return scores.stream().mapToDouble(value).distinct().sorted().toArray();
  }

  /** The points that differ from a point by this parameter at most, by its value. */
  List<SweepScore> through(SweepScore point, List<SweepScore> scores) {
    return scores.stream()
        .filter(
            score ->
                Arrays.stream(values())
                    .allMatch(axis -> axis == this || axis.of(score) == axis.of(point)))
        .sorted((one, other) -> Double.compare(of(one), of(other)))
        .toList();
  }

  /** The value as people write it: whole numbers without a point. */
  static String shown(double value) {
    return value == Math.rint(value)
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%s", value);
  }
}
