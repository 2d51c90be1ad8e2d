package dev.uncanned.report;

import dev.uncanned.mart.ClusterRow;
import dev.uncanned.mart.SlotRow;
import dev.uncanned.report.ReportModel.Fact;
import dev.uncanned.report.ReportModel.TemplateCard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Describes templates of one side, ours or the outsiders', those that reached most people first.
 *
 * <p>A text can go both ways, such as one that outsiders send back; then each side has its own card
 * with its own figures.
 */
final class TemplateCards {

  private static final int SHOWN = 10;
  private static final int ID_CHARS = 8;
  private static final double NARROW = 0.35;
  private static final double MIXED = 0.7;

  /** Which words stand for which numbers. */
  static final String AUDIENCE_WORDS =
      " Below "
          + NARROW
          + " the page says one kind of people, below "
          + MIXED
          + " some kinds, else many kinds.";

  private final String prefix;
  private final List<ClusterRow> rows;
  private final Map<String, SideUse> uses;
  private final List<SlotRow> slots;

  /**
   * @param prefix letter that their names begin with
   * @param uses by template, the side's use of those that both sides send
   */
  TemplateCards(
      String prefix, List<ClusterRow> rows, Map<String, SideUse> uses, List<SlotRow> slots) {
    this.prefix = prefix;
    this.uses = uses;
    this.rows = rows.stream().sorted(byReach()).limit(SHOWN).toList();
    this.slots = slots;
  }

  private Comparator<ClusterRow> byReach() {
    return Comparator.comparingLong((ClusterRow row) -> use(row).people())
        .reversed()
        .thenComparing(ClusterRow::cluster_id);
  }

  /** The side's use of a template. */
  SideUse use(ClusterRow row) {
    SideUse use = uses.get(row.cluster_id());
    return use == null ? SideUse.of(row) : use;
  }

  Reach reach() {
    List<Reach.Bar> bars = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      SideUse use = use(rows.get(i));
      bars.add(new Reach.Bar(name(i), use.people(), use.messages(), TemplateCard.place(name(i))));
    }
    return new Reach(bars);
  }

  /** Personal levels of those templates of which some are known. */
  List<Levels.Row> levels(Map<String, List<Long>> byTemplate) {
    List<Levels.Row> levels = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      List<Long> counts = byTemplate.get(rows.get(i).cluster_id());
      if (counts != null) {
        levels.add(new Levels.Row("Template " + name(i), counts, TemplateCard.place(name(i))));
      }
    }
    return levels;
  }

  /** The cards of our own templates, with reply rates. */
  List<TemplateCard> cards() {
    return cards(row -> facts(row, true));
  }

  /** The cards of outside senders' templates, of whose replies little is known. */
  List<TemplateCard> cardsOfOutsiders(Map<String, TextUse> uses) {
    return cards(row -> outsiders(row, uses.get(row.cluster_id())));
  }

  private List<Fact> outsiders(ClusterRow row, TextUse use) {
    List<Fact> facts = facts(row, false);
    if (use != null) {
      facts.add(new Fact("Sent by", use.senderNames()));
      facts.add(new Fact("Deliveries flagged as mass sends", use.flags()));
    }
    return facts;
  }

  /** What the page calls a template; null if it has no card. */
  String name(String id) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).cluster_id().equals(id)) {
        return name(i);
      }
    }
    return null;
  }

  /** The same, or the beginning of its id. */
  String nameOrId(String id) {
    String name = name(id);
    return name == null ? shortId(id) : name;
  }

  /** Where the cards stand, by name. */
  Map<String, String> places() {
    Map<String, String> places = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      places.put(name(i), TemplateCard.place(name(i)));
    }
    return places;
  }

  private List<TemplateCard> cards(Function<ClusterRow, List<Fact>> facts) {
    List<TemplateCard> cards = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      ClusterRow row = rows.get(i);
      cards.add(
          new TemplateCard(
              name(i),
              row.cluster_id(),
              facts.apply(row),
              row.skeleton_public() == null ? List.of() : SkeletonPart.of(row.skeleton_public()),
              slots(row.cluster_id(), name(i))));
    }
    return cards;
  }

  private String name(int index) {
    return prefix + (index + 1);
  }

  static String shortId(String id) {
    return id.substring(0, Math.min(ID_CHARS, id.length()));
  }

  private List<Fact> facts(ClusterRow row, boolean ours) {
    SideUse use = use(row);
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("People", Figures.count(use.people())));
    facts.add(new Fact("Messages", Figures.count(use.messages())));
    facts.add(new Fact("Senders", Figures.count(use.senders())));
    if (ours) {
      facts.add(new Fact("Reply rate", Figures.rateWithInterval(use.replies(), use.eligible())));
      facts.add(
          new Fact(
              "Replies", Figures.count(use.replies()) + " of " + Figures.count(use.eligible())));
    }
    // The audience is known of both sides' readers together only.
    if (ours && row.audience_entropy() != null && !uses.containsKey(row.cluster_id())) {
      facts.add(new Fact("Audience", audience(row.audience_entropy())));
    }
    facts.add(new Fact("First seen", Figures.day(use.firstSeen())));
    facts.add(new Fact("Last seen", Figures.day(use.lastSeen())));
    return facts;
  }

  /** How many kinds of people got it, by the evenness of their titles' families. */
  private static String audience(double entropy) {
    String words =
        entropy < NARROW
            ? "one kind of people"
            : entropy < MIXED ? "some kinds of people" : "many kinds of people";
    return words + " (" + Figures.coefficient(entropy) + " of 1)";
  }

  private DataTable slots(String id, String name) {
    List<List<String>> cells = new ArrayList<>();
    slots.stream()
        .filter(slot -> id.equals(slot.cluster_id()))
        .sorted(Comparator.comparingInt(SlotRow::slot_no))
        .forEach(
            slot ->
                cells.add(
                    List.of(
                        Figures.count(slot.slot_no()),
                        SkeletonPart.words(slot.type()),
                        Figures.percent(slot.fill_rate()),
                        slot.distinct_n() == null ? Figures.NONE : Figures.count(slot.distinct_n()),
                        slot.median_words() == null
                            ? Figures.UNKNOWN
                            : Figures.decimal(slot.median_words()))));
    return new DataTable(
        "Slots of " + name,
        List.of(
            DataTable.figures("No."),
            DataTable.words("What stands there"),
            DataTable.figures("Filled in"),
            DataTable.figures("Different fills"),
            DataTable.figures("Median words")),
        cells);
  }
}
