package dev.uncanned.mart;

import java.util.List;

/** The published tables, in the order of the data dictionary. */
public final class Tables {

  /** The row record of every published table. */
  public static final List<Class<? extends Record>> ALL =
      List.of(
          MessageRow.class,
          MessageScoreRow.class,
          ClusterRow.class,
          ClusterMemberRow.class,
          ClusterAliasRow.class,
          SlotRow.class,
          SlotValueRow.class,
          CampaignRow.class,
          ClusterLineageRow.class,
          RewordingEvidenceRow.class,
          SenderDailyRow.class,
          SenderSummaryRow.class,
          TeamSummaryRow.class,
          InputRow.class,
          DataQualityRow.class,
          RejectedRow.class,
          RunMetricRow.class,
          PersonRow.class,
          MessageTextRow.class,
          QuarantineRow.class);

  private Tables() {}
}
