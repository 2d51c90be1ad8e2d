package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;
import java.time.Instant;
import java.util.List;

/** A hint that messages which are no campaign by their words are rewordings of one send. */
@Table(
    name = "rewording_evidence",
    grain = "sender, link domain, call to action and burst",
    sortedBy = {"sender_id", "link_domain", "call_to_action", "first_seen"})
@Doc(
    "Hints at mass sends whose copies were reworded: a sender's messages with the same link domain "
        + "and call to action, sent in one burst, that are not all of one campaign. It joins "
        + "nothing and changes no score.")
public record RewordingEvidenceRow(
    @Doc("Pseudonym of the sender.") String sender_id,
    @Doc("Host that the messages link to, without www.") String link_domain,
    @Doc("What they ask for: call, meeting, demo, read, register or reply.") String call_to_action,
    @Doc("First message of the burst, UTC.") Instant first_seen,
    @Doc("Last message of the burst, UTC; no two that follow are more than 3 days apart.")
        Instant last_seen,
    @Doc("Messages.") int messages_n,
    @Doc("Distinct recipients, 5 and more.") int recipients_n,
    @Doc("Distinct templates among them; a text like no other counts as one.") int templates_n,
    @Doc("Messages among them that are in no campaign.") int alone_n,
    @Doc("Campaigns of the others, as in campaigns, sorted.") List<String> campaign_ids,
    @Doc("Templates of two and more of the messages, as in clusters, sorted.")
        List<String> cluster_ids,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {

  public RewordingEvidenceRow {
    campaign_ids = campaign_ids == null ? List.of() : List.copyOf(campaign_ids);
    cluster_ids = cluster_ids == null ? List.of() : List.copyOf(cluster_ids);
  }
}
