package dev.uncanned.report;

import dev.uncanned.mart.InputRow;
import dev.uncanned.report.ReportModel.Limits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;

/** Says what the page cannot show, and why. */
final class Limitations {

  private final ReportSource source;

  Limitations(ReportSource source) {
    this.source = source;
  }

  Limits limits() {
    List<DataTable> tables = new ArrayList<>();
    tables.add(inputs());
    tables.add(
        reasons(
            "Deliveries of ours without scores, by reason",
            "Deliveries",
            source.nullReasons(),
            Vocabulary::nullReason));
    tables.add(
        reasons(
            "Rejected records, by reason",
            "Records",
            source.rejectedByReason(),
            Vocabulary::reject));
    return new Limits(notes(), tables, Definitions.of(source.glossary()));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "Only what stands in the archives counts; messages deleted or sent elsewhere are missing.");
    notes.add(
        source.firstDay() == null
            ? "No message is dated, so nothing can be said about time."
            : "What happened before "
                + Figures.day(source.firstDay())
                + " is not known: a first message seen here may follow an earlier one.");
    notes.add(
        "Replies count within "
            + ReplyHorizon.words(source.replyHorizonDays())
            + "; first messages younger than that are left out, and replies by telephone or on"
            + " another channel are not seen.");
    notes.add(
        "Rates below "
            + Figures.SHOWN_FROM
            + " first messages are not shown, since they would be mostly chance. “Unknown” is"
            + " never counted as no.");
    notes.add(
        "Personal levels are told where more than a name is known of the reader. Levels count what"
            + " is said, not whether it is kind, and only what the archives hold can verify it.");
    notes.add(
        "Hollow praise, answers and requests for no more messages are known by lists of words in"
            + " English, German, French, Spanish and Portuguese; in other languages they are"
            + " missed.");
    notes.add(
        "Mass share says how texts were made, not whether they were good. Figures here are no"
            + " basis for pay.");
    return notes;
  }

  private DataTable inputs() {
    Map<String, List<InputRow>> formats = new TreeMap<>();
    for (InputRow row : source.inputs()) {
      formats.computeIfAbsent(row.format(), format -> new ArrayList<>()).add(row);
    }
    List<List<String>> rows = new ArrayList<>();
    formats.forEach((format, inputs) -> rows.add(inputs(format, inputs)));
    return new DataTable(
        "What was found in the archives, by format",
        List.of(
            DataTable.words("Format"),
            DataTable.figures("Inputs"),
            DataTable.figures("Seen"),
            DataTable.figures("Parsed"),
            DataTable.figures("Quarantined"),
            DataTable.figures("Duplicate"),
            DataTable.figures("Out of scope")),
        rows);
  }

  private static List<String> inputs(String format, List<InputRow> inputs) {
    return List.of(
        format,
        Figures.count(inputs.size()),
        sum(inputs, InputRow::seen_n),
        sum(inputs, InputRow::parsed_n),
        sum(inputs, InputRow::quarantined_n),
        sum(inputs, InputRow::duplicate_n),
        sum(inputs, InputRow::out_of_scope_n));
  }

  private static String sum(List<InputRow> inputs, ToLongFunction<InputRow> column) {
    return Figures.count(inputs.stream().mapToLong(column).sum());
  }

  private static DataTable reasons(
      String caption, String counted, Map<String, Long> counts, UnaryOperator<String> meaning) {
    List<List<String>> rows =
        new TreeMap<>(counts)
            .entrySet().stream()
                .map(
                    entry ->
                        List.of(
                            Vocabulary.name(entry.getKey()),
                            Figures.count(entry.getValue()),
                            meaning.apply(entry.getKey())))
                .toList();
    return new DataTable(
        caption,
        List.of(DataTable.words("Reason"), DataTable.figures(counted), DataTable.words("Meaning")),
        rows);
  }
}
