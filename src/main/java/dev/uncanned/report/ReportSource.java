package dev.uncanned.report;

import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.DataQualityRow;
import dev.uncanned.mart.FixExample;
import dev.uncanned.mart.InputRow;
import dev.uncanned.mart.Reliability;
import dev.uncanned.mart.SenderSummaryRow;
import dev.uncanned.mart.SlotRow;
import dev.uncanned.mart.TeamSummaryRow;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What the report is made from: rows of the published tables, read back from disk.
 *
 * @param runId run that wrote the tables
 * @param metricVersion version of the metric definitions
 * @param firstDay earliest day with a message; null if none is dated
 * @param asOf day up to which the run looked
 * @param replyHorizonDays days within which an answer counted as a reply
 * @param teams all rows of team_summary
 * @param senders the rows of sender_summary over all channels and relationships
 * @param reliabilities how repeatable the differences between these senders are, figure by figure
 * @param inboundSenders how many outside senders the inboxes show
 * @param templates the templates of our own senders that reached most recipients, at most 10
 * @param inboundTemplates the templates of outside senders that reached most of us, at most 10
 * @param slots slots of all these templates
 * @param campaigns the campaigns that reached most recipients, at most 10
 * @param largestTemplates of each of these campaigns the template that reached most recipients, by
 *     campaign; without those whose texts all differ
 * @param inboundUses who sent the templates of outside senders, by template
 * @param ownUses what our side sent of those templates that outsiders use too, by template
 * @param inputs all rows of inputs
 * @param rejectedByReason rejected records by reason code
 * @param defectsByType deliveries with such a defect, by type, of the first messages of ours that
 *     are long enough to judge
 * @param nullReasons outbound deliveries without scores, by reason
 * @param examples a few messages for each thing to fix and team
 * @param undecidedContacts pairs of sender and recipient of whom it is not known whether a fourth
 *     message in a row went without an answer
 * @param levelsByTemplate first messages of ours with these templates, by template: at personal
 *     level 0, 1, 2, 3, 4
 * @param trust what the run found out about its own figures
 * @param checks all rows of data_quality
 * @param names display name of senders by pseudonym; senders who are not in it appear by a short
 *     form of their pseudonym
 * @param glossary definition of each column that the report explains, by {@code table.column}
 */
public record ReportSource(
    String runId,
    String metricVersion,
    LocalDate firstDay,
    LocalDate asOf,
    int replyHorizonDays,
    List<TeamSummaryRow> teams,
    List<SenderSummaryRow> senders,
    List<Reliability> reliabilities,
    long inboundSenders,
    List<ClusterRow> templates,
    List<ClusterRow> inboundTemplates,
    List<SlotRow> slots,
    List<CampaignRow> campaigns,
    Map<String, ClusterRow> largestTemplates,
    Map<String, TextUse> inboundUses,
    Map<String, SideUse> ownUses,
    List<InputRow> inputs,
    Map<String, Long> rejectedByReason,
    Map<String, Long> defectsByType,
    Map<String, Long> nullReasons,
    List<FixExample> examples,
    long undecidedContacts,
    Map<String, List<Long>> levelsByTemplate,
    Trust trust,
    List<DataQualityRow> checks,
    Map<String, String> names,
    Map<String, String> glossary) {}
