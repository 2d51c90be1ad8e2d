package dev.uncanned.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.uncanned.export.ExportConfig;
import dev.uncanned.export.ExportReadme;
import dev.uncanned.export.ExportStage;
import dev.uncanned.export.ExportSummary;
import dev.uncanned.export.ExportedCampaign;
import dev.uncanned.export.ExportedCluster;
import dev.uncanned.export.ExportedLineage;
import dev.uncanned.export.ExportedMessage;
import dev.uncanned.export.ExportedSender;
import dev.uncanned.export.NumberedMessage;
import dev.uncanned.export.RekeyingStage;
import dev.uncanned.export.ToldMessage;
import dev.uncanned.export.WithholdingStage;
import dev.uncanned.message.Pseudonyms;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/** Writes the anonymised export of a generation, checks it on the disk and puts it in its place. */
public final class Exporting {

  private static final String MANIFEST = "manifest.json";
  private static final String README = "README.md";
  private static final String WORK = "tables";

  /** Spark's files are larger in memory than published ones by about this. */
  private static final int TIMES_PACKED = 2;

  private final Map<String, String> environment;
  private final String home;
  private final RunRecord record;
  private final StageTimes times;

  /**
   * @param environment variables of the process, for the place of the key
   * @param home the user's home folder
   * @param record is told of each step, and stops the work when it is told to
   */
  public Exporting(Map<String, String> environment, String home, RunRecord record) {
    this.environment = Map.copyOf(environment);
    this.home = home;
    this.record = record;
    this.times = new StageTimes(record);
  }

  /**
   * Makes the export.
   *
   * @return what it says of itself
   * @throws UserException for what the user can mend; then nothing is left at the place
   */
  public ExportSummary run(ExportRequest request) {
    record.begins("checks");
    ExportSource source = ExportSource.open(request);
    byte[] key = key(request, source);
    try (ExportPlace place = ExportPlace.open(request.to(), request.out())) {
      ExportSummary summary = written(request, source, key, place);
      describe(summary, place.tables());
      record.requireGoingOn();
      place.publish();
      return summary;
    } catch (RuntimeException | Error failure) {
      // Tasks that were cancelled fail in many ways.
      if (record.interrupted()) {
        throw RunRecord.stopped();
      }
      throw failure;
    }
  }

  private byte[] key(ExportRequest request, ExportSource source) {
    Path file =
        request.keyFile() == null ? PseudonymKey.usual(environment, home) : request.keyFile();
    byte[] key = PseudonymKey.existing(file);
    String own = new Pseudonyms(key).keyId();
    String published = source.manifest().key_id();
    if (!own.equals(published)) {
      throw new UserException(
          ExitCode.CONFIG,
          "the tables were made under the pseudonym key "
              + published
              + ", this one is "
              + own
              + "; give the former with --key-file");
    }
    return key;
  }

  private ExportSummary written(
      ExportRequest request, ExportSource source, byte[] key, ExportPlace place) {
    record.begins("spark");
    SparkSession session = SparkSessions.local(place.scratch(), TIMES_PACKED * source.bytes());
    SparkWork engine = new SparkWork();
    session.sparkContext().addSparkListener(engine);
    try {
      record.works(engine, session.sparkContext()::cancelAllJobs);
      ExportSource.Tables tables = source.read(session);
      ExportWriter writer = new ExportWriter(session, place.tables(), request.csv(), times);
      WorkTables work = new WorkTables(session, place.scratch().resolve(WORK), times);
      write(request, key, tables, work, writer);
      return new ExportCounts(source, tables, writer).summary(request);
    } finally {
      record.rests();
      session.stop();
    }
  }

  private void write(
      ExportRequest request,
      byte[] key,
      ExportSource.Tables tables,
      WorkTables work,
      ExportWriter writer) {
    ExportConfig config = request.config();
    RekeyingStage rekeying = new RekeyingStage(config, key, request.label());
    Dataset<NumberedMessage> numbered =
        work.table(
            "rekeyed",
            NumberedMessage.class,
            () -> rekeying.apply(tables.messages(), tables.scores()));
    Dataset<ToldMessage> told =
        work.table("told", ToldMessage.class, () -> new WithholdingStage(config).apply(numbered));
    ExportStage.Exported found =
        new ExportStage(config, key, request.label()).apply(numbered, told, tables.groups());
    SideBySide.run(
        List.of(
            () -> writer.large(ExportedMessage.class, found.messages()),
            () -> writer.small(ExportedCluster.class, found.clusters()),
            () -> writer.small(ExportedCampaign.class, found.campaigns()),
            () -> writer.small(ExportedLineage.class, found.lineage()),
            () -> writer.small(ExportedSender.class, found.senders())));
    times.measure("check", () -> new ExportCheck(writer, config.k()).require(found.people()));
  }

  private static void describe(ExportSummary summary, Path folder) {
    ObjectMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
    try {
      Files.writeString(
          folder.resolve(MANIFEST),
          json.writeValueAsString(summary) + "\n",
          StandardCharsets.UTF_8);
      Files.writeString(folder.resolve(README), ExportReadme.of(summary), StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.IO, "the export cannot be written; check --to, disk space and rights");
    }
  }
}
