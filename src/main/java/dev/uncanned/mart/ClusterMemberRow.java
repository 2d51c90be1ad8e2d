package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;

/** A message and the template it belongs to. */
@Table(
    name = "cluster_members",
    grain = "message",
    sortedBy = {"cluster_id", "message_id"})
@Doc("Which messages belong to which template; templates of two and more messages.")
public record ClusterMemberRow(
    @Doc("Template, as in clusters.") String cluster_id,
    @Doc("Message, as in messages.") String message_id,
    @Doc("Exact Jaccard similarity of the masked 2-word shingles with the medoid's, 0 to 1.")
        float jaccard_medoid,
    @Doc("Whether its text is the medoid's: the text most like all others.") boolean is_medoid,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {}
