package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;

/** An id of a cluster that is no longer used, and where its messages are now. */
@Table(
    name = "cluster_aliases",
    grain = "former cluster",
    sortedBy = {"old_id"})
@Doc(
    "Ids of clusters that later runs found to be part of an older cluster, from the first run on;"
        + " empty after a first run.")
public record ClusterAliasRow(
    @Doc(
            "The id that is no longer used. Should its texts turn out to be a cluster of their own"
                + " after all, it gets the id back, and the row goes.")
        String old_id,
    @Doc(
            "The older cluster that took it in; it may have become part of a third one later, and"
                + " then has a row of its own.")
        String survivor_id,
    @Doc("Generation in which the id went out of use; where it leads to may change later.")
        long generation,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {

  /** The row of an alias. */
  public static ClusterAliasRow of(String oldId, String survivorId, long night, RunStamp stamp) {
    return new ClusterAliasRow(
        oldId, survivorId, night, stamp.run_id(), stamp.metric_version(), stamp.key_id());
  }
}
