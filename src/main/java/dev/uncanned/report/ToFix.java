package dev.uncanned.report;

import dev.uncanned.mart.FixExample;
import dev.uncanned.mart.TeamSummaryRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What there is to put right, and in which messages it can be seen. */
final class ToFix {

  private static final int ID_CHARS = 12;
  private static final Comparator<Map.Entry<String, Long>> WORST_FIRST =
      Comparator.comparing((Map.Entry<String, Long> e) -> !Vocabulary.isHard(e.getKey()))
          .thenComparing(Map.Entry::getValue, Comparator.reverseOrder())
          .thenComparing(Map.Entry::getKey);

  private final ReportSource source;
  private final List<Team> teams;
  private final TemplateCards templates;

  ToFix(ReportSource source, List<Team> teams, TemplateCards templates) {
    this.source = source;
    this.teams = teams;
    this.templates = templates;
  }

  DataTable defects() {
    List<List<String>> rows =
        source.defectsByType().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .sorted(WORST_FIRST)
            .map(
                entry ->
                    List.of(
                        Vocabulary.name(entry.getKey()),
                        Vocabulary.isHard(entry.getKey()) ? "hard" : "soft",
                        Figures.count(entry.getValue()),
                        Vocabulary.defect(entry.getKey())))
            .toList();
    return new DataTable(
        "Defects in first messages of ours that are long enough to judge; hard ones name the wrong"
            + " person or show the machinery",
        List.of(
            DataTable.words("Defect"),
            DataTable.words("Kind"),
            DataTable.figures("Deliveries"),
            DataTable.words("What it is")),
        rows);
  }

  /** Messages in which it can be seen, by subject and team, in the order of the counts. */
  DataTable examples() {
    Map<String, Integer> order = new TreeMap<>();
    order.put(FixExample.AFTER_OPT_OUT, 0);
    order.put(FixExample.UNANSWERED, 1);
    source.defectsByType().entrySet().stream()
        .sorted(WORST_FIRST)
        .forEach(entry -> order.put(Vocabulary.code(entry.getKey()), order.size()));
    Map<List<String>, List<FixExample>> bySubject = new TreeMap<>(bySubject(order));
    source.examples().stream()
        .sorted(Comparator.comparing(FixExample::message_id))
        .forEach(
            one ->
                bySubject
                    .computeIfAbsent(
                        List.of(Vocabulary.code(one.subject()), one.team_id()),
                        key -> new ArrayList<>())
                    .add(one));
    List<List<String>> rows = new ArrayList<>();
    bySubject.forEach((key, found) -> rows.add(row(key, found)));
    return new DataTable(
        "Where it can be seen: up to 3 messages for each thing to fix and team",
        List.of(
            DataTable.words("To fix"),
            DataTable.words("Team"),
            DataTable.words("Messages"),
            DataTable.names("Their templates")),
        rows,
        templates.places());
  }

  private static Comparator<List<String>> bySubject(Map<String, Integer> order) {
    return Comparator.comparing(
            (List<String> key) -> order.getOrDefault(key.get(0), Integer.MAX_VALUE))
        .thenComparing(key -> key.get(0))
        .thenComparing(key -> key.get(1));
  }

  private List<String> row(List<String> key, List<FixExample> found) {
    List<String> ids = found.stream().map(one -> begin(one.message_id())).toList();
    List<String> names =
        found.stream()
            .map(FixExample::cluster_id)
            .map(id -> id == null ? Figures.NONE : templates.nameOrId(id))
            .distinct()
            .toList();
    return List.of(
        Vocabulary.toFix(key.get(0)), key.get(1), String.join(", ", ids), String.join(", ", names));
  }

  private static String begin(String id) {
    return id.substring(0, Math.min(ID_CHARS, id.length()));
  }

  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (Team team : teams) {
      TeamSummaryRow row = team.period();
      if (row.overlap_persons_n() != null && row.overlap_persons_n() > 0) {
        sentences.add(
            team.name()
                + ": "
                + Figures.count(row.overlap_persons_n(), "person was", "people were")
                + " written to unprompted by 2 or more members within 30 days, of "
                + Figures.count(row.contacted_persons_n(), "person", "people")
                + ".");
      }
      if (row.overlap_companies_n() != null && row.overlap_companies_n() > 0) {
        sentences.add(
            team.name()
                + ": at "
                + Figures.count(row.overlap_companies_n(), "company", "companies")
                + ", of "
                + Figures.count(row.contacted_companies_n())
                + ", 2 or more members wrote to somebody unprompted within 30 days"
                + sameTemplate(row)
                + ".");
      }
      if (row.after_opt_out_n() > 0) {
        sentences.add(
            team.name()
                + ": "
                + Figures.count(row.after_opt_out_n(), "message was", "messages were")
                + " sent to people who had asked for no more. Stop this first.");
      }
      if (row.unanswered4_n() > 0) {
        sentences.add(
            team.name()
                + ": "
                + Figures.count(row.unanswered4_n(), "contact", "contacts")
                + " of a sender and a recipient had 4 messages and more without an answer.");
      }
    }
    return sentences;
  }

  /** What was looked for and not found, and what could not be looked for; empty if neither. */
  String note() {
    List<String> notes = new ArrayList<>();
    boolean told = teams.stream().anyMatch(team -> team.period().overlap_persons_n() != null);
    if (sentences().isEmpty()) {
      notes.add(nobody(told));
    }
    if (source.undecidedContacts() > 0) {
      notes.add(
          "Whether 4 messages in a row went without an answer is not known yet for "
              + Figures.count(source.undecidedContacts(), "contact", "contacts")
              + " of a sender and a recipient.");
    }
    if (!told) {
      notes.add(
          "Whether several members of a team wrote to the same people is not known without a roster"
              + " that names teams.");
    }
    return String.join(" ", notes);
  }

  /** Says what was surely not found. */
  private String nobody(boolean told) {
    String several = told ? " unprompted by several members of a team," : "";
    String unanswered =
        source.undecidedContacts() > 0
            ? ""
            : (told ? " to" : "") + " 4 times and more without an answer,";
    String or = several.isEmpty() && unanswered.isEmpty() ? "" : " or";
    return "Nobody was written to" + several + unanswered + or + " after asking for no more.";
  }

  private static String sameTemplate(TeamSummaryRow row) {
    return row.overlap_companies_template_n() > 0
        ? ", at " + Figures.count(row.overlap_companies_template_n()) + " with the same template"
        : "";
  }
}
