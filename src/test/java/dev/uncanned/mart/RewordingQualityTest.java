package dev.uncanned.mart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.campaign.CampaignConfig;
import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.campaign.SenderCampaigns;
import dev.uncanned.campaign.SenderText;
import dev.uncanned.score.LinkStage;
import dev.uncanned.score.LinkedSend;
import dev.uncanned.table.Records;
import dev.uncanned.text.Placeholder;
import dev.uncanned.text.TextCleaner;
import dev.uncanned.text.TextConfig;
import dev.uncanned.text.TextDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The hints at reworded sends against the truth of made-up mail, from the text of each message. */
@Tag("spark")
@ExtendWith(SparkTest.class)
class RewordingQualityTest {

  private static final int SENDERS = 8;
  private static final String REWORDS = "rewords";
  private static final String STRAYS = "strays";
  private static final String WRITES = "writes";
  private static final String NEWS = "news";
  private static final String BOOKS = "books";
  private static final String FOLLOWS = "follows";
  private static final String OFTEN = "often";

  private final TextCleaner cleaner = new TextCleaner(TextConfig.defaults());
  private final SenderCampaigns campaigns = new SenderCampaigns(CampaignConfig.standard());
  private final List<TextDocument> linking = new ArrayList<>();
  private final List<CampaignMember> members = new ArrayList<>();
  private final Map<String, String> burstOf = new TreeMap<>();
  private final List<Hint> hints = new ArrayList<>();
  private int seed;

  /** A hint, and the burst that at least half of its messages were planted for; null for none. */
  private record Hint(RewordingEvidenceRow row, String burst, long planted) {}

  @Test
  void findsNineInTenRewordedBurstsAndNineteenInTwentyHintsAreOfOne(SparkSession spark) {
    add(REWORDS, SENDERS, outbox -> reword(outbox, 0));
    add(STRAYS, SENDERS, outbox -> reword(outbox, 0.4));
    add(WRITES, SENDERS, LinkingOutbox::writeByHand);
    add(
        NEWS,
        SENDERS,
        outbox -> {
          outbox.writeByHand();
          outbox.sendNewsletters(7);
        });
    find(spark);

    System.out.printf(
        Locale.ROOT,
        "reworded bursts found %.3f, %.3f of their messages; with 0.4 strays %.3f, %.3f; hints %d,"
            + " false %.3f; from mail by hand alone %d, beside newsletters %d%n",
        recall(REWORDS),
        messageRecall(REWORDS),
        recall(STRAYS),
        messageRecall(STRAYS),
        hints.size(),
        falseShare(),
        falseHints(REWORDS) + falseHints(STRAYS) + falseHints(WRITES),
        falseHints(NEWS));
    assertThat(recall(REWORDS)).isGreaterThanOrEqualTo(0.9);
    assertThat(messageRecall(REWORDS)).isGreaterThanOrEqualTo(0.9);
    assertThat(recall(STRAYS)).isGreaterThanOrEqualTo(0.9);
    assertThat(messageRecall(STRAYS)).isGreaterThanOrEqualTo(0.5);
    assertThat(falseShare()).isLessThanOrEqualTo(0.05);
    assertThat(falseHints(WRITES)).isZero();
  }

  /** What the table cannot tell from rewording, as its description says. */
  @Test
  void honestMailWithOneLinkAndOneAskIsHintedAtToo(SparkSession spark) {
    add(BOOKS, 2, LinkingOutbox::book);
    add(FOLLOWS, 2, outbox -> outbox.sendWithFollowUp(30));
    add(OFTEN, 2, outbox -> outbox.sendNewsletters(3));
    find(spark);

    assertThat(hints)
        .as("one for each sender, of all their mail")
        .extracting(hint -> hint.row().sender_id())
        .containsExactlyInAnyOrder("books0", "books1", "follows0", "follows1", "often0", "often1");
  }

  private static void reword(LinkingOutbox outbox, double strays) {
    outbox.writeByHand();
    outbox.sendReworded(10, strays);
    outbox.sendReworded(50, strays);
    outbox.sendReworded(90, strays);
  }

  private void add(String habit, int senders, Consumer<LinkingOutbox> life) {
    for (int i = 0; i < senders; i++) {
      String name = habit + i;
      LinkingOutbox outbox = new LinkingOutbox(name, ++seed);
      life.accept(outbox);
      outbox.bursts().forEach((id, burst) -> burstOf.put(id, name + " " + burst));
      addAll(outbox.messages().stream().map(cleaner::clean).toList());
    }
  }

  /** Texts without a link take part in the search for campaigns and in nothing behind it. */
  private void addAll(List<TextDocument> documents) {
    Map<String, String> templates = new HashMap<>();
    List<SenderText> texts = new ArrayList<>();
    for (TextDocument document : documents) {
      templates.put(document.fingerprint(), document.fingerprint());
      texts.add(
          new SenderText(
              document.header().message_id(),
              document.header().sender_id(),
              document.header().recipient_ids(),
              document.header().sent_at(),
              document.fingerprint(),
              document.masked(),
              document.eligible()));
      if (document.masked().contains(Placeholder.URL.token())) {
        linking.add(document);
      }
    }
    campaigns
        .members(texts.iterator(), templates)
        .forEachRemaining(found -> members.add(found.member()));
  }

  private void find(SparkSession spark) {
    List<LinkedSend> sends =
        new LinkStage()
            .apply(
                spark.createDataset(linking, Records.encoder(TextDocument.class)),
                spark.createDataset(members, Records.encoder(CampaignMember.class)))
            .collectAsList();
    new RewordingEvidenceStage(new RunStamp("run", "1", "key"))
        .apply(spark.createDataset(sends, Records.encoder(LinkedSend.class)))
        .collectAsList()
        .forEach(row -> hints.add(judged(row, sends)));
  }

  private Hint judged(RewordingEvidenceRow row, List<LinkedSend> sends) {
    Map<String, Long> planted = new TreeMap<>();
    for (LinkedSend send : sends) {
      String burst = burstOf.get(send.message_id());
      if (burst != null && isOf(row, send)) {
        planted.merge(burst, 1L, Long::sum);
      }
    }
    return planted.entrySet().stream()
        .filter(burst -> 2 * burst.getValue() >= row.messages_n())
        .findFirst()
        .map(burst -> new Hint(row, burst.getKey(), burst.getValue()))
        .orElseGet(() -> new Hint(row, null, 0));
  }

  private static boolean isOf(RewordingEvidenceRow row, LinkedSend send) {
    return row.sender_id().equals(send.sender_id())
        && row.call_to_action().equals(send.call_to_action())
        && send.link_domains().contains(row.link_domain())
        && !send.sent_at().isBefore(row.first_seen())
        && !send.sent_at().isAfter(row.last_seen());
  }

  /** Planted bursts with a hint of their own / planted bursts. */
  private double recall(String habit) {
    Set<String> all = new TreeSet<>(burstOf.values());
    all.removeIf(burst -> !burst.startsWith(habit));
    long found = all.stream().filter(burst -> hintsAt(burst).findAny().isPresent()).count();
    return (double) found / all.size();
  }

  /** Planted messages in hints of their burst / planted messages. */
  private double messageRecall(String habit) {
    List<String> all = burstOf.values().stream().filter(burst -> burst.startsWith(habit)).toList();
    long found = new TreeSet<>(all).stream().flatMap(this::hintsAt).mapToLong(Hint::planted).sum();
    return (double) found / all.size();
  }

  private Stream<Hint> hintsAt(String burst) {
    return hints.stream().filter(hint -> burst.equals(hint.burst()));
  }

  private double falseShare() {
    return (double) falseHints("") / hints.size();
  }

  private long falseHints(String habit) {
    return hints.stream()
        .filter(hint -> hint.burst() == null && hint.row().sender_id().startsWith(habit))
        .count();
  }
}
