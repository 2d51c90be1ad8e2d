package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;

/** A place where the members of a template differ. */
@Table(
    name = "slots",
    grain = "template × slot",
    sortedBy = {"cluster_id", "slot_no"})
@Doc("The places where the members of a template differ, with what stands there.")
public record SlotRow(
    @Doc("Template, as in clusters.") String cluster_id,
    @Doc("Place in the order of the text, from 1.") int slot_no,
    @Doc(
            "What stands there: recipient_first, recipient_last, recipient_org, recipient_title,"
                + " url, email, date, number, phone, sender_self, enumerated, optional_block,"
                + " noise, person_other, org_other, location (names, English only), free_text or"
                + " mixed.")
        String type,
    @Doc("Members with words there / members.") float fill_rate,
    @Doc(
            "Distinct fills; null where a fill holds a masked value such as a name, a company or a "
                + "number, since masked values of a kind look alike.")
        Integer distinct_n,
    @Doc("Entropy of the fills in bits; null as distinct_n.") Float entropy_bits,
    @Doc("entropy_bits / log2 of the members, 0 to 1; null as distinct_n.") Float entropy_norm,
    @Doc("Median words of the fills that are not empty.") Float median_words,
    @Doc("Fills that decided the type / fills that are not empty.") Float match_share,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {

  public static final String SLOT_NO = "slot_no";
}
