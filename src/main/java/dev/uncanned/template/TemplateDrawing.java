package dev.uncanned.template;

import dev.uncanned.text.TokenPlaces;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Says for each word of a message where it comes from: the template, a merge field, a phrase that
 * the sender uses often, or from nowhere else, so that a person can check the scores by eye.
 *
 * <p>Where several claims meet, the strongest wins, in the order of {@link WordLabel}. Punctuation
 * and spaces between two words of one kind belong to them.
 *
 * <p>Drawn, each line of the message has a line of marks below, so that it reads without colour.
 */
public final class TemplateDrawing {

  private static final int NARROWEST = 20;

  private TemplateDrawing() {}

  /**
   * The words of a message, labelled; spans rise and do not overlap, other words have none.
   *
   * @param text the message as people read it
   * @param places where its masked tokens stand in the text
   * @param skeleton its template in any form, see {@link Template}; null if it has none
   * @param customised numbers of first token and token behind the last of each customised run, pair
   *     by pair; null if not known
   * @param recurring the same of recurring phrases
   * @param evidence characters that show something true of the recipient; null for none
   */
  public static List<LabelledSpan> spans(
      String text,
      TokenPlaces places,
      String skeleton,
      List<Integer> customised,
      List<Integer> recurring,
      List<TextSpan> evidence) {
    WordLabel[] labels = new WordLabel[places.count()];
    List<String> tokens = new ArrayList<>(labels.length);
    for (int i = 0; i < labels.length; i++) {
      labels[i] = WordLabel.OTHER;
      tokens.add(places.token(i));
    }
    mark(recurring, WordLabel.RECURRING, labels);
    boolean[] given = new SkeletonWords(skeleton).marks(tokens);
    for (int i = 0; i < labels.length; i++) {
      labels[i] = given[i] ? WordLabel.TEMPLATE : labels[i];
    }
    mark(customised, WordLabel.CUSTOMISED, labels);
    for (int i = 0; i < labels.length; i++) {
      labels[i] = places.isWord(i) ? labels[i] : WordLabel.FIELD;
    }
    return withEvidence(evidence, joined(text, places, labels), text.length());
  }

  /**
   * Draws a labelled text in lines, each with its marks below, and a legend of the marks in use.
   *
   * <p>Long lines are broken at spaces. Control characters, which could command a terminal, and
   * those that turn the direction of writing are drawn as replacement characters.
   *
   * @param spans rising, not overlapping, as {@link #spans} gives them
   * @param width columns of a line, at least 20; less counts as 20
   * @param colour whether to add ANSI colours
   */
  public static String draw(String text, List<LabelledSpan> spans, int width, boolean colour) {
    DrawnLines lines = new DrawnLines(Math.max(NARROWEST, width), colour);
    int next = 0;
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      while (next < spans.size() && spans.get(next).end() <= i) {
        next++;
      }
      boolean inside = next < spans.size() && spans.get(next).start() <= i;
      lines.add(text.codePointAt(i), inside ? spans.get(next).label() : WordLabel.OTHER);
    }
    StringBuilder drawn = new StringBuilder(lines.end());
    Set<WordLabel> used = EnumSet.noneOf(WordLabel.class);
    spans.forEach(span -> used.add(span.label()));
    for (WordLabel label : used) {
      drawn.append(label.mark()).append("  ").append(label.meaning()).append('\n');
    }
    return drawn.toString();
  }

  private static void mark(List<Integer> runs, WordLabel label, WordLabel[] labels) {
    for (int i = 0; runs != null && i + 1 < runs.size(); i += 2) {
      int end = Math.min(labels.length, runs.get(i + 1));
      for (int token = Math.max(0, runs.get(i)); token < end; token++) {
        labels[token] = label;
      }
    }
  }

  private static List<LabelledSpan> joined(String text, TokenPlaces places, WordLabel[] labels) {
    List<LabelledSpan> spans = new ArrayList<>();
    for (int i = 0; i < labels.length; i++) {
      LabelledSpan last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
      int start = Math.max(places.start(i), last == null ? 0 : last.end());
      int end = Math.min(text.length(), places.end(i));
      boolean goesOn = last != null && last.label() == labels[i];
      if (end <= start) {
        continue;
      }
      if (goesOn && oneLine(text, last.end(), start)) {
        spans.set(spans.size() - 1, new LabelledSpan(labels[i], last.start(), end));
      } else {
        spans.add(new LabelledSpan(labels[i], start, end));
      }
    }
    spans.removeIf(span -> span.label() == WordLabel.OTHER);
    return spans;
  }

  private static boolean oneLine(String text, int start, int end) {
    int line = text.indexOf('\n', start);
    return line < 0 || line >= end;
  }

  private static List<LabelledSpan> withEvidence(
      List<TextSpan> evidence, List<LabelledSpan> spans, int length) {
    if (evidence == null || evidence.isEmpty()) {
      return List.copyOf(spans);
    }
    WordLabel[] characters = new WordLabel[length];
    spans.forEach(span -> fill(characters, span.start(), span.end(), span.label()));
    evidence.forEach(span -> fill(characters, span.start(), span.end(), WordLabel.EVIDENCE));
    List<LabelledSpan> merged = new ArrayList<>();
    int start = 0;
    for (int i = 1; i <= length; i++) {
      if (i == length || characters[i] != characters[start]) {
        if (characters[start] != null) {
          merged.add(new LabelledSpan(characters[start], start, i));
        }
        start = i;
      }
    }
    return List.copyOf(merged);
  }

  private static void fill(WordLabel[] characters, int start, int end, WordLabel label) {
    for (int i = Math.max(0, start); i < Math.min(characters.length, end); i++) {
      characters[i] = label;
    }
  }
}
