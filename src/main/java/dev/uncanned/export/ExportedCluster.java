package dev.uncanned.export;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;

/** A template as it is exported. */
@Table(
    name = "clusters",
    grain = "template",
    sortedBy = {"cluster_id"})
@Doc(
    "Templates that reached k recipients and more of the exported messages. Counts are rounded down "
        + "to a multiple of k; null is 1 to k - 1.")
public record ExportedCluster(
    @Doc("Template, as in messages.") String cluster_id,
    @Doc("Messages, in multiples of k.") Long members_n,
    @Doc("Messages of our side among them, in multiples of k.") Long outbound_n,
    @Doc("Distinct masked texts among them, in multiples of k.") Long texts_n,
    @Doc("Distinct recipients, in multiples of k.") Long recipients_n,
    @Doc("Distinct senders, in multiples of k.") Long senders_n,
    @Doc("Whether more than one sender used it.") boolean cross_sender,
    @Doc("Words of the skeleton / median words of the members, in steps of 0.05.")
        Double skeleton_share,
    @Doc("Mean Jaccard similarity of the messages to the medoid, in steps of 0.05.")
        Double stability,
    @Doc("Pairs of texts similar enough to be joined directly / pairs, in steps of 0.05.")
        Double edge_density,
    @Doc("Pairs without which two texts would not be connected / such pairs, in steps of 0.05.")
        Double bridge_share,
    @Doc("Places where the members differ; null if it was not aligned.") Integer slots,
    @Doc("Those that hold something of the recipient: name, company or title.")
        Integer recipient_slots,
    @Doc("Those that hold one of a few alternatives.") Integer enumerated_slots,
    @Doc("Those that are a part which some members have not.") Integer optional_slots,
    @Doc("Those that hold free or mixed text.") Integer free_slots,
    @Doc(
            "Days from the first to the last message, by the lower end of the bin: 0, 1, 2, 4, 8, 15, "
                + "31, 91, 181, 366.")
        Integer active_from_d,
    @Doc("How evenly the recipients' titles are spread over families, in steps of 0.05.")
        Double audience_entropy,
    @Doc("First messages with it that were answered, in multiples of k.") Long replies_n,
    @Doc("First messages with it whose time for an answer is over, in multiples of k.")
        Long eligible_n) {

  public static final String CLUSTER_ID = "cluster_id";
}
