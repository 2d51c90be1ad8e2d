package dev.uncanned.pipeline;

import dev.uncanned.archive.InputCount;
import dev.uncanned.archive.OwnerClaim;
import dev.uncanned.archive.Parsed;
import dev.uncanned.archive.QualityFlag;
import dev.uncanned.archive.RawMessage;
import dev.uncanned.archive.Reason;
import dev.uncanned.archive.Rejected;
import dev.uncanned.message.BelievedDates;
import dev.uncanned.table.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * What the pipeline has to know of the archives before it goes on; small, whatever their size.
 *
 * @param counts what each pass over (a part of) an input saw
 * @param owners hints at the owners of the archives
 * @param span rejected records and the time between the first and the last message
 * @param newest newest date of a message or an export that is believed; null if nothing is dated
 * @param oldest oldest dates that are believed, by archive, where there are older ones
 */
record Intake(
    List<InputCount> counts,
    List<OwnerClaim> owners,
    Span span,
    Instant newest,
    Map<String, Instant> oldest) {

  /**
   * Figures over all rows of the archives.
   *
   * @param bad_inputs_n rejections of an input as a whole
   * @param messages_n messages read, copies among them
   * @param replaced_n of them, messages with bytes that are not valid in their charset
   * @param undated_n of them, messages without a date; from {@link #believing} on also those with a
   *     date that is not believed
   * @param first earliest sending time, from {@link #believing} on of those that are believed; null
   *     if no message is dated
   * @param last latest sending time; null if no message is dated
   * @param flagged_n messages with each of {@link QualityFlag}, in its order
   * @param cut_parts names of the parts whose reading was ended by the clock, sorted
   */
  public record Span(
      long rejected_n,
      long bad_inputs_n,
      long messages_n,
      long replaced_n,
      long undated_n,
      Instant first,
      Instant last,
      long[] flagged_n,
      List<String> cut_parts) {

    static final String REJECTED_N = "rejected_n";
    static final String BAD_INPUTS_N = "bad_inputs_n";
    static final String MESSAGES_N = "messages_n";
    static final String REPLACED_N = "replaced_n";
    static final String UNDATED_N = "undated_n";
    static final String FIRST = "first";
    static final String LAST = "last";
    static final String FLAGGED_N = "flagged_n";
    static final String CUT_PARTS = "cut_parts";

    private Span undating(long more, Instant firstBelieved) {
      return new Span(
          rejected_n,
          bad_inputs_n,
          messages_n,
          replaced_n,
          undated_n + more,
          firstBelieved,
          last,
          flagged_n,
          cut_parts);
    }
  }

  private static final String FLAGS = "flags";

  /** The columns without texts. */
  public record Small(InputCount count, OwnerClaim owner) {}

  static Intake of(Dataset<Parsed> parsed) {
    List<InputCount> counts = new ArrayList<>();
    List<OwnerClaim> owners = new ArrayList<>();
    Column small =
        functions.col(Parsed.COUNT).isNotNull().or(functions.col(Parsed.OWNER).isNotNull());
    for (Small row : Records.project(parsed.where(small), Small.class).collectAsList()) {
      if (row.count() != null) {
        counts.add(row.count());
      } else {
        owners.add(row.owner());
      }
    }
    Column message = functions.col(Parsed.MESSAGE);
    Column sent = message.getField(RawMessage.SENT_AT);
    Column flags = message.getField(FLAGS);
    Column rejected = functions.col(Parsed.REJECTED);
    Column row = rejected.getField(Rejected.SOURCE_ROW);
    Column cut = rejected.getField(Rejected.REASON).equalTo(Reason.OUTLOOK_TIME.name());
    Column cutPart = functions.when(cut, functions.col(Parsed.PART));
    Span span =
        parsed
            .agg(
                rows(rejected.isNotNull()).as(Span.REJECTED_N),
                rows(row.equalTo(0)).as(Span.BAD_INPUTS_N),
                rows(message.isNotNull()).as(Span.MESSAGES_N),
                rows(functions.array_contains(flags, QualityFlag.DECODE_REPLACED.name()))
                    .as(Span.REPLACED_N),
                rows(message.isNotNull().and(sent.isNull())).as(Span.UNDATED_N),
                functions.min(sent).as(Span.FIRST),
                functions.max(sent).as(Span.LAST),
                functions.array(flagged(flags)).as(Span.FLAGGED_N),
                functions.sort_array(functions.collect_set(cutPart)).as(Span.CUT_PARTS))
            .as(Records.encoder(Span.class))
            .first();
    Instant newest = NewestDate.of(parsed, span.last(), exported(counts));
    Map<String, Instant> oldest = OldestDates.of(parsed, span.first(), span.last());
    return new Intake(List.copyOf(counts), List.copyOf(owners), span, newest, oldest);
  }

  /** Whether another try may read more: the clock or the machine was why something was rejected. */
  static boolean mayReadMore(Dataset<Parsed> parsed) {
    Column reason = functions.col(Parsed.REJECTED).getField(Rejected.REASON);
    return !parsed.where(reason.isin(Reason.OUTLOOK_TIME.name(), Reason.IO_ERROR.name())).isEmpty();
  }

  /** When the newest export was made; null if no archive tells it. */
  private static Instant exported(List<InputCount> counts) {
    return counts.stream()
        .map(InputCount::exported_at)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  /**
   * The latest date that a message may have; later ones count as undated.
   *
   * @param asOf the day up to which the run looks
   */
  Instant latest(LocalDate asOf) {
    Instant end = endOf(asOf);
    Instant believed = newest == null || newest.isBefore(end) ? end : newest;
    return believed.plus(NewestDate.SLACK);
  }

  /** The dates that messages may have; those with others count as undated. */
  BelievedDates dates(LocalDate asOf) {
    return new BelievedDates(latest(asOf), oldest);
  }

  /**
   * The same for a run that looks up to a day, where messages whose dates are not believed count as
   * undated.
   *
   * @param parsed what this was made from
   */
  Intake believing(Dataset<Parsed> parsed, LocalDate asOf) {
    Instant latest = latest(asOf);
    boolean all = oldest.isEmpty() && (span.last() == null || !span.last().isAfter(latest));
    if (all) {
      return this;
    }
    Column sent = functions.col(Parsed.MESSAGE).getField(RawMessage.SENT_AT);
    Column misdated = misdated(asOf);
    Row seen =
        parsed
            .agg(rows(misdated), functions.min(functions.when(functions.not(misdated), sent)))
            .head();
    Instant first = seen.isNullAt(1) ? null : seen.getTimestamp(1).toInstant();
    Span believed = span.undating(seen.getLong(0), first);
    return new Intake(counts, owners, believed, newest, oldest);
  }

  /** Whether a parsed row is a message whose date is not believed; false where it has none. */
  Column misdated(LocalDate asOf) {
    Column sent = functions.col(Parsed.MESSAGE).getField(RawMessage.SENT_AT);
    return sent.gt(functions.lit(latest(asOf))).or(OldestDates.isBefore(oldest, sent));
  }

  private static Column[] flagged(Column flags) {
    return Arrays.stream(QualityFlag.values())
        .map(flag -> rows(functions.array_contains(flags, flag.name())))
        .toArray(Column[]::new);
  }

  /** How many messages have each flag, by its name; flags that none has are left out. */
  Map<String, Long> flagged() {
    Map<String, Long> flagged = new TreeMap<>();
    QualityFlag[] flags = QualityFlag.values();
    for (int i = 0; i < flags.length; i++) {
      if (span.flagged_n()[i] > 0) {
        flagged.put(flags[i].name(), span.flagged_n()[i]);
      }
    }
    return flagged;
  }

  private static Column rows(Column condition) {
    return functions.count(functions.when(condition, 1));
  }

  /** The format of each input, by its id. */
  Map<String, String> formats() {
    Map<String, String> formats = new TreeMap<>();
    counts.forEach(count -> formats.put(count.input_id(), count.format()));
    return formats;
  }

  /** The newest day of the input that is believed: of a message, or of an export. */
  LocalDate newestDay() {
    return newest == null ? LocalDate.EPOCH : day(newest);
  }

  /** The day of the earliest message; null if none is dated. */
  LocalDate firstDay() {
    return span.first() == null ? null : day(span.first());
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }

  /** The first instant behind a day. */
  static Instant endOf(LocalDate day) {
    return day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
