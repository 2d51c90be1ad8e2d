package dev.uncanned.archive;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the labels that Gmail gives a mail in {@code X-Gmail-Labels}, in the language of its owner.
 *
 * <p>The field is a list with commas, often in encoded words, of which one may hold several labels
 * or a part of one. A label with a comma stands in quotes; system labels may have a backslash in
 * front. At most {@link Budgets#LABELS} are read. Never throws.
 */
final class MailLabels {

  private MailLabels() {}

  /** The labels of a mail, in order; empty if it has none. */
  static List<String> of(MailHeaders headers) {
    String list = EncodedWords.decode(headers.first("x-gmail-labels"));
    if (list == null) {
      return List.of();
    }
    List<String> labels = new ArrayList<>();
    int lastQuote = list.lastIndexOf('"');
    boolean quoted = false;
    int start = 0;
    for (int i = 0; i <= list.length() && labels.size() < Budgets.LABELS; i++) {
      char c = i == list.length() ? ',' : list.charAt(i);
      if (c == '"') {
        quoted = !quoted && i < lastQuote;
      } else if (c == ',' && (!quoted || i == list.length())) {
        add(list.substring(start, i), labels);
        start = i + 1;
      }
    }
    return labels;
  }

  private static void add(String written, List<String> labels) {
    String label = CollapsedText.of(written.replace("\"", ""));
    label = label.startsWith("\\") ? label.substring(1) : label;
    if (!label.isEmpty()) {
      labels.add(label);
    }
  }
}
