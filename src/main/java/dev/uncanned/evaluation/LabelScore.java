package dev.uncanned.evaluation;

import dev.uncanned.mart.Wilson;
import dev.uncanned.pipeline.PublishedAnswers.Delivery;
import dev.uncanned.pipeline.PublishedAnswers.Question;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How often people agree with what was published, answer by answer, and with each other.
 *
 * @param question column of the sheets
 * @param sheets_n sheets read
 * @param judged_n judgements of deliveries that the output knows
 * @param missing_n further judgements, of deliveries that it has no answer for any more
 * @param answers by published answer
 * @param kappa of the published answers with the people's, over these judgements of a sample in
 *     which every answer is about as frequent
 * @param raters each pair of sheets
 */
public record LabelScore(
    String question,
    int sheets_n,
    int judged_n,
    int missing_n,
    List<AnswerScore> answers,
    Double kappa,
    List<RaterPair> raters) {

  public LabelScore {
    answers = List.copyOf(answers);
    raters = List.copyOf(raters);
  }

  /**
   * How often a published answer is right by the people's judgement.
   *
   * <p>Several judgements of one delivery are no further sample of the deliveries: they count each
   * in {@code precision}, which is their mean, and once in the width of its interval.
   *
   * @param deliveries_n deliveries judged, each once
   * @param judged_n judgements
   * @param right_n judgements that agree
   * @param precision right_n / judged_n; null without any
   * @param lo lower end of its Wilson interval at 95 %, with deliveries_n trials
   * @param hi upper end
   */
  public record AnswerScore(
      String answer,
      long deliveries_n,
      long judged_n,
      long right_n,
      Double precision,
      Double lo,
      Double hi) {}

  /**
   * Agreement of two people.
   *
   * @param both_n deliveries that both judged
   * @param kappa Cohen's, with quadratic weights for levels; null without a common delivery or
   *     where both gave one and the same answer to all
   */
  public record RaterPair(int first, int second, int both_n, Double agreement, Double kappa) {}

  /**
   * Compares the sheets with what is published and with each other.
   *
   * @param published answers of at least the deliveries of the sheets
   */
  static LabelScore of(
      Question question, List<LabelSheet> sheets, Map<Delivery, String> published) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    question.answers().forEach(answer -> tallies.put(answer, new Tally()));
    List<String> ours = new ArrayList<>();
    List<String> theirs = new ArrayList<>();
    int missing = 0;
    for (LabelSheet sheet : sheets) {
      for (Map.Entry<Delivery, String> given : sheet.answers().entrySet()) {
        String answer = published.get(given.getKey());
        if (answer == null) {
          missing++;
          continue;
        }
        ours.add(answer);
        theirs.add(given.getValue());
        tallies.get(answer).add(given.getKey(), answer.equals(given.getValue()));
      }
    }
    return new LabelScore(
        question.column(),
        sheets.size(),
        ours.size(),
        missing,
        tallies.entrySet().stream().map(one -> one.getValue().score(one.getKey())).toList(),
        Kappa.weighted(question.answers(), ours, theirs),
        pairs(question, sheets));
  }

  /** Counts the judgements of one published answer. */
  private static final class Tally {

    private final Set<Delivery> deliveries = new HashSet<>();
    private long judged;
    private long right;

    void add(Delivery delivery, boolean agrees) {
      deliveries.add(delivery);
      judged++;
      right += agrees ? 1 : 0;
    }

    AnswerScore score(String answer) {
      if (judged == 0) {
        return new AnswerScore(answer, 0, 0, 0, null, null, null);
      }
      Wilson wilson = Wilson.ofRate((double) right / judged, deliveries.size());
      return new AnswerScore(
          answer, deliveries.size(), judged, right, wilson.rate(), wilson.lo(), wilson.hi());
    }
  }

  private static List<RaterPair> pairs(Question question, List<LabelSheet> sheets) {
    List<RaterPair> pairs = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      for (int j = i + 1; j < sheets.size(); j++) {
        pairs.add(pair(question, i, j, sheets.get(i).answers(), sheets.get(j).answers()));
      }
    }
    return pairs;
  }

  private static RaterPair pair(
      Question question,
      int first,
      int second,
      Map<Delivery, String> one,
      Map<Delivery, String> other) {
    List<String> left = new ArrayList<>();
    List<String> right = new ArrayList<>();
    int equal = 0;
    for (Map.Entry<Delivery, String> given : one.entrySet()) {
      String answer = other.get(given.getKey());
      if (answer != null) {
        left.add(given.getValue());
        right.add(answer);
        equal += answer.equals(given.getValue()) ? 1 : 0;
      }
    }
    return new RaterPair(
        first + 1,
        second + 1,
        left.size(),
        Agreement.ratio(equal, left.size()),
        Kappa.weighted(question.answers(), left, right));
  }
}
