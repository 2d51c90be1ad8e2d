package dev.uncanned.export;

import dev.uncanned.export.FreshIds.Kind;
import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.ClusterLineageRow;
import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.SenderSummaryRow;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Makes the rows of templates, campaigns and senders under new ids, without small counts. */
final class GroupRekeying implements Serializable {

  private static final long serialVersionUID = 1L;

  private final FreshIds ids;
  private final SmallCounts counts;

  GroupRekeying(FreshIds ids, SmallCounts counts) {
    this.ids = ids;
    this.counts = counts;
  }

  /**
   * @param slots null if the template was not aligned, or has none
   */
  ExportedCluster cluster(ClusterRow row, SlotKinds slots) {
    boolean aligned = row.slots_n() != null;
    SlotKinds found = slots == null ? new SlotKinds(row.cluster_id(), 0, 0, 0, 0) : slots;
    return new ExportedCluster(
        ids.of(Kind.CLUSTER, row.cluster_id()),
        counts.told(row.members_n()),
        counts.told(row.outbound_n()),
        counts.told(row.texts_n()),
        counts.told(row.recipients_n()),
        counts.told(row.senders_n()),
        row.senders_n() > 1,
        Bins.share(row.skeleton_share()),
        Bins.share(row.stability()),
        Bins.share(row.edge_density()),
        Bins.share(row.bridge_share()),
        row.slots_n(),
        aligned ? found.recipient_slots() : null,
        aligned ? found.enumerated_slots() : null,
        aligned ? found.optional_slots() : null,
        aligned ? found.free_slots() : null,
        Bins.DAYS.of(row.active_d()),
        Bins.share(row.audience_entropy()),
        counts.told(row.replies_n()),
        counts.told(row.eligible_n()));
  }

  ExportedCampaign campaign(CampaignRow row) {
    return new ExportedCampaign(
        ids.of(Kind.CAMPAIGN, row.campaign_id()),
        counts.told(row.members_n()),
        counts.told(row.recipients_n()),
        counts.told(row.senders_n()),
        row.templates_n(),
        row.cross_sender(),
        row.companies_n() == null ? null : row.companies_n() > 1,
        Bins.DAYS.of(activeDays(row)));
  }

  private static Long activeDays(CampaignRow row) {
    if (row.first_seen() == null || row.last_seen() == null) {
      return null;
    }
    LocalDate first = row.first_seen().atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate last = row.last_seen().atZone(ZoneOffset.UTC).toLocalDate();
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  /** The transitions of one campaign, its weeks counted from the first. */
  Iterator<ExportedLineage> lineage(String campaign, Iterator<ClusterLineageRow> rows) {
    List<ClusterLineageRow> all = new ArrayList<>();
    rows.forEachRemaining(all::add);
    LocalDate first = all.stream().map(ClusterLineageRow::week).min(LocalDate::compareTo).get();
    return all.stream().map(row -> transition(campaign, first, row)).iterator();
  }

  private ExportedLineage transition(String campaign, LocalDate first, ClusterLineageRow row) {
    return new ExportedLineage(
        ids.of(Kind.CAMPAIGN, campaign),
        (int) ChronoUnit.WEEKS.between(first, row.week()),
        ids.of(Kind.CLUSTER, row.from_id()),
        ids.of(Kind.CLUSTER, row.to_id()),
        row.kind(),
        counts.over(row.from_n(), Bins.share(row.overlap_share())),
        counts.told(row.from_n()));
  }

  ExportedSender sender(SenderSummaryRow row) {
    return new ExportedSender(
        ids.of(Kind.PERSON, row.sender_id()),
        row.direction(),
        counts.told(row.sends_n()),
        counts.told(row.dyads_n()),
        counts.told(row.mass_known_n()),
        counts.told(row.mass_n()),
        counts.told(row.customised_n()),
        counts.over(row.customised_n(), Bins.CUSTOMISED_WORDS.of(row.customised_words_p50())),
        counts.told(row.level_known_n()),
        counts.told(row.specific_n()),
        counts.told(row.praise_known_n()),
        counts.told(row.hollow_n()),
        counts.told(row.follow_ups_n()),
        counts.told(row.bare_bumps_n()),
        counts.told(row.after_opt_out_n()),
        counts.told(row.eligible_n()),
        counts.told(row.defects_n()),
        counts.told(row.reply_known_n()),
        counts.told(row.replies_n()),
        counts.over(row.dyads_n(), rounded(row.templates_effective_n())),
        counts.over(row.dyads_n(), Bins.share(row.top_template_share())));
  }

  private static Long rounded(Double value) {
    return value == null ? null : Long.valueOf(Math.round(value));
  }
}
