package dev.uncanned.report;

import dev.uncanned.mart.CampaignRow;
import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.DataQualityRow;
import dev.uncanned.mart.FixExample;
import dev.uncanned.mart.InputRow;
import dev.uncanned.mart.Reliability;
import dev.uncanned.mart.SenderSummaryRow;
import dev.uncanned.mart.SlotRow;
import dev.uncanned.mart.TeamSummaryRow;
import dev.uncanned.mart.Wilson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** An invented half year of two teams, the same each time it is made. */
final class MadeUpReport {

  static final String RUN = "r1";
  static final String VERSION = "1";
  static final String KEY = "k1";
  static final LocalDate FIRST_DAY = LocalDate.of(2026, 4, 29);
  static final LocalDate AS_OF = LocalDate.of(2026, 10, 21);
  static final LocalDate FIRST_MONDAY = LocalDate.of(2026, 4, 27);
  static final int HORIZON = 14;
  private static final String SKELETON =
      "hi [recipient_first] , I came across [recipient_org] and was impressed by your work as"
          + " [recipient_title] . we help teams like yours save [number] hours a week [free_text]"
          + " . would [enumerated] work for a call ? see ⟨URL⟩ best [sender_self]";
  private static final List<String> NAMES =
      List.of(
          "Ada Lindqvist",
          "Ben Okafor",
          "Chiara Moretti",
          "Dmitri Sokolov",
          "Elif Yılmaz",
          "Femke de Vries",
          "Grace Nakamura",
          "Hugo Álvarez");
  private static final int WEEKS = 26;

  private MadeUpReport() {}

  static ReportSource full() {
    return new ReportSource(
        RUN,
        VERSION,
        FIRST_DAY,
        AS_OF,
        HORIZON,
        teams(),
        senders(),
        List.of(new Reliability(Reliability.MASS_SHARE, 8, 0.91)),
        412,
        templates("t", 9, SKELETON),
        templates("i", 3, "dear [recipient_first] , your website [recipient_org] needs SEO ⟨URL⟩"),
        slots("t1"),
        List.of(campaign("cc01aa55ff", 640), campaign("dd02bb66ee", 1210)),
        Map.of("cc01aa55ff", cluster("t2", SKELETON, 450)),
        Map.of(
            "i1",
            new TextUse(
                List.of("outsider1aabb", "outsider2ccdd"), side(870, 905, 2), 930, 900, 30)),
        Map.of("t3", side(290, 310, 2)),
        inputs(),
        Map.of("CSV_COLUMNS", 3L, "MIME_BROKEN", 14L),
        defects(),
        Map.of("TOO_SHORT", 212L, "FEW_COPIES", 87L, "ONE_TAP", 19L),
        examples(),
        4,
        Map.of(
            "t1", List.of(20L, 700L, 60L, 90L, 30L),
            "t2", List.of(0L, 400L, 0L, 0L, 0L),
            "t3", List.of(10L, 100L, 40L, 80L, 70L),
            "t5", List.of(0L, 12L, 0L, 0L, 0L)),
        new Trust(1240, 6, 0.93),
        checks(),
        names(),
        Map.of(
            "team_summary.dyads_n", "First messages.",
            "team_summary.mass_known_n", "First messages of known reach.",
            "team_summary.mass_n", "Those that were mass sends.",
            "team_summary.replies_n", "Said only where the others are told too.",
            "clusters.lineage_id", "Not explained on the page."));
  }

  static ReportSource empty() {
    return new ReportSource(
        RUN,
        VERSION,
        null,
        AS_OF,
        HORIZON,
        List.of(),
        List.of(),
        List.of(),
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        0,
        Map.of(),
        Trust.NONE,
        List.of(),
        Map.of(),
        Map.of());
  }

  /** The empty source with other rows. */
  static ReportSource of(List<TeamSummaryRow> teams, List<SenderSummaryRow> senders) {
    return of(teams, senders, 0.85);
  }

  /** The same with another horizon and contacts of which little is known. */
  static ReportSource of(List<TeamSummaryRow> teams, int horizonDays, long undecided) {
    return of(teams, List.of(), 0.85, horizonDays, undecided);
  }

  /** The same where the senders' mass shares are that repeatable. */
  static ReportSource of(
      List<TeamSummaryRow> teams, List<SenderSummaryRow> senders, Double reliability) {
    return of(teams, senders, reliability, HORIZON, 0);
  }

  private static ReportSource of(
      List<TeamSummaryRow> teams,
      List<SenderSummaryRow> senders,
      Double reliability,
      int horizonDays,
      long undecided) {
    ReportSource none = empty();
    return new ReportSource(
        none.runId(),
        none.metricVersion(),
        FIRST_DAY,
        AS_OF,
        horizonDays,
        teams,
        senders,
        List.of(new Reliability(Reliability.MASS_SHARE, senders.size(), reliability)),
        0,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        undecided,
        Map.of(),
        Trust.NONE,
        List.of(),
        names(),
        Map.of());
  }

  /** The same rows, the other way round. */
  static ReportSource reversed(ReportSource source) {
    return new ReportSource(
        source.runId(),
        source.metricVersion(),
        source.firstDay(),
        source.asOf(),
        source.replyHorizonDays(),
        reversed(source.teams()),
        reversed(source.senders()),
        source.reliabilities(),
        source.inboundSenders(),
        reversed(source.templates()),
        reversed(source.inboundTemplates()),
        reversed(source.slots()),
        reversed(source.campaigns()),
        source.largestTemplates(),
        source.inboundUses(),
        source.ownUses(),
        reversed(source.inputs()),
        source.rejectedByReason(),
        source.defectsByType(),
        source.nullReasons(),
        reversed(source.examples()),
        source.undecidedContacts(),
        source.levelsByTemplate(),
        source.trust(),
        source.checks(),
        source.names(),
        source.glossary());
  }

  private static <T> List<T> reversed(List<T> rows) {
    List<T> turned = new ArrayList<>(rows);
    Collections.reverse(turned);
    return turned;
  }

  /** A small source with the given text in every string that can reach the page. */
  static ReportSource hostile(String text) {
    List<TeamSummaryRow> teams = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      teams.add(team(text, FIRST_MONDAY.plusWeeks(i), true, 50, 25, 50, 5, 3.0));
    }
    teams.add(team(text, null, true, 500, 250, 500, 50, 3.0));
    List<SenderSummaryRow> senders = new ArrayList<>();
    Map<String, String> names = new TreeMap<>();
    for (int i = 0; i < 6; i++) {
      String id = i < 3 ? text + i : "s" + i;
      senders.add(sender(id, 100 + 80 * i, 50 + 30 * i));
      if (i >= 3) {
        names.put(id, i == 3 ? text : "Name " + i);
      }
    }
    Map<String, Long> codes = Map.of(text, 7L);
    ClusterRow template = cluster(text, "hi [recipient_first] " + text + " \u27E8URL\u27E9", 90);
    return new ReportSource(
        text,
        text,
        FIRST_DAY,
        AS_OF,
        HORIZON,
        teams,
        senders,
        List.of(new Reliability(text, 6, 0.9), new Reliability(Reliability.MASS_SHARE, 6, 0.9)),
        3,
        List.of(template),
        List.of(template),
        List.of(slot(text, 1, text, 0.5f)),
        List.of(campaign(text, 50)),
        Map.of(text, template),
        Map.of(text, new TextUse(List.of(text), side(3, 3, 1), 3, 1, 1)),
        Map.of(),
        List.of(input(text, text, text, 10, 1)),
        codes,
        codes,
        codes,
        List.of(new FixExample(text, text, text, text, 1)),
        2,
        Map.of(text, List.of(1L, 2L, 3L, 4L, 5L)),
        new Trust(100, 1, 0.5),
        checks(),
        names,
        Map.of("team_summary.dyads_n", text));
  }

  private static List<FixExample> examples() {
    return List.of(
        new FixExample("wrong_name", "Sales North", "0a1b2c3d4e5f60718293a4b5c6d7e8f9", "t1", 1),
        new FixExample("wrong_name", "Sales North", "1a1b2c3d4e5f60718293a4b5c6d7e8f9", "t3", 1),
        new FixExample(
            "unresolved_token", "Sales South", "2a1b2c3d4e5f60718293a4b5c6d7e8f9", null, 1),
        new FixExample(
            FixExample.UNANSWERED,
            "Sales South",
            "3a1b2c3d4e5f60718293a4b5c6d7e8f9",
            "elsewhere99",
            1),
        new FixExample(
            FixExample.AFTER_OPT_OUT, "Sales South", "4a1b2c3d4e5f60718293a4b5c6d7e8f9", "t1", 1));
  }

  private static Map<String, Long> defects() {
    Map<String, Long> defects = new TreeMap<>();
    defects.put("WRONG_NAME", 11L);
    defects.put("UNRESOLVED_TOKEN", 23L);
    defects.put("EMPTY_SLOT", 6L);
    defects.put("GENERIC_GREETING", 41L);
    return defects;
  }

  private static Map<String, String> names() {
    Map<String, String> names = new TreeMap<>();
    for (int i = 0; i < NAMES.size(); i++) {
      names.put("sender" + i + "aabbccdd", NAMES.get(i));
    }
    return names;
  }

  private static List<TeamSummaryRow> teams() {
    SplittableRandom random = new SplittableRandom(7);
    List<TeamSummaryRow> rows = new ArrayList<>();
    rows.addAll(team("Sales North", 0.71, 62, 3, random));
    rows.addAll(team("Sales South", 0.38, 44, 11, random));
    return rows;
  }

  private static List<TeamSummaryRow> team(
      String name, double share, int weekly, double words, SplittableRandom random) {
    List<TeamSummaryRow> rows = new ArrayList<>();
    int mass = 0;
    int n = 0;
    int replies = 0;
    int known = 0;
    for (int i = 0; i < WEEKS; i++) {
      int first = weekly + random.nextInt(-18, 19);
      double chance = i == 17 ? share + 0.27 : share;
      int massHits = hits(first, chance, random);
      int replyKnown = i >= WEEKS - 2 ? 0 : first;
      int answered = hits(replyKnown, 0.09, random);
      boolean complete = i > 0 && i < WEEKS - 1;
      double median = words + random.nextInt(-2, 3);
      rows.add(
          team(
              name,
              FIRST_MONDAY.plusWeeks(i),
              complete,
              first,
              massHits,
              replyKnown,
              answered,
              median));
      mass += massHits;
      n += first;
      replies += answered;
      known += replyKnown;
    }
    rows.add(team(name, null, true, n, mass, known, replies, words));
    return rows;
  }

  private static int hits(int n, double chance, SplittableRandom random) {
    int hits = 0;
    for (int i = 0; i < n; i++) {
      hits += random.nextDouble() < chance ? 1 : 0;
    }
    return hits;
  }

  /** What is asked of a roster only; null without one. */
  private static Long overlap(String team, int n) {
    return team.equals("no team") ? null : Long.valueOf(n);
  }

  /** A row of a team; one message in 40 has a defect. */
  static TeamSummaryRow team(
      String name,
      LocalDate week,
      boolean complete,
      int n,
      int mass,
      int replyKnown,
      int replies,
      Double words) {
    Wilson share = Wilson.of(mass, n);
    Wilson reply = Wilson.of(replies, replyKnown);
    int defects = n / 40;
    Wilson defect = Wilson.of(defects, n);
    Wilson specific = Wilson.of(n / 10, n / 2);
    Wilson hollow = Wilson.of(n / 8, n);
    return new TeamSummaryRow(
        name,
        week,
        complete,
        4,
        n * 2,
        n,
        n,
        mass,
        share.rate(),
        share.lo(),
        share.hi(),
        n,
        words == null ? null : Math.max(0, words - 2),
        words,
        words == null ? null : words + 9,
        n / 2,
        0.3,
        0.4,
        0.1,
        0.15,
        0.05,
        n / 10,
        specific.rate(),
        specific.lo(),
        specific.hi(),
        n,
        n / 8,
        hollow.rate(),
        hollow.lo(),
        hollow.hi(),
        n / 3,
        n / 30,
        n < 3 ? null : n / 30 / (double) (n / 3),
        n / 200,
        n,
        defects,
        defect.rate(),
        defect.lo(),
        defect.hi(),
        replyKnown,
        replies,
        reply.rate(),
        reply.lo(),
        reply.hi(),
        n / 25,
        n,
        overlap(name, n),
        overlap(name, n / 60),
        overlap(name, n / 120),
        n == 0 ? null : n / 60 / (double) n,
        overlap(name, n / 3),
        overlap(name, n / 40),
        overlap(name, n / 80),
        n < 3 ? null : n / 40 / (double) (n / 3),
        RUN,
        VERSION,
        KEY);
  }

  private static List<SenderSummaryRow> senders() {
    List<SenderSummaryRow> rows = new ArrayList<>();
    int[] n = {480, 350, 260, 210, 150, 96, 64, 41};
    double[] share = {0.68, 0.55, 0.59, 0.31, 0.62, 0.50, 0.92, 0.54};
    for (int i = 0; i < n.length; i++) {
      rows.add(sender("sender" + i + "aabbccdd", n[i], (int) (n[i] * share[i])));
    }
    rows.add(sender("newcomer00112233", 12, 3));
    return rows;
  }

  static SenderSummaryRow sender(String id, int n, int mass) {
    Wilson share = Wilson.of(mass, n);
    Wilson specific = Wilson.of(n / 10, n / 2);
    Wilson hollow = Wilson.of(n / 8, n);
    return new SenderSummaryRow(
        id,
        "Sales North",
        "outbound",
        "all",
        "all",
        "all",
        n * 2,
        n,
        n,
        mass,
        share.rate(),
        share.lo(),
        share.hi(),
        n,
        1.0,
        3.0,
        9.0,
        n / 2,
        0.3,
        0.4,
        0.1,
        0.15,
        0.05,
        n / 10,
        specific.rate(),
        specific.lo(),
        specific.hi(),
        n,
        n / 8,
        hollow.rate(),
        hollow.lo(),
        hollow.hi(),
        n / 3,
        n / 30,
        n < 3 ? null : n / 30 / (double) (n / 3),
        n / 200,
        n,
        0,
        0.0,
        0.0,
        0.1,
        n,
        0,
        0.0,
        0.0,
        0.1,
        null,
        2.0,
        0.5,
        null,
        "A",
        n < 30,
        RUN,
        VERSION,
        KEY);
  }

  private static List<ClusterRow> templates(String prefix, int count, String skeleton) {
    List<ClusterRow> rows = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      int people = 900 / i;
      rows.add(cluster(prefix + i, i == 4 ? null : skeleton, people));
    }
    return rows;
  }

  static SideUse side(int people, int messages, int senders) {
    return new SideUse(
        people,
        messages,
        senders,
        12,
        people - 10,
        Instant.parse("2026-05-11T08:00:00Z"),
        Instant.parse("2026-10-09T16:30:00Z"));
  }

  static ClusterRow cluster(String id, String skeleton, int people) {
    int replies = people / 14;
    int eligible = people - people / 10;
    Wilson reply = Wilson.of(replies, eligible);
    Instant first = Instant.parse("2026-05-04T08:00:00Z");
    Instant last = Instant.parse("2026-10-12T16:30:00Z");
    return new ClusterRow(
        id,
        null,
        null,
        skeleton,
        people + 30,
        people + 30,
        people / 2,
        people,
        3,
        0.8f,
        0.9f,
        0.88f,
        0.6f,
        0.95f,
        0f,
        7,
        first,
        last,
        162,
        null,
        null,
        replies,
        eligible,
        reply.rate(),
        reply.lo(),
        reply.hi(),
        RUN,
        VERSION,
        KEY);
  }

  static List<SlotRow> slots(String id) {
    return List.of(
        slot(id, 1, "recipient_first", 1f),
        slot(id, 2, "recipient_org", 0.97f),
        slot(id, 3, "recipient_title", 0.9f),
        slot(id, 4, "free_text", 0.42f));
  }

  static SlotRow slot(String id, int no, String type, float filled) {
    boolean masked = type.startsWith("recipient");
    return new SlotRow(
        id,
        no,
        type,
        filled,
        masked ? null : 12,
        masked ? null : 3.1f,
        masked ? null : 0.4f,
        2f,
        0.95f,
        RUN,
        VERSION,
        KEY);
  }

  static CampaignRow campaign(String id, int people) {
    return new CampaignRow(
        id,
        people + 210,
        4,
        3,
        true,
        2,
        people,
        Instant.parse("2026-05-04T08:00:00Z"),
        null,
        RUN,
        VERSION,
        KEY);
  }

  private static List<InputRow> inputs() {
    return List.of(
        input("in1", "a1", "linkedin-messages", 4210, 3),
        input("in2", "a1", "linkedin-invitations", 913, 0),
        input("in3", "a2", "maildir", 8120, 14));
  }

  static InputRow input(String id, String archive, String format, long seen, long rejected) {
    return new InputRow(
        id,
        archive,
        format,
        seen,
        seen - rejected,
        rejected,
        55,
        130,
        seen * 900,
        RUN,
        VERSION,
        KEY);
  }

  private static List<DataQualityRow> checks() {
    return List.of(
        check("lost", "run", null, 0, 3001L, "pass"),
        check("quarantined", "run", null, 3, 3001L, "warn"),
        check("quarantined", "input", "0123", 3, 800L, "warn"),
        check("shrunk", "archive", "4567", 12, 900L, "warn"),
        check("undated", "run", null, 0, 3001L, "pass"));
  }

  static DataQualityRow check(
      String name, String scope, String subject, long n, Long of, String verdict) {
    Double share = of == null ? null : (double) n / of;
    return new DataQualityRow(
        name, scope, subject, n, of, share, 0.0, null, verdict, "r1", "1", "k");
  }
}
