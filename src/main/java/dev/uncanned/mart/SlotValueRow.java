package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;

/** One of the alternatives that stand in a slot. */
@Table(
    name = "slot_values",
    grain = "template × slot × value",
    sortedBy = {"cluster_id", "slot_no", "value_public"})
@Doc(
    "What stands in the slots that hold alternatives or an optional block, where at least 5 people "
        + "are known to have got it; fewer values where the rest would tell of fewer than 5 people. "
        + "Names, numbers and free text are never in here.")
public record SlotValueRow(
    @Doc("Template, as in clusters.") String cluster_id,
    @Doc("Slot, as in slots.") int slot_no,
    @Doc("Masked words, merge fields as placeholders.") String value_public,
    @Doc("People who got it, of those whom the sampled texts reached; 5 and more.")
        long recipients_n,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {}
