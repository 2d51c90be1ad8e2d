package dev.uncanned.pipeline;

import dev.uncanned.archive.Direction;
import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.DataDictionary;
import dev.uncanned.mart.DataQualityRow;
import dev.uncanned.mart.InputRow;
import dev.uncanned.mart.Label;
import dev.uncanned.mart.RejectedRow;
import dev.uncanned.mart.RunMetricRow;
import dev.uncanned.mart.RunStamp;
import dev.uncanned.mart.SenderSummaryRow;
import dev.uncanned.mart.SlotRow;
import dev.uncanned.mart.TeamSummaryRow;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.report.HtmlReport;
import dev.uncanned.report.ReportSource;
import dev.uncanned.report.TextUse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;

/** Reads back what the report shows from the published tables and writes the report. */
final class ReportRendering {

  private static final int TOP = 10;

  /** From so many times as many the top ones of one kind are picked. */
  private static final int CANDIDATES = 4;

  private static final int TEXT_WORDS = 8;
  private static final String ALL = "all";
  private static final String INBOUND = Label.of(Direction.INBOUND);

  private final PreparedRun run;
  private final PeopleDirectory people;
  private final RunStamp stamp;
  private final Intake intake;
  private final LocalDate asOf;
  private final Findings findings;
  private final TableWriter tables;

  ReportRendering(
      PreparedRun run,
      PeopleDirectory people,
      RunStamp stamp,
      Intake intake,
      LocalDate asOf,
      Findings findings,
      TableWriter tables) {
    this.run = run;
    this.people = people;
    this.stamp = stamp;
    this.intake = intake;
    this.asOf = asOf;
    this.findings = findings;
    this.tables = tables;
  }

  void write(Path folder) {
    String html = HtmlReport.render(source());
    try {
      Files.writeString(folder.resolve("index.html"), html, StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private ReportSource source() {
    PublishedChecks checks = new PublishedChecks(tables.read(RunMetricRow.class).collectAsList());
    Dataset<SenderSummaryRow> senders =
        tables
            .read(SenderSummaryRow.class)
            .where(functions.col(SenderSummaryRow.CHANNEL).equalTo(ALL))
            .where(functions.col(SenderSummaryRow.RELATIONSHIP).equalTo(ALL));
    Column inbound = functions.col(SenderSummaryRow.DIRECTION).equalTo(INBOUND);
    Column outbound = functions.col(ClusterRow.OUTBOUND_N);
    ReportQueries queries = new ReportQueries(tables);
    List<ClusterRow> ours = topTemplates(outbound.gt(0).and(isText()), TOP);
    List<ClusterRow> theirs =
        topTemplates(
            outbound.lt(functions.col(ClusterRow.MEMBERS_N)).and(isText()), CANDIDATES * TOP);
    Map<String, TextUse> uses = queries.inboundUses(theirs);
    theirs = theirs.stream().filter(row -> uses.containsKey(row.cluster_id())).limit(TOP).toList();
    List<CampaignRow> candidates = topCampaigns(CANDIDATES * TOP);
    Map<String, String> largest = queries.largestIds(candidates);
    List<CampaignRow> campaigns =
        candidates.stream()
            .filter(row -> largest.containsKey(row.campaign_id()))
            .limit(TOP)
            .toList();
    return new ReportSource(
        stamp.run_id(),
        stamp.metric_version(),
        intake.firstDay(),
        asOf,
        tables.read(TeamSummaryRow.class).collectAsList(),
        senders.where(functions.not(inbound)).collectAsList(),
        checks.reliabilities(),
        senders.where(inbound).count(),
        ours,
        theirs,
        slots(ours, theirs),
        campaigns,
        queries.largestTemplates(largest),
        uses,
        tables.read(InputRow.class).collectAsList(),
        counts(tables.read(RejectedRow.class), functions.col(RejectedRow.REASON_CODE)),
        findings.defectsByType(),
        findings.nullReasons(),
        queries.examples(),
        queries.levels(ours),
        checks.trust(),
        tables.read(DataQualityRow.class).collectAsList(),
        names(),
        DataDictionary.sentences());
  }

  /** Whether a template is longer than the "happy birthday" that a network offers for one tap. */
  private static Column isText() {
    Column skeleton = functions.col(ClusterRow.SKELETON_PUBLIC);
    return functions
        .coalesce(functions.size(functions.split(skeleton, " ")), functions.lit(TEXT_WORDS))
        .geq(functions.lit(TEXT_WORDS));
  }

  private List<ClusterRow> topTemplates(Column which, int most) {
    return tables
        .read(ClusterRow.class)
        .where(which)
        .orderBy(
            functions.col(ClusterRow.RECIPIENTS_N).desc(), functions.col(ClusterRow.CLUSTER_ID))
        .limit(most)
        .collectAsList();
  }

  private List<CampaignRow> topCampaigns(int most) {
    return tables
        .read(CampaignRow.class)
        .orderBy(
            functions.col(CampaignRow.RECIPIENTS_N).desc(), functions.col(CampaignRow.CAMPAIGN_ID))
        .limit(most)
        .collectAsList();
  }

  private List<SlotRow> slots(List<ClusterRow> ours, List<ClusterRow> theirs) {
    List<ClusterRow> all = new ArrayList<>(ours);
    all.addAll(theirs);
    Object[] ids = all.stream().map(ClusterRow::cluster_id).distinct().toArray();
    return tables
        .read(SlotRow.class)
        .where(functions.col(ClusterRow.CLUSTER_ID).isin(ids))
        .orderBy(functions.col(ClusterRow.CLUSTER_ID), functions.col(SlotRow.SLOT_NO))
        .collectAsList();
  }

  private static Map<String, Long> counts(Dataset<?> rows, Column what) {
    Map<String, Long> counts = new TreeMap<>();
    rows.select(what)
        .as(Encoders.STRING())
        .groupByKey((MapFunction<String, String>) value -> value, Encoders.STRING())
        .count()
        .collectAsList()
        .forEach(row -> counts.put(row._1(), (Long) row._2()));
    return counts;
  }

  private Map<String, String> names() {
    if (run.config().report().names() == ReportConfig.Names.PSEUDONYM) {
      return Map.of();
    }
    Map<String, String> names = new TreeMap<>();
    people.rosterNames().forEach((person, name) -> names.put(run.pseudonyms().of(person), name));
    return names;
  }
}
