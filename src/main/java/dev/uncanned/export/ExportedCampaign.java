package dev.uncanned.export;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;

/** A campaign as it is exported. */
@Table(
    name = "campaigns",
    grain = "campaign",
    sortedBy = {"campaign_id"})
@Doc(
    "Campaigns that reached k recipients and more of the exported messages. Counts are rounded down "
        + "to a multiple of k; null is 1 to k - 1.")
public record ExportedCampaign(
    @Doc("Campaign, as in messages.") String campaign_id,
    @Doc("Messages, in multiples of k.") Long members_n,
    @Doc("Distinct recipients, in multiples of k.") Long recipients_n,
    @Doc("Distinct senders, in multiples of k.") Long senders_n,
    @Doc("Distinct templates.") int templates,
    @Doc("Whether more than one sender used it.") boolean cross_sender,
    @Doc("Whether senders of more than one company used it; null if no company is known.")
        Boolean cross_company,
    @Doc(
            "Days from the first to the last message, both counted, by the lower end of the bin: 0, "
                + "1, 2, 4, 8, 15, 31, 91, 181, 366.")
        Integer active_from_d) {

  public static final String CAMPAIGN_ID = "campaign_id";
}
