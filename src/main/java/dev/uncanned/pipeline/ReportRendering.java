package dev.uncanned.pipeline;

import dev.uncanned.archive.Direction;
import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.DataDictionary;
import dev.uncanned.mart.DataQualityRow;
import dev.uncanned.mart.InputRow;
import dev.uncanned.mart.MessageScoreRow;
import dev.uncanned.mart.RejectedRow;
import dev.uncanned.mart.RunMetricRow;
import dev.uncanned.mart.RunStamp;
import dev.uncanned.mart.SenderSummaryRow;
import dev.uncanned.mart.SlotRow;
import dev.uncanned.mart.TeamSummaryRow;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.report.HtmlReport;
import dev.uncanned.report.ReportSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Reads back what the report shows from the published tables and writes the report. */
final class ReportRendering {

  private static final int TOP = 10;
  private static final int TEXT_WORDS = 8;
  private static final String ALL = "all";
  private static final String INBOUND = label(Direction.INBOUND);

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
    List<ClusterRow> ours = topTemplates(outbound.gt(0).and(isText()));
    List<ClusterRow> theirs =
        topTemplates(outbound.lt(functions.col(ClusterRow.MEMBERS_N)).and(isText()));
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
        topCampaigns(),
        tables.read(InputRow.class).collectAsList(),
        counts(tables.read(RejectedRow.class), functions.col(RejectedRow.REASON_CODE)),
        findings.defectsByType(),
        findings.nullReasons(),
        levels(ours),
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

  private List<ClusterRow> topTemplates(Column which) {
    return tables
        .read(ClusterRow.class)
        .where(which)
        .orderBy(
            functions.col(ClusterRow.RECIPIENTS_N).desc(), functions.col(ClusterRow.CLUSTER_ID))
        .limit(TOP)
        .collectAsList();
  }

  /** Deliveries of ours by personal level, for each of the given templates. */
  private Map<String, List<Long>> levels(List<ClusterRow> templates) {
    Object[] ids = templates.stream().map(ClusterRow::cluster_id).toArray();
    Column level = functions.col(MessageScoreRow.PERSONAL_LEVEL);
    Map<String, List<Long>> levels = new TreeMap<>();
    for (Row row :
        tables
            .read(MessageScoreRow.class)
            .where(functions.col(ClusterRow.CLUSTER_ID).isin(ids))
            .where(functions.not(functions.col(SenderSummaryRow.DIRECTION).equalTo(INBOUND)))
            .where(level.isNotNull())
            .groupBy(functions.col(ClusterRow.CLUSTER_ID), level)
            .count()
            .collectAsList()) {
      levels
          .computeIfAbsent(row.getString(0), id -> new ArrayList<>(List.of(0L, 0L, 0L, 0L, 0L)))
          .set(row.getByte(1), row.getLong(2));
    }
    return levels;
  }

  private List<CampaignRow> topCampaigns() {
    return tables
        .read(CampaignRow.class)
        .orderBy(
            functions.col(CampaignRow.RECIPIENTS_N).desc(), functions.col(CampaignRow.CAMPAIGN_ID))
        .limit(TOP)
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

  private static String label(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
