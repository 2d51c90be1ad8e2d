package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;
import java.time.Instant;
import java.util.List;

/** A template: messages whose masked texts are near-duplicates. */
@Table(
    name = "clusters",
    grain = "template",
    sortedBy = {"cluster_id"})
@Doc("Templates: two and more messages whose masked texts are near-duplicates of each other.")
public record ClusterRow(
    @Doc(
            "Template, from the content of the member that came first: on the earliest night, of"
                + " several the one that was sent first.")
        String cluster_id,
    @Doc("Id over merges: cluster_id, as the older of two that become one keeps its id.")
        String lineage_id,
    @Doc(
            "Templates of earlier runs that were merged into it, directly or by way of others, sorted, "
                + "as in cluster_aliases; empty after a first run. Which templates follow which in "
                + "time is in cluster_lineage.")
        List<String> parent_ids,
    @Doc(
            "Words that the members share, slots as [type] or with their values, words that fewer "
                + "than 5 people are known to have got as \u2026; null where fewer than 5 "
                + "recipients got the template, and where it was not aligned.")
        String skeleton_public,
    @Doc("Messages.") int members_n,
    @Doc("Messages among them that our side sent.") int outbound_n,
    @Doc("Distinct masked texts among them.") int texts_n,
    @Doc("Distinct recipients.") int recipients_n,
    @Doc("Distinct senders.") int senders_n,
    @Doc("Words of the skeleton / median words of the members; null if it was not aligned.")
        Float skeleton_share,
    @Doc("Mean Jaccard similarity of the messages to the medoid.") float stability,
    @Doc("Mean Jaccard similarity of the distinct texts to the medoid.") float jaccard_medoid,
    @Doc("Least Jaccard similarity of a text to the one that was sent first.")
        float jaccard_oldest_min,
    @Doc(
            "Pairs of texts that are similar enough to be joined directly / pairs of texts; of 200 "
                + "texts where there are more. Null for a single text.")
        Float edge_density,
    @Doc(
            "Pairs without which their two texts would not be connected / such pairs: near 1 the "
                + "template is a chain. Null below three texts.")
        Float bridge_share,
    @Doc("Slots; null if it was not aligned.") Integer slots_n,
    @Doc("Earliest message, UTC; null if none is dated.") Instant first_seen,
    @Doc("Latest message, UTC; null if none is dated.") Instant last_seen,
    @Doc("Days from the first to the last message, both counted.") Integer active_d,
    @Doc(
            "How evenly the recipients' titles are spread over 13 families, 0: all in one, 1: "
                + "evenly; null below 20 recipients and where fewer than 60 % of the titles are "
                + "known.")
        Float audience_entropy,
    @Doc(
            "Hosts that its links led at least 5 recipients to, without www., sorted; empty if there "
                + "are none, null where fewer than 5 recipients got the template.")
        List<String> link_domains,
    @Doc("First touches with this template that were answered within the horizon.") int replies_n,
    @Doc("First touches with this template whose horizon is over.") int eligible_n,
    @Doc("replies_n / eligible_n; null without any.") Double reply_rate,
    @Doc("Lower end of the Wilson 95 % interval of reply_rate.") Double reply_lo,
    @Doc("Upper end of the Wilson 95 % interval of reply_rate.") Double reply_hi,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {

  static final String AUDIENCE_ENTROPY = "audience_entropy";
  static final String LINK_DOMAINS = "link_domains";
  public static final String CLUSTER_ID = "cluster_id";
  public static final String SKELETON_PUBLIC = "skeleton_public";
  public static final String MEMBERS_N = "members_n";
  public static final String OUTBOUND_N = "outbound_n";
  public static final String RECIPIENTS_N = "recipients_n";
}
