package dev.uncanned.mart;

import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.table.Records;
import dev.uncanned.text.NullReason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;
import scala.Tuple2;

/** Picks a few messages for each thing that a team has to fix. */
public final class FixExamplesStage {

  private static final int MOST = 3;

  /** What is read of the score of a delivery. */
  public record Judged(
      String message_id,
      String recipient_id,
      String direction,
      String cluster_id,
      Boolean after_opt_out,
      List<DefectSpan> defects,
      Integer unanswered_run,
      Boolean replied,
      String null_reason) {}

  /** What is read of a delivery. */
  public record Sent(
      String message_id, String recipient_id, String team_id, String kind, Boolean first_touch) {}

  /** At most three messages for each subject and team, those with the smallest ids. */
  public Dataset<FixExample> apply(Dataset<MessageScoreRow> scores, Dataset<MessageRow> messages) {
    Dataset<Judged> judged = Records.project(scores.where(isSuspect()), Judged.class);
    Dataset<Sent> sent = Records.project(messages, Sent.class);
    return judged
        .joinWith(sent, same(judged, sent, MessageRow.MESSAGE_ID, MessageRow.RECIPIENT_ID))
        .flatMap(
            (FlatMapFunction<Tuple2<Judged, Sent>, FixExample>) both -> of(both._1(), both._2()),
            Records.encoder(FixExample.class))
        .groupByKey(
            (MapFunction<FixExample, String>) one -> one.subject() + " " + one.team_id(),
            Encoders.STRING())
        .flatMapGroups(
            (FlatMapGroupsFunction<String, FixExample, FixExample>) (key, all) -> first(all),
            Records.encoder(FixExample.class));
  }

  private static Column isSuspect() {
    return functions
        .size(functions.col(MessageScoreRow.DEFECTS))
        .gt(0)
        .or(functions.col(MessageScoreRow.AFTER_OPT_OUT))
        .or(functions.col(MessageScoreRow.UNANSWERED_RUN).equalTo(ScoreFact.FOURTH));
  }

  private static Column same(Dataset<?> one, Dataset<?> other, String message, String recipient) {
    return one.col(message)
        .equalTo(other.col(message))
        .and(one.col(recipient).equalTo(other.col(recipient)));
  }

  /** What is to be fixed in a delivery. */
  static Iterator<FixExample> of(Judged score, Sent sent) {
    List<FixExample> found = new ArrayList<>();
    Direction direction = value(Direction.class, score.direction());
    if (direction != Direction.OUTBOUND) {
      return found.iterator();
    }
    boolean counts =
        DefectRate.counts(
            direction,
            value(MessageKind.class, sent.kind()),
            sent.recipient_id(),
            sent.first_touch(),
            value(NullReason.class, score.null_reason()));
    if (counts) {
      score.defects().stream()
          .map(DefectSpan::type)
          .distinct()
          .forEach(type -> found.add(example(type, score, sent)));
    }
    if (Boolean.TRUE.equals(score.after_opt_out())) {
      found.add(example(FixExample.AFTER_OPT_OUT, score, sent));
    }
    if (ScoreFact.isFourthUnanswered(score.unanswered_run(), score.replied())) {
      found.add(example(FixExample.UNANSWERED, score, sent));
    }
    return found.iterator();
  }

  private static FixExample example(String subject, Judged score, Sent sent) {
    return new FixExample(
        subject, TeamSummary.name(sent.team_id()), score.message_id(), score.cluster_id(), 1);
  }

  /** Those of the smallest ids, a message once, and how many deliveries there were. */
  static Iterator<FixExample> first(Iterator<FixExample> all) {
    TreeSet<FixExample> kept = new TreeSet<>(Comparator.comparing(FixExample::message_id));
    long deliveries = 0;
    while (all.hasNext()) {
      kept.add(all.next());
      deliveries++;
      if (kept.size() > MOST) {
        kept.pollLast();
      }
    }
    long counted = deliveries;
    return kept.stream().map(one -> one.of(counted)).iterator();
  }

  private static <E extends Enum<E>> E value(Class<E> type, String published) {
    return published == null ? null : Enum.valueOf(type, published.toUpperCase(Locale.ROOT));
  }
}
