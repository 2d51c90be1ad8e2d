package dev.uncanned.pipeline;

import dev.uncanned.archive.InputCount;
import dev.uncanned.archive.OwnerClaim;
import dev.uncanned.archive.Parsed;
import dev.uncanned.archive.RawMessage;
import dev.uncanned.table.Records;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/**
 * What the pipeline has to know of the archives before it goes on; small, whatever their size.
 *
 * @param counts what each pass over (a part of) an input saw
 * @param owners hints at the owners of the archives
 * @param span rejected records and the time between the first and the last message
 */
record Intake(List<InputCount> counts, List<OwnerClaim> owners, Span span) {

  /**
   * Figures over all rows of the archives.
   *
   * @param first earliest sending time; null if no message is dated
   * @param last latest sending time; null if no message is dated
   */
  public record Span(long rejected_n, Instant first, Instant last) {

    static final String REJECTED_N = "rejected_n";
    static final String FIRST = "first";
    static final String LAST = "last";
  }

  static Intake of(Dataset<Parsed> parsed) {
    List<InputCount> counts = new ArrayList<>();
    List<OwnerClaim> owners = new ArrayList<>();
    Column small =
        functions.col(Parsed.COUNT).isNotNull().or(functions.col(Parsed.OWNER).isNotNull());
    for (Parsed row : parsed.where(small).collectAsList()) {
      if (row.count() != null) {
        counts.add(row.count());
      } else {
        owners.add(row.owner());
      }
    }
    Column sent = functions.col(Parsed.MESSAGE).getField(RawMessage.SENT_AT);
    Span span =
        parsed
            .agg(
                functions
                    .count(functions.when(functions.col(Parsed.REJECTED).isNotNull(), 1))
                    .as(Span.REJECTED_N),
                functions.min(sent).as(Span.FIRST),
                functions.max(sent).as(Span.LAST))
            .as(Records.encoder(Span.class))
            .first();
    return new Intake(List.copyOf(counts), List.copyOf(owners), span);
  }

  /** The newest day of the input: of a message, or of an export. */
  LocalDate newestDay() {
    Instant newest = span.last();
    for (InputCount count : counts) {
      Instant exported = count.exported_at();
      if (exported != null && (newest == null || exported.isAfter(newest))) {
        newest = exported;
      }
    }
    return newest == null ? LocalDate.EPOCH : day(newest);
  }

  /** The day of the earliest message; null if none is dated. */
  LocalDate firstDay() {
    return span.first() == null ? null : day(span.first());
  }

  private static LocalDate day(Instant at) {
    return at.atZone(ZoneOffset.UTC).toLocalDate();
  }
}
