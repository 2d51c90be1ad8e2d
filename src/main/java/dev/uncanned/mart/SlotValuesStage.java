package dev.uncanned.mart;

import dev.uncanned.table.Records;
import dev.uncanned.template.SlotValue;
import dev.uncanned.template.Template;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;

/** Lays out what may be published of the fills of slots. */
public final class SlotValuesStage {

  private final RunStamp stamp;

  public SlotValuesStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /** One row for each value. */
  public Dataset<SlotValueRow> apply(Dataset<Template> templates) {
    RunStamp run = stamp;
    return templates.flatMap(
        (FlatMapFunction<Template, SlotValueRow>) template -> rows(template, run),
        Records.encoder(SlotValueRow.class));
  }

  private static Iterator<SlotValueRow> rows(Template template, RunStamp run) {
    List<SlotValueRow> rows = new ArrayList<>();
    for (SlotValue value : template.values()) {
      rows.add(
          new SlotValueRow(
              template.cluster_id(),
              value.slot_no(),
              value.value_public(),
              value.recipients_n(),
              run.run_id(),
              run.metric_version(),
              run.key_id()));
    }
    return rows.iterator();
  }
}
