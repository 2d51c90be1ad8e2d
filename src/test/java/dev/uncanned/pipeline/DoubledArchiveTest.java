package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.Duck;
import dev.uncanned.Program;
import dev.uncanned.WarmProgram;
import dev.uncanned.synthetic.TextCorpus;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same senders write twice as much in the same ways, to people who are not in the archives yet:
 * no share may move by more than 0.01, since shares are of how people write and not of how much.
 *
 * <p>To each message of the first half one of the second half corresponds: of the same kind, with
 * the same alternatives, the same defect and the same kind of answer, but to another person and,
 * where words are its own, with other words.
 */
@Tag("spark")
class DoubledArchiveTest {

  private static final double MOST = 0.01;
  private static final int MESSAGES = 200;
  private static final List<String> OWNERS = List.of("olga", "paul");
  private static final long DAY_MINUTES = 24 * 60;
  private static final String ONE_OFF = "one-off";
  private static final int OWN_WORDS = 20;
  private static final int HAND_WORDS = 60;
  private static final Instant FIRST = Instant.parse("2026-06-01T06:07:05Z");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final String[] POSITIONS = {
    "Head of Sales", "Plant Manager", "Chief Accountant", "Product Designer", "Data Engineer"
  };

  /** Templates by their oldest message: that is in both archives, while ids may differ. */
  private static final String OLDEST =
      "with t as (select cluster_id, first(message_id order by sent_at, message_id) oldest"
          + " from cluster_members join messages using (message_id) group by 1) ";

  private static final TextCorpus PROSE =
      new TextCorpus(5, 8 * MESSAGES, List.of(TextCorpus.Kind.SINGLE));

  @TempDir static Path folder;
  private static Path single;
  private static Path doubled;

  @BeforeAll
  static void runOnceWithHalf() throws Exception {
    single = run("single", 1);
    doubled = run("doubled", 2);
  }

  private static Path run(String name, int halves) throws Exception {
    Path in = Files.createDirectories(folder.resolve(name).resolve("in"));
    StringBuilder roster = new StringBuilder("sender,email,profile_url,team\n");
    for (String owner : OWNERS) {
      export(in.resolve(owner + "_LinkedInDataExport_10-31-2026.zip"), owner, halves);
      roster.append(owner).append(" Owner,,https://www.linkedin.com/in/").append(owner);
      roster.append(",north\n");
    }
    Path team = Files.writeString(folder.resolve(name).resolve("roster.csv"), roster);
    Path out = folder.resolve(name).resolve("out");
    Program.Ended run =
        WarmProgram.run(
            "run",
            in.toString(),
            "--roster",
            team.toString(),
            "--out",
            out.toString(),
            "--as-of",
            "2026-11-01");
    assertThat(run.exitCode()).as(run.err()).isZero();
    return out.resolve("current").toRealPath();
  }

  private static void export(Path file, String owner, int halves) throws IOException {
    StringBuilder rows =
        new StringBuilder(
            "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
                + "DATE,SUBJECT,CONTENT,FOLDER\n");
    StringBuilder connections =
        new StringBuilder("First Name,Last Name,URL,Email Address,Company,Position,Connected On\n");
    Reader friend = new Reader(owner, -1);
    row(rows, owner, friend, false, FIRST.minus(Duration.ofDays(150)), "Hello, long time no see");
    row(rows, owner, friend, false, FIRST.plus(Duration.ofDays(60)), "See you on Friday then");
    for (int half = 0; half < halves; half++) {
      for (int i = 0; i < MESSAGES; i++) {
        Reader reader = new Reader(owner, half * MESSAGES + i);
        connections.append(reader.connection());
        Instant at = FIRST.plus(Duration.ofMinutes(40L * i + (DAY_MINUTES + 13) * half));
        row(rows, owner, reader, true, at, text(owner, half, i, reader));
        if (i % 20 == 3) {
          String bump =
              "Hi " + reader.first() + ", just bringing my last message to the top of your inbox.";
          row(rows, owner, reader, true, at.plus(Duration.ofDays(5)), bump);
        }
        if (i % 7 == 0) {
          String answer = prose(owner, half, i, OWN_WORDS, OWN_WORDS + 15);
          row(rows, owner, reader, false, at.plus(Duration.ofDays(1)), answer);
        }
      }
    }
    String profile =
        "First Name,Last Name,Maiden Name,Headline,Zip Code,Geo Location\n"
            + (owner + ",Owner,,x,1,x\n");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      put(zip, "messages.csv", rows.toString());
      put(zip, "Connections.csv", connections.toString());
      put(zip, "Profile.csv", profile);
    }
  }

  private static void put(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  private static void row(
      StringBuilder rows, String owner, Reader reader, boolean sent, Instant at, String text) {
    String us = owner + " Owner,https://www.linkedin.com/in/" + owner;
    String them = reader.first() + " " + reader.last() + "," + reader.url();
    rows.append(reader.id()).append(",,").append(sent ? us : them).append(',');
    rows.append(sent ? them : us).append(',').append(TIME.format(at));
    rows.append(",,\"").append(text).append("\",INBOX\n");
  }

  /** Somebody who gets one first message, and perhaps a second one. */
  private record Reader(String owner, int number) {

    private static final String[] BEGINS = {"Br", "Dr", "Kv", "Gl", "Pl", "Tr", "Zn", "Fj", "Sk"};
    private static final String[] ENDS = {"ark", "elm", "ion", "osk", "urd", "yld", "ent", "irz"};

    private String id() {
      return owner + "-" + number;
    }

    private String first() {
      return name(number + 2);
    }

    private String last() {
      return name(7 * number + 1) + name(number + 5).toLowerCase(Locale.ROOT);
    }

    private String company() {
      return name(3 * number + 4) + name(number / 3 + 11).toLowerCase(Locale.ROOT) + number;
    }

    private String url() {
      return "https://www.linkedin.com/in/" + owner + "-reader-" + (number + 1);
    }

    private String connection() {
      String position = POSITIONS[Math.floorMod(number, POSITIONS.length)];
      return first()
          + ","
          + last()
          + ","
          + url()
          + ",,"
          + company()
          + ","
          + position
          + ",01 May 2026\n";
    }

    private static String name(int number) {
      int begin = Math.floorMod(number, BEGINS.length);
      int middle = Math.floorMod(number / BEGINS.length, ENDS.length);
      int end = Math.floorMod(number / BEGINS.length / ENDS.length, ENDS.length);
      return BEGINS[begin] + ENDS[middle] + ENDS[end];
    }
  }

  /** Three tenths mail merge, three with own words in every second, two spintax, two by hand. */
  private static String text(String owner, int half, int i, Reader reader) {
    int kind = i % 10;
    if (kind < 3) {
      return merge(i % 15 == 0 ? "{first_name}" : reader.first(), reader.company(), owner);
    }
    if (kind < 6) {
      return semi(ownSentence(owner, half, i, reader), reader, owner);
    }
    if (kind < 8) {
      return spintax(i, reader, owner);
    }
    return "Hello " + reader.first() + ", " + prose(owner, half, i, 0, HAND_WORDS);
  }

  private static String merge(String name, String company, String owner) {
    return "Hi "
        + name
        + ", we help firms such as "
        + company
        + " to keep their shelves filled."
        + " Our planners look at last year's orders, weather and holidays, and tell each shop what"
        + " to order on the evening before. A trial takes three weeks and needs one spreadsheet."
        + " Would a short call suit you? Regards "
        + owner;
  }

  private static String semi(String own, Reader reader, String owner) {
    return "Hi "
        + reader.first()
        + ", "
        + own
        + " The reason why I write: many teams lose hours"
        + " with invoices that nobody can match to an order. We built a small tool that reads both"
        + " and shows what is left over, so that the month closes two days earlier. May I send you"
        + " an example with numbers from a firm of your size? All the best, "
        + owner;
  }

  /** Of six messages three have own words: with the company, with a number, with neither. */
  private static String ownSentence(String owner, int half, int i, Reader reader) {
    String begin = prose(owner, half, i, 0, OWN_WORDS / 2);
    String end = prose(owner, half, i, OWN_WORDS / 2, OWN_WORDS);
    return switch (i / 10 % 6) {
      case 0 -> "your remark that " + begin + " at " + reader.company() + " " + end + ".";
      case 2 -> "your line that " + begin + " " + (1000 + 7 * i + half) + " " + end + ".";
      case 4 -> "your words that " + begin + " " + end + ".";
      default -> "";
    };
  }

  private static String spintax(int i, Reader reader, String owner) {
    String[] openings = {"I hope you are well", "greetings from the coast", "a quick thought"};
    String[] praise = {"I was really impressed by your background.", "", "Short and sweet:"};
    String[] calls = {"Shall we talk next week?", "When could we talk?", "Do you have a minute?"};
    return "Hello "
        + reader.first()
        + ", "
        + openings[i / 10 % 3]
        + ". "
        + praise[i / 30 % 3]
        + " Every quarter we invite twelve people who run warehouses to compare how they count"
        + " stock, and nobody sells anything there. The next round is about returns. "
        + calls[i / 10 % 3]
        + " Yours, "
        + owner;
  }

  private static String prose(String owner, int half, int i, int from, int to) {
    int number = (2 * OWNERS.indexOf(owner) + half) * MESSAGES + i;
    String[] words = PROSE.text(number).masked().split(" ");
    return Arrays.stream(words, from, to).collect(Collectors.joining(" "));
  }

  /** One figure a line of a query whose last column it is, by all the others. */
  private static TreeMap<String, Double> figures(Path current, String sql) throws Exception {
    TreeMap<String, Double> figures = new TreeMap<>();
    try (Duck duck = new Duck(current)) {
      for (List<Object> row : duck.rows(sql)) {
        Object figure = row.get(row.size() - 1);
        if (figure != null) {
          figures.put(row.subList(0, row.size() - 1).toString(), ((Number) figure).doubleValue());
        }
      }
    }
    return figures;
  }

  private static void assertUnmoved(String sql, int least) throws Exception {
    TreeMap<String, Double> before = figures(single, sql);
    TreeMap<String, Double> after = figures(doubled, sql);
    assertThat(before).hasSizeGreaterThanOrEqualTo(least);
    assertThat(after.keySet()).containsAll(before.keySet());
    assertThat(moved(before, after)).isEmpty();
  }

  private static List<String> moved(TreeMap<String, Double> before, TreeMap<String, Double> after) {
    List<String> moved = new ArrayList<>();
    before.forEach(
        (name, share) -> {
          if (Math.abs(after.get(name) - share) > MOST) {
            moved.add(name + ": " + share + " -> " + after.get(name));
          }
        });
    return moved;
  }

  /** Every share and rate of a table, unpivoted; rates shrunk towards others depend on n. */
  private static String shares(String table, String keys, String where) throws Exception {
    try (Duck duck = new Duck(single)) {
      return duck.rows("select column_name from (describe " + table + ") order by 1").stream()
          .map(column -> column.get(0).toString())
          .filter(column -> column.endsWith("_share") || column.endsWith("_rate"))
          .map(
              column ->
                  "select " + keys + ", '" + column + "', " + column + " from " + table + where)
          .collect(Collectors.joining(" union all "));
    }
  }

  @Test
  void secondHalfIsThereAndWentToOthers() throws Exception {
    String people =
        "select count(distinct recipient_id) from messages where direction = 'outbound'";
    try (Duck before = new Duck(single);
        Duck after = new Duck(doubled)) {
      assertThat(before.number(people)).isEqualTo(2 * MESSAGES);
      assertThat(after.number(people)).isEqualTo(4 * MESSAGES);
    }
  }

  @Test
  void sharesOfSendersAndTeamsStay() throws Exception {
    assertUnmoved(
        shares(
            "sender_summary",
            "sender_id, channel, relationship",
            " where direction = 'outbound' and not suppressed"),
        20);
    assertUnmoved(shares("team_summary", "team_id", " where week is null"), 10);
  }

  @Test
  void sharesOfTemplatesAndSlotsStay() throws Exception {
    String large = " from t join clusters using (cluster_id) where members_n >= 20";
    assertUnmoved(
        OLDEST
            + "select oldest, 'skeleton', skeleton_share"
            + large
            + " union all select oldest, 'stability', stability"
            + large
            + " union all select oldest, 'reply', reply_rate"
            + large
            + " union all select oldest, 'slot ' || slot_no, fill_rate from slots"
            + " join t using (cluster_id) where cluster_id in (select cluster_id"
            + large
            + ")",
        10);
  }

  /** What is measured of the messages that are in both archives, on average over each template. */
  @Test
  void sharesOfTheOldMessagesStay() throws Exception {
    List<String> moved = new ArrayList<>();
    for (String share :
        List.of("customised_share", "reuse_share", "edit_ratio", "custom_reused_share")) {
      TreeMap<String, Double> before = figures(single, ofMessages(share));
      TreeMap<String, Double> after = figures(doubled, ofMessages(share));
      assertThat(after.keySet()).as(share).containsAll(before.keySet());
      TreeMap<String, List<String>> groups = groups(before.keySet());
      assertThat(groups).as(share).hasSizeGreaterThanOrEqualTo(2);
      TreeMap<String, Double> old = new TreeMap<>();
      TreeMap<String, Double> now = new TreeMap<>();
      if (share.equals("reuse_share")) {
        groups.keySet().removeIf(group -> group.endsWith(ONE_OFF));
      }
      groups.forEach(
          (group, messages) -> {
            String name = share + " of " + messages.size() + " messages of " + group;
            old.put(name, mean(messages, before));
            now.put(name, mean(messages, after));
          });
      moved.addAll(moved(old, now));
    }
    assertThat(moved).isEmpty();
  }

  /**
   * The one figure that grows with an outbox. A phrase recurs once three others got it, however
   * many letters there are, so in more letters written by hand more phrases of everyday language
   * do.
   */
  @Test
  void everydayPhrasesOfLettersByHandStayFarFromAMassSend() throws Exception {
    String sql = ofMessages("reuse_share");
    TreeMap<String, Double> before = figures(single, sql);
    TreeMap<String, Double> after = figures(doubled, sql);
    TreeMap<String, List<String>> groups = groups(before.keySet());
    groups.keySet().removeIf(group -> !group.endsWith(ONE_OFF));
    assertThat(groups).hasSize(OWNERS.size());
    groups.forEach(
        (group, messages) -> {
          assertThat(messages).hasSize(MESSAGES / 5);
          assertThat(mean(messages, after)).isBetween(mean(messages, before), 0.03);
        });
    assertThat(
            figures(
                doubled,
                "select message_id, recipient_id, reuse_share from message_scores"
                    + " where not mass_send and direction = 'outbound'"))
        .hasSizeGreaterThanOrEqualTo(2 * OWNERS.size() * MESSAGES / 5)
        .allSatisfy((message, share) -> assertThat(share).isLessThan(0.15));
  }

  private static String ofMessages(String share) {
    return "select message_id, recipient_id, "
        + share
        + " from message_scores where direction = 'outbound'";
  }

  private static double mean(List<String> messages, TreeMap<String, Double> shares) {
    return messages.stream().mapToDouble(shares::get).average().orElseThrow();
  }

  /** Messages by sender and template; those of small templates together. */
  private static TreeMap<String, List<String>> groups(Set<String> messages) throws Exception {
    TreeMap<String, List<String>> groups = new TreeMap<>();
    try (Duck duck = new Duck(single)) {
      for (List<Object> row :
          duck.rows(
              "select message_id, recipient_id, sender_id || ' ' || coalesce(c.cluster_id, '"
                  + ONE_OFF
                  + "')"
                  + " from message_scores s left join clusters c"
                  + " on s.cluster_id = c.cluster_id and c.members_n >= 20")) {
        String message = row.subList(0, 2).toString();
        if (messages.contains(message)) {
          groups.computeIfAbsent(row.get(2).toString(), group -> new ArrayList<>()).add(message);
        }
      }
    }
    return groups;
  }
}
