package dev.uncanned.evaluation;

import dev.uncanned.pipeline.PublishedScores;
import dev.uncanned.pipeline.PublishedScores.Delivery;
import dev.uncanned.pipeline.PublishedScores.Missing;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Judges an output folder by a file of labels.
 *
 * <p>A label finds its delivery by the addresses and the minute; where an archive names people
 * without addresses, by the names that other archives give to the addresses; where no archive gives
 * an address of one of the two, by what is left in that minute from or to the other. In that last
 * case several labels of one minute are matched only if they say the same.
 */
public final class Judge {

  private record Moment(String sender, String recipient, Instant minute) {}

  private final List<TruthRow> truth;
  private final PublishedScores scores;
  private final Delivery[] found;

  private Judge(List<TruthRow> truth, PublishedScores scores) {
    this.truth = truth;
    this.scores = scores;
    this.found = new Delivery[truth.size()];
  }

  /**
   * The evaluation of what is published.
   *
   * @throws dev.uncanned.pipeline.UserException if labels or tables cannot be read
   */
  public static Evaluation judge(Path labels, Path out) {
    return judge(TruthReader.read(labels), PublishedScores.read(out));
  }

  static Evaluation judge(List<TruthRow> truth, PublishedScores scores) {
    Judge judge = new Judge(truth, scores);
    judge.match();
    return judge.evaluation();
  }

  private void match() {
    for (int i = 0; i < found.length; i++) {
      TruthRow row = truth.get(i);
      found[i] = scores.take(row.sender(), row.recipient(), row.sent_at());
    }
    for (int i = 0; i < found.length; i++) {
      TruthRow row = truth.get(i);
      if (found[i] == null) {
        found[i] = scores.takeNamed(row.sender(), row.recipient(), row.sent_at());
      }
    }
    Map<Moment, List<Integer>> bySender = new LinkedHashMap<>();
    Map<Moment, List<Integer>> byRecipient = new LinkedHashMap<>();
    for (int i = 0; i < found.length; i++) {
      TruthRow row = truth.get(i);
      if (found[i] == null) {
        boolean sender = scores.knows(row.sender());
        boolean recipient = scores.knows(row.recipient());
        if (sender && !recipient) {
          add(bySender, new Moment(row.sender(), null, minute(row)), i);
        } else if (recipient && !sender) {
          add(byRecipient, new Moment(null, row.recipient(), minute(row)), i);
        }
      }
    }
    bySender.values().forEach(this::matchUnnamed);
    byRecipient.values().forEach(this::matchUnnamed);
  }

  private static void add(Map<Moment, List<Integer>> index, Moment moment, int label) {
    index.computeIfAbsent(moment, unseen -> new ArrayList<>()).add(label);
  }

  private static Instant minute(TruthRow row) {
    return row.sent_at() == null ? null : row.sent_at().truncatedTo(ChronoUnit.MINUTES);
  }

  private void matchUnnamed(List<Integer> labels) {
    TruthRow first = truth.get(labels.get(0));
    if (!labels.stream().allMatch(label -> truth.get(label).saysTheSameAs(first))) {
      return;
    }
    List<Delivery> taken =
        scores.takeUnnamed(first.sender(), first.recipient(), first.sent_at(), labels.size());
    for (int i = 0; i < taken.size(); i++) {
      found[labels.get(i)] = taken.get(i);
    }
  }

  private Evaluation evaluation() {
    List<Judged> judged = new ArrayList<>();
    Map<Missing, Long> unmatched = new EnumMap<>(Missing.class);
    for (int i = 0; i < found.length; i++) {
      TruthRow row = truth.get(i);
      if (found[i] == null) {
        unmatched.merge(
            scores.missing(row.sender(), row.recipient(), row.sent_at()), 1L, Long::sum);
      } else {
        judged.add(judged(row, found[i]));
      }
    }
    List<UnmatchedLabels> reasons = new ArrayList<>();
    unmatched.forEach(
        (reason, labels) ->
            reasons.add(
                new UnmatchedLabels(
                    reason.name().toLowerCase(Locale.ROOT), reason.words(), labels)));
    return Evaluation.of(reasons, judged);
  }

  private static Judged judged(TruthRow row, Delivery found) {
    return new Judged(
        row,
        found.message_id(),
        found.sender_id(),
        found.mass_send(),
        found.cluster_id(),
        found.campaign_id(),
        found.hard_defects());
  }
}
