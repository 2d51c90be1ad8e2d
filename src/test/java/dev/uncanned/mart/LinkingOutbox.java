package dev.uncanned.mart;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.Contact;
import dev.uncanned.archive.DateQuality;
import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.message.Message;
import dev.uncanned.message.MessageHeader;
import dev.uncanned.synthetic.TextCorpus;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Eighteen weeks of one sender's mail, made from a seed, and which of it was planted as one offer
 * in many wordings.
 */
final class LinkingOutbox {

  /** Hosts that people link to in what they write by hand, the most common first. */
  private static final List<String> EVERYDAY =
      List.of(
          "docs.google.com",
          "zoom.us",
          "linkedin.com",
          "youtube.com",
          "github.com",
          "dropbox.com",
          "en.wikipedia.org",
          "maps.google.com",
          "bbc.co.uk",
          "medium.com",
          "figma.com",
          "eventbrite.com");

  private static final List<List<String>> ASKS =
      List.of(
          List.of("call", "chat", "phone"),
          List.of("meeting", "coffee", "calendar", "meet"),
          List.of("demo", "trial", "walkthrough", "tour"),
          List.of("read", "article", "guide", "report"),
          List.of("register", "webinar", "event", "seat"),
          List.of("reply", "answer", "thoughts", "interested"));

  private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
  private static final int DAYS = 126;
  private static final int LEAST_COPIES = 12;
  private static final int MOST_COPIES = 40;
  private static final double LINKS = 0.2;
  private static final double OWN_SITE = 0.1;

  private final String name;
  private final String site;
  private final Random random;
  private final TextCorpus prose;
  private final List<Message> messages = new ArrayList<>();
  private final Map<String, Integer> bursts = new TreeMap<>();
  private int texts;
  private int planted;

  LinkingOutbox(String name, long seed) {
    this.name = name;
    this.site = name + ".example";
    this.random = new Random(seed);
    this.prose = new TextCorpus(seed, 20_000, List.of(TextCorpus.Kind.SINGLE));
  }

  List<Message> messages() {
    return messages;
  }

  /** The number of the burst of each message that was planted, by id. */
  Map<String, Integer> bursts() {
    return bursts;
  }

  /**
   * Writes 2 to 8 mails on each working day, a fifth of them with a link and half of these with
   * something that they ask for.
   */
  void writeByHand() {
    for (int day = 0; day < DAYS; day++) {
      DayOfWeek weekday = at(day, 0).atZone(ZoneOffset.UTC).getDayOfWeek();
      int mails = weekday.getValue() > DayOfWeek.FRIDAY.getValue() ? 0 : between(2, 8);
      for (int i = 0; i < mails; i++) {
        List<String> text = words(between(25, 100));
        if (random.nextDouble() < LINKS) {
          text.add(between(0, text.size()), link(random.nextDouble() < OWN_SITE ? site : host()));
          if (random.nextBoolean()) {
            text.add(any(any(ASKS)));
          }
        }
        send(at(day, between(8, 18)), text);
      }
    }
  }

  /**
   * Sends one offer to 12 to 40 people within five days, in texts that share no pair of words.
   *
   * @param strays share of the texts that end with a word for something else
   */
  void sendReworded(int day, double strays) {
    Set<String> pairs = new HashSet<>();
    List<String> asks = any(ASKS);
    int copies = between(LEAST_COPIES, MOST_COPIES);
    int days = between(1, 5);
    for (int i = 0; i < copies; i++) {
      List<String> text = new ArrayList<>();
      extend(text, between(5, 30), pairs);
      text.add(link(site));
      extend(text, between(5, 30), pairs);
      text.add(any(asks));
      extend(text, between(0, 10), pairs);
      if (random.nextDouble() < strays) {
        text.add(any(any(ASKS.stream().filter(other -> !other.equals(asks)).toList())));
      }
      bursts.put(send(at(day + between(0, days - 1), between(8, 18)), text), planted);
    }
    planted++;
  }

  /** Sends a new text to 40 people every few days, each with a link to read more. */
  void sendNewsletters(int everyDays) {
    for (int day = 1; day < DAYS; day += everyDays) {
      List<String> issue = words(80);
      issue.add("read");
      issue.add(link(site));
      sendToAll(issue, day, 40);
    }
  }

  /** Sends a text to 60 people and after three days another one for the same offer. */
  void sendWithFollowUp(int day) {
    for (int touch = 0; touch < 2; touch++) {
      List<String> text = words(60);
      text.add("demo");
      text.add(link(site));
      sendToAll(text, day + 3 * touch, 60);
    }
  }

  /** Ends a mail by hand on each day with the same link to book a call. */
  void book() {
    for (int day = 0; day < DAYS; day++) {
      List<String> text = words(between(25, 100));
      text.addAll(List.of("book", "a", "call", link("calendly.com")));
      send(at(day, between(8, 18)), text);
    }
  }

  private void sendToAll(List<String> text, int day, int people) {
    for (int i = 0; i < people; i++) {
      send(at(day, 9).plusSeconds(60L * i), text);
    }
  }

  private String send(Instant at, List<String> words) {
    String id = String.format(Locale.ROOT, "%s-%05d", name, messages.size());
    String recipient = "reader-" + id;
    messages.add(
        new Message(
            new MessageHeader(
                id,
                id,
                "archive",
                "input",
                1,
                Channel.EMAIL,
                MessageKind.MESSAGE,
                Direction.OUTBOUND,
                name,
                name,
                null,
                List.of(recipient),
                at,
                DateQuality.SECOND,
                false,
                false,
                null,
                0,
                null),
            null,
            String.join(" ", words),
            false,
            Contact.of("Sender", null, name + "@mail.example"),
            List.of(Contact.of("Reader", null, recipient + "@mail.example"))));
    return id;
  }

  /** Adds words of the prose, leaving out those that make a pair which was there before. */
  private void extend(List<String> text, int more, Set<String> pairs) {
    int end = text.size() + more;
    while (text.size() < end) {
      for (String word : words(more)) {
        String last = text.isEmpty() ? "" : text.get(text.size() - 1);
        if (text.size() < end && pairs.add(last + ' ' + word)) {
          text.add(word);
        }
      }
    }
  }

  private List<String> words(int most) {
    String[] all = prose.text(texts++).masked().split(" ");
    return new ArrayList<>(Arrays.asList(all).subList(0, Math.min(most, all.length)));
  }

  /** The k-th host is drawn a k-th as often as the first. */
  private String host() {
    double all = 0;
    for (int k = 1; k <= EVERYDAY.size(); k++) {
      all += 1.0 / k;
    }
    double drawn = random.nextDouble() * all;
    int k = 1;
    while (k < EVERYDAY.size() && drawn > 1.0 / k) {
      drawn -= 1.0 / k++;
    }
    return EVERYDAY.get(k - 1);
  }

  private String link(String host) {
    return "https://" + host + "/" + Integer.toString(between(1_000, 99_999), Character.MAX_RADIX);
  }

  private static Instant at(int day, int hour) {
    return START.plus(Duration.ofDays(day)).plus(Duration.ofHours(hour));
  }

  private <T> T any(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  private int between(int least, int most) {
    return least + random.nextInt(most - least + 1);
  }
}
