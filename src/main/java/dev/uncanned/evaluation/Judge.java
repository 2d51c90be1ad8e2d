package dev.uncanned.evaluation;

import dev.uncanned.pipeline.PublishedScores;
import dev.uncanned.pipeline.PublishedScores.Delivery;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Judges an output folder by a file of labels. */
public final class Judge {

  private Judge() {}

  /**
   * The evaluation of what is published.
   *
   * @throws dev.uncanned.pipeline.UserException if labels or tables cannot be read
   */
  public static Evaluation judge(Path labels, Path out) {
    List<TruthRow> truth = TruthReader.read(labels);
    PublishedScores scores = PublishedScores.read(out);
    Delivery[] found = new Delivery[truth.size()];
    for (int i = 0; i < found.length; i++) {
      TruthRow row = truth.get(i);
      found[i] = scores.take(row.sender(), row.recipient(), row.sent_at());
    }
    List<Judged> judged = new ArrayList<>();
    for (int i = 0; i < found.length; i++) {
      TruthRow row = truth.get(i);
      if (found[i] == null) {
        found[i] = scores.takeOnly(row.sender(), row.recipient(), row.sent_at());
      }
      if (found[i] != null) {
        judged.add(judged(row, found[i]));
      }
    }
    return Evaluation.of(truth.size(), judged);
  }

  private static Judged judged(TruthRow row, Delivery found) {
    return new Judged(
        row, found.message_id(), found.mass_send(), found.cluster_id(), found.campaign_id());
  }
}
