package dev.uncanned.score;

import dev.uncanned.archive.Direction;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Decides what is a mass send for several least reaches at once, without any other score. */
public final class MassVerdictStage {

  private static final String LEFT = "left_outer";
  private static final String SORTED = "merge";

  private final List<ScoreConfig> configs;

  /**
   * A stage with the configured rule for each least reach.
   *
   * @param massReaches least reaches, each at least 2
   */
  public MassVerdictStage(ScoreConfig config, List<Integer> massReaches) {
    this.configs = massReaches.stream().map(config::withMassReach).toList();
  }

  /** The verdicts: for each least reach one row per message and recipient. */
  public Dataset<MassVerdict> apply(
      Dataset<TextDocument> documents, Dataset<Touch> history, Dataset<FamilyReach> reaches) {
    Dataset<FactColumns> facts = Records.project(documents, FactColumns.class);
    Column id = functions.col(MessageFacts.HEADER).getField(Touch.MESSAGE_ID);
    Dataset<Row> keyed =
        facts
            .select(id.as(Touch.MESSAGE_ID), Records.whole(facts).as(MassMeasured.FACTS))
            .hint(SORTED);
    String[] message = {Touch.MESSAGE_ID};
    Dataset<Row> measured =
        as(MassMeasured.TOUCH, history)
            .join(keyed, message, "inner")
            .join(reaches(MassMeasured.TEMPLATE, Scope.TEMPLATE, reaches), message, LEFT)
            .join(reaches(MassMeasured.CAMPAIGN, Scope.CAMPAIGN, reaches), message, LEFT);
    List<ScoreConfig> rules = configs;
    return Records.project(measured, MassMeasured.class)
        .flatMap(
            (FlatMapFunction<MassMeasured, MassVerdict>) row -> verdicts(row, rules),
            Records.encoder(MassVerdict.class));
  }

  private static Iterator<MassVerdict> verdicts(MassMeasured measured, List<ScoreConfig> rules) {
    Send send = measured.touch().send();
    List<FamilyReach> reaches = new ArrayList<>(2);
    if (measured.template() != null) {
      reaches.add(measured.template());
    }
    if (measured.campaign() != null) {
      reaches.add(measured.campaign());
    }
    MessageFacts facts = measured.facts().facts();
    List<MassVerdict> verdicts = new ArrayList<>(rules.size());
    for (ScoreConfig rule : rules) {
      verdicts.add(
          new MassVerdict(
              rule.mass_reach(),
              send.message_id(),
              send.sender_id(),
              send.recipient_id(),
              send.sent_at(),
              send.direction() == Direction.OUTBOUND,
              new MassSend(rule)
                  .verdict(facts, measured.touch(), send.reuse_share(), reaches)
                  .mass_send(),
              send.cluster_id(),
              send.campaign_id()));
    }
    return verdicts.iterator();
  }

  private static Dataset<Row> reaches(String name, Scope scope, Dataset<FamilyReach> reaches) {
    return as(name, reaches.where(functions.col(FamilyReach.SCOPE).equalTo(scope.name())));
  }

  private static Dataset<Row> as(String name, Dataset<?> rows) {
    return rows.select(functions.col(Touch.MESSAGE_ID), Records.whole(rows).as(name)).hint(SORTED);
  }
}
