package dev.uncanned.export;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;

/** What became of a template, as it is exported. */
@Table(
    name = "cluster_lineage",
    grain = "transition of a template in a campaign and week",
    sortedBy = {"campaign_id", "week_no", "from_id", "to_id"})
@Doc(
    "How the templates of a campaign follow each other; transitions of templates that are not in "
        + "clusters are left out.")
public record ExportedLineage(
    @Doc("Campaign, as in campaigns; null for a template in none, and where it is not told.")
        String campaign_id,
    @Doc("Weeks since the first transition in the campaign, from 0; no calendar week is told.")
        int week_no,
    @Doc("Template in use before, as in clusters; null where a new one emerged.") String from_id,
    @Doc("Template in use in the week, as in clusters; null where the former one ended.")
        String to_id,
    @Doc("survive, split, absorb, emerge or end.") String kind,
    @Doc(
            "Share of the former template's deliveries whose senders went on with the later one, in "
                + "steps of 0.05; null as from_n, and where one of the two is.")
        Double overlap_share,
    @Doc("Deliveries of the former template, in multiples of k; null below k.") Long from_n) {

  public static final String CAMPAIGN_ID = "campaign_id";
  public static final String FROM_ID = "from_id";
  public static final String TO_ID = "to_id";
}
