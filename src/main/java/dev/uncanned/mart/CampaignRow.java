package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;
import java.time.Instant;

/** A campaign: templates and messages that share recurring phrases, of one sender or several. */
@Table(
    name = "campaigns",
    grain = "campaign",
    sortedBy = {"campaign_id"})
@Doc("Campaigns: the loose families of templates and variants that share recurring phrases.")
public record CampaignRow(
    @Doc("Campaign, from its oldest member.") String campaign_id,
    @Doc("Messages.") int members_n,
    @Doc("Distinct templates among them.") int templates_n,
    @Doc("Distinct senders.") int senders_n,
    @Doc(
            "Whether more than one sender used it, of one company or of several, in one inbox or in "
                + "many. A sender's own campaigns stay apart.")
        boolean cross_sender,
    @Doc(
            "Distinct companies of these senders: the employer that an archive names, else the "
                + "name in the domain of a mail address that is of no mail provider; senders of whom "
                + "neither is known do not count; null if neither is known of any.")
        Integer companies_n,
    @Doc("Distinct recipients.") int recipients_n,
    @Doc("Earliest message, UTC; null if none is dated.") Instant first_seen,
    @Doc("Latest message, UTC; null if none is dated.") Instant last_seen,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {

  public static final String CAMPAIGN_ID = "campaign_id";
  static final String CROSS_SENDER = "cross_sender";
  static final String COMPANIES_N = "companies_n";
  public static final String RECIPIENTS_N = "recipients_n";
}
