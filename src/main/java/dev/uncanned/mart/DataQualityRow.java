package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;

/** What one check of the input, or of what was found in it, gave. */
@Table(
    name = "data_quality",
    grain = "check × input or archive",
    sortedBy = {"check_name", "subject_id"})
@Doc(
    "What the checks of the run gave. A run with a failed check publishes nothing, so it is not in "
        + "here but in rejected/run.json.")
public record DataQualityRow(
    @Doc(
            "lost: records found that were neither read nor rejected; quarantined: records that "
                + "cannot be read; bad_files: files that cannot be read as a whole; shrunk: records "
                + "of an archive's last run that are gone; vanished: records of the last run in "
                + "archives that were not given; degraded: parts of archives whose reading was "
                + "ended by the clock and is tried again; decode_replaced: messages with bytes "
                + "that are not valid in their charset; undated: messages without a date, "
                + "or with one that is not believed; one_template: messages of the largest "
                + "template; day_messages, day_senders, day_templates: what the last day brought; "
                + "as_of_gap: days from the newest day of the input to the as-of day.")
        String check_name,
    @Doc("run, input or archive.") String scope,
    @Doc("Input or archive that it is about; null for the whole run.") String subject_id,
    @Doc("How many there are.") long n,
    @Doc("Of how many; null where it is no share.") Long of_n,
    @Doc("n / of_n; null without any, and where it is no share.") Double share,
    @Doc(
            "What it warns above: a share, a number where of_n is null, for day_… the distance from "
                + "the 28 days before in median absolute deviations; null if it never warns.")
        Double warn_above,
    @Doc("Above what nothing is published, likewise; null if it never fails.") Double fail_above,
    @Doc("pass or warn.") String verdict,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {}
