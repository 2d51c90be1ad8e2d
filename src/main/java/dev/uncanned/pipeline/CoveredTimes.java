package dev.uncanned.pipeline;

import dev.uncanned.archive.Parsed;
import dev.uncanned.archive.RawMessage;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.score.ArchiveSpan;
import dev.uncanned.table.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/**
 * Tells what time each archive covers, from all that it holds, copies of messages of other archives
 * too: which copy stands for a message changes nothing.
 *
 * <p>Archives of one owner and the same media, such as two exports of one account, cover together
 * what they cover where their times overlap.
 */
final class CoveredTimes {

  private CoveredTimes() {}

  /**
   * What one archive holds.
   *
   * @param archive_start its oldest date
   * @param archive_end its newest date
   * @param channels of its dated messages
   */
  public record Held(
      String archive_id, Instant archive_start, Instant archive_end, List<String> channels) {

    static final String CHANNELS = "channels";
  }

  /**
   * The span of each archive with a dated message.
   *
   * @param misdated rows with dates that are not believed
   */
  static Dataset<ArchiveSpan> of(Dataset<Parsed> parsed, Column misdated, PeopleDirectory people) {
    Column message = functions.col(Parsed.MESSAGE);
    Column sent = message.getField(RawMessage.SENT_AT);
    Dataset<Held> held =
        parsed
            .where(sent.isNotNull().and(functions.not(misdated)))
            .groupBy(message.getField(RawMessage.ARCHIVE_ID).as(ArchiveSpan.ARCHIVE_ID))
            .agg(
                functions.min(sent).as(ArchiveSpan.ARCHIVE_START),
                functions.max(sent).as(ArchiveSpan.ARCHIVE_END),
                functions.collect_set(message.getField(RawMessage.CHANNEL)).as(Held.CHANNELS))
            .as(Records.encoder(Held.class));
    List<ArchiveSpan> spans = joined(held.collectAsList(), people::owner);
    return parsed.sparkSession().createDataset(spans, Records.encoder(ArchiveSpan.class));
  }

  /** The spans, by archive. */
  static List<ArchiveSpan> joined(List<Held> archives, UnaryOperator<String> owner) {
    Map<String, List<Held>> accounts = new TreeMap<>();
    for (Held archive : archives) {
      String person = owner.apply(archive.archive_id());
      String account =
          person == null
              ? "archive " + archive.archive_id()
              : "person " + media(archive.channels()) + " " + person;
      accounts.computeIfAbsent(account, unseen -> new ArrayList<>()).add(archive);
    }
    List<ArchiveSpan> spans = new ArrayList<>();
    accounts.values().forEach(account -> addSpans(account, spans));
    spans.sort(Comparator.comparing(ArchiveSpan::archive_id));
    return spans;
  }

  /** Invitations stand in the same exports as messages, in some of them alone. */
  private static String media(List<String> channels) {
    TreeSet<String> media = new TreeSet<>();
    channels.forEach(channel -> media.add(channel.startsWith("LI_") ? "LI" : channel));
    return String.join(",", media);
  }

  private static void addSpans(List<Held> account, List<ArchiveSpan> spans) {
    account.sort(Comparator.comparing(Held::archive_start).thenComparing(Held::archive_id));
    int first = 0;
    Instant end = account.get(0).archive_end();
    for (int i = 1; i <= account.size(); i++) {
      if (i == account.size() || account.get(i).archive_start().isAfter(end)) {
        Instant start = account.get(first).archive_start();
        for (Held archive : account.subList(first, i)) {
          spans.add(new ArchiveSpan(archive.archive_id(), start, end));
        }
        first = i;
        end = i == account.size() ? end : account.get(i).archive_end();
      } else if (account.get(i).archive_end().isAfter(end)) {
        end = account.get(i).archive_end();
      }
    }
  }
}
