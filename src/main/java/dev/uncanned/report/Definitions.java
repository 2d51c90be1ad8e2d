package dev.uncanned.report;

import dev.uncanned.report.ReportModel.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Says what the labels of the page mean, in the sentences of the published columns behind them.
 *
 * <p>A rate is said by what it counts and among how many, not by the names of its columns.
 */
final class Definitions {

  /**
   * A label of the page.
   *
   * @param among column that counts the cases looked at; null for what is no rate
   * @param counted column that the label shows, or that counts the hits of a rate
   * @param more said behind it; may be empty
   */
  private record Term(String label, String among, String counted, String more) {

    static Term rate(String label, String among, String counted) {
      return new Term(label, "team_summary." + among, "team_summary." + counted, "");
    }

    static Term of(String label, String column) {
      return new Term(label, null, column, "");
    }
  }

  private static final List<Term> TERMS = terms();

  private Definitions() {}

  private static List<Term> terms() {
    List<Term> terms = new ArrayList<>();
    terms.add(Term.of("First messages", "team_summary.dyads_n"));
    terms.add(Term.of("Mass send", "message_scores.mass_send"));
    terms.add(Term.rate(Measure.MASS.title(), "mass_known_n", "mass_n"));
    terms.add(Term.of("Customised words", "message_scores.customised_words"));
    terms.add(Term.of("Personal level", "message_scores.personal_level"));
    for (int level = 0; level < Levels.NAMES.size(); level++) {
      String label = "Level " + level + ", " + Levels.NAMES.get(level);
      terms.add(Term.of(label, "team_summary.level" + level + "_share"));
    }
    terms.add(Term.rate(Measure.SPECIFIC.title() + ", Level ≥ 3", "level_known_n", "specific_n"));
    terms.add(Term.rate(Measure.HOLLOW.title(), "praise_known_n", "hollow_n"));
    terms.add(Term.rate(Measure.DEFECT.title() + ", Hard defects", "eligible_n", "defects_n"));
    terms.add(Term.rate(Measure.BUMP.title(), "follow_ups_n", "bare_bumps_n"));
    terms.add(Term.of("Unanswered 4 times and more", "team_summary.unanswered4_n"));
    terms.add(Term.rate(Measure.REPLY.title(), "reply_known_n", "replies_n"));
    terms.add(Term.of("Sent after asking for no more", "team_summary.after_opt_out_n"));
    terms.add(
        Term.rate("People written to by several", "contacted_persons_n", "overlap_persons_n"));
    terms.add(
        Term.rate(
            "Companies written to by several", "contacted_companies_n", "overlap_companies_n"));
    terms.add(Term.of("Complete week", "team_summary.complete"));
    terms.add(Term.of("Template", "clusters"));
    terms.add(Term.of("Text of a template", "clusters.skeleton_public"));
    terms.add(Term.of("People of a template", "clusters.recipients_n"));
    terms.add(
        new Term("Reply rate of a template", "clusters.eligible_n", "clusters.replies_n", ""));
    terms.add(
        new Term("Audience", null, "clusters.audience_entropy", TemplateCards.AUDIENCE_WORDS));
    terms.add(Term.of("Campaign", "campaigns"));
    terms.add(Term.of("Slots: what stands there", "slots.type"));
    terms.add(Term.of("Slots: filled in", "slots.fill_rate"));
    terms.add(Term.of("Slots: different fills", "slots.distinct_n"));
    terms.add(Term.of("Duplicate", "inputs.duplicate_n"));
    terms.add(Term.of("Out of scope", "inputs.out_of_scope_n"));
    return List.copyOf(terms);
  }

  /**
   * The labels whose columns are explained.
   *
   * @param glossary sentence of a table or column, by {@code table} or {@code table.column}
   */
  static List<Fact> of(Map<String, String> glossary) {
    List<Fact> facts = new ArrayList<>();
    for (Term term : TERMS) {
      String counted = glossary.get(term.counted());
      String among = term.among() == null ? null : glossary.get(term.among());
      if (counted != null && (term.among() == null || among != null)) {
        facts.add(new Fact(term.label(), sentence(among, counted) + term.more()));
      }
    }
    return facts;
  }

  private static String sentence(String among, String counted) {
    return among == null ? counted : "Among: " + among + " Counted: " + counted;
  }
}
