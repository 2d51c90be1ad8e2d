package dev.uncanned.pipeline;

import dev.uncanned.archive.Parsed;
import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.mart.PeopleStage;
import dev.uncanned.mart.PersonRow;
import dev.uncanned.mart.RunStamp;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.score.ArchiveSpan;
import dev.uncanned.score.HistoryStage;
import dev.uncanned.score.MassVerdict;
import dev.uncanned.score.MassVerdictStage;
import dev.uncanned.score.ReachStage;
import dev.uncanned.score.Touch;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.store.Folders;
import dev.uncanned.text.TextDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * The texts of a sweep, read and cleaned once, and what each setting takes for a mass send among
 * them. Texts are clustered anew only where a setting clusters them in another way than the last.
 */
final class SweptTexts {

  private final PreparedRun run;
  private final SparkSession session;
  private final Path work;
  private final StageTimes times;
  private final PeopleDirectory people;
  private final LocalDate asOf;
  private final Dataset<TextDocument> documents;
  private final Dataset<ArchiveSpan> spans;
  private final Dataset<DistinctText> texts;
  private SweepSetting clustered;
  private Dataset<ClusteredText> clusters;
  private int folders;

  /**
   * Reads the archives.
   *
   * @param work folder for all tables
   */
  SweptTexts(PreparedRun run, SparkSession session, Path work, StageTimes times) {
    this.run = run;
    this.session = session;
    this.work = work;
    this.times = times;
    Pipeline once = pipeline(run.config(), tables(folder()));
    Dataset<Parsed> parsed = once.parsed();
    Intake intake = Intake.of(parsed);
    run.stamps().requireUnchanged();
    Identities.requireNothingLost(intake.counts(), intake.span().rejected_n());
    LocalDate asked = run.request().asOf();
    this.asOf = asked == null ? intake.newestDay() : asked;
    this.people = new PeopleDirectory(run.roster(), intake.owners());
    this.documents = once.documents(intake, people, asOf);
    this.spans = CoveredTimes.of(parsed, intake.misdated(asOf), people);
    this.texts = once.texts(documents);
  }

  private Pipeline pipeline(PipelineConfig config, WorkTables tables) {
    PreparedRun configured = run.with(config);
    return new Pipeline(configured, RunMemory.none(configured), session, tables);
  }

  private Path folder() {
    return work.resolve(Integer.toString(folders++));
  }

  private WorkTables tables(Path folder) {
    return new WorkTables(session, folder, times);
  }

  /**
   * Hands over the verdicts of one setting, whose tables are there only meanwhile.
   *
   * @param recipients numbers of recipients from which it is a mass send
   */
  void judge(
      SweepSetting setting, List<Integer> recipients, Consumer<Dataset<MassVerdict>> verdicts) {
    PipelineConfig config = SweepGrid.apply(setting, run.config());
    if (clustered == null || !setting.clustersAs(clustered)) {
      clusters = pipeline(config, tables(folder())).clusters(texts);
      clustered = setting;
    }
    Path own = folder();
    WorkTables tables = tables(own);
    Dataset<CampaignMember> campaigns = pipeline(config, tables).campaigns(documents, clusters);
    verdicts.accept(verdicts(config, recipients, campaigns, tables));
    try {
      Folders.delete(own);
    } catch (IOException failure) {
      throw new UserException(
          ExitCode.IO, "the working folder cannot be cleared; check its rights");
    }
  }

  private Dataset<MassVerdict> verdicts(
      PipelineConfig config,
      List<Integer> recipients,
      Dataset<CampaignMember> campaigns,
      WorkTables tables) {
    Dataset<Touch> history =
        tables.table(
            "history",
            Touch.class,
            () ->
                new HistoryStage(config.score(), Intake.endOf(asOf))
                    .apply(documents, campaigns, spans));
    return tables.table(
        "verdict",
        MassVerdict.class,
        () ->
            new MassVerdictStage(config.score(), recipients)
                .apply(documents, history, new ReachStage(config.score()).apply(history)));
  }

  /** The people of the messages and of the roster, as labels may name them. */
  PublishedPeople people() {
    PublishedPeople known = new PublishedPeople();
    RunStamp stamp = new RunStamp(run.runId(), Version.METRICS, run.pseudonyms().keyId());
    for (PersonRow row : new PeopleStage(stamp).apply(documents).collectAsList()) {
      known.add(row.person_id(), row.name(), row.address());
    }
    people
        .rosterNames()
        .forEach((person, name) -> known.add(run.pseudonyms().of(person), name, null));
    return known;
  }
}
