package dev.uncanned.mart;

import dev.uncanned.cluster.Transition;
import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;
import java.time.LocalDate;

/** What became of a template of a campaign from one week to the next. */
@Table(
    name = "cluster_lineage",
    grain = "transition of a template in a campaign and week",
    sortedBy = {"campaign_id", "week", "from_id", "to_id"})
@Doc(
    "How the templates of a campaign follow each other, week by week: a sender who gives one up goes "
        + "on with those taken up next in the same campaign, else with those kept.")
public record ClusterLineageRow(
    @Doc("Campaign, as in campaigns; the template itself where it is in none.") String campaign_id,
    @Doc("Monday of the ISO week of the later look, UTC.") LocalDate week,
    @Doc("Template in use before, as in clusters; null where a new one emerged.") String from_id,
    @Doc("Template in use in the week; null where the former one ended.") String to_id,
    @Doc(
            "survive, split, absorb, emerge or end, by MONIC: a template survives in one that "
                + "takes over 70 % of it, is split among those with 30 % each and 70 % together; "
                + "of several that go into one that with its id survives, else the largest; the others "
                + "are absorbed.")
        String kind,
    @Doc(
            "Deliveries of the former template whose senders went on with the later one / from_n, "
                + "above 0 to 1; null where one of the two is.")
        Double overlap_share,
    @Doc(
            "Deliveries of the former template in the campaign by the senders for whom the week "
                + "shows what they went on with; null where a new one emerged.")
        Long from_n,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {

  static ClusterLineageRow of(
      String campaign, LocalDate week, Transition found, Long from, RunStamp stamp) {
    return new ClusterLineageRow(
        campaign,
        week,
        found.from_id(),
        found.to_id(),
        found.kind().label(),
        found.overlap_share(),
        from,
        stamp.run_id(),
        stamp.metric_version(),
        stamp.key_id());
  }
}
