package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;

/** What was found in one input file or folder. */
@Table(
    name = "inputs",
    grain = "input",
    sortedBy = {"input_id"})
@Doc("What was found in each input; seen_n = parsed_n + quarantined_n holds in every row.")
public record InputRow(
    @Doc("Input, from its place below the given archive; its path stands in run.json only.")
        String input_id,
    @Doc("Export or mailbox it belongs to.") String archive_id,
    @Doc(
            "linkedin-messages, linkedin-invitations, linkedin-connections, linkedin-profile, "
                + "linkedin-positions, linkedin-emails, eml, maildir, mbox, emlx, outlook-pst, "
                + "outlook-msg, salesforce-emails, salesforce-tasks, hubspot-emails, instantly, "
                + "smartlead, phantombuster, heyreach, outlook-csv, mapped-csv, mapped-jsonl, "
                + "slack, whatsapp, facebook, instagram, x or other.")
        String format,
    @Doc("Records found.") long seen_n,
    @Doc("Records read, duplicates and those out of scope among them.") long parsed_n,
    @Doc("Records that could not be read; each is a row of rejected_records.") long quarantined_n,
    @Doc("Records read that are a copy of a message already counted.") long duplicate_n,
    @Doc(
            "Records read that are no message of a person: drafts, advertisements, profiles; and "
                + "messages of people who are to be forgotten, or older than is kept.")
        long out_of_scope_n,
    @Doc("Size in bytes.") long bytes_n,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {

  public static final String INPUT_ID = "input_id";
  public static final String FORMAT = "format";
}
