package dev.uncanned.mart;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/** Shrinks the reply rates of the senders that are compared with each other. */
final class ReplyShrinkage implements Serializable {

  private static final long serialVersionUID = 1L;

  /** The rows of one direction, channel and relationship, with the shrunk rates filled in. */
  Iterator<SenderSummaryRow> shrunk(Iterator<SenderSummaryRow> rows) {
    List<SenderSummaryRow> all = new ArrayList<>();
    rows.forEachRemaining(all::add);
    // Sums of floating-point numbers depend on their order.
    all.sort(Comparator.comparing(SenderSummaryRow::sender_id));
    long[] hits = all.stream().mapToLong(SenderSummaryRow::replies_n).toArray();
    long[] trials = all.stream().mapToLong(SenderSummaryRow::reply_known_n).toArray();
    BetaPrior prior = BetaPrior.of(hits, trials);
    return all.stream()
        .map(
            row ->
                row.withShrunkReplyRate(
                    prior == null || row.reply_known_n() == 0
                        ? null
                        : Double.valueOf(prior.shrunk(row.replies_n(), row.reply_known_n()))))
        .iterator();
  }
}
