package dev.uncanned.mart;

import dev.uncanned.table.Records;
import dev.uncanned.template.Slot;
import dev.uncanned.template.Template;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;

/** Lays out the slots of the templates. */
public final class SlotsStage {

  private final RunStamp stamp;

  public SlotsStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /** One row for each slot. */
  public Dataset<SlotRow> apply(Dataset<Template> templates) {
    RunStamp run = stamp;
    return templates.flatMap(
        (FlatMapFunction<Template, SlotRow>) template -> rows(template, run),
        Records.encoder(SlotRow.class));
  }

  private static Iterator<SlotRow> rows(Template template, RunStamp run) {
    List<SlotRow> rows = new ArrayList<>();
    for (Slot slot : template.slots()) {
      rows.add(
          new SlotRow(
              template.cluster_id(),
              slot.slot_no(),
              Label.of(slot.type()),
              slot.fill_rate(),
              slot.isMasked() ? null : (Integer) slot.distinct_n(),
              slot.entropy_bits(),
              slot.entropy_norm(),
              slot.median_words(),
              slot.match_share(),
              run.run_id(),
              run.metric_version(),
              run.key_id()));
    }
    return rows.iterator();
  }
}
