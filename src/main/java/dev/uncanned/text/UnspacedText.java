package dev.uncanned.text;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.List;

/**
 * Finds fields in scripts without spaces, before a text is cut into words, and puts one character
 * in the place of each.
 *
 * <p>A field counts wherever it stands. One that has to be honoured counts only before a form of
 * address ("王总", "森さん") or a greeting ("你好"); if it is a single letter, only where it does not look
 * like a part of a longer word. Then come the names of people who are not known, as {@link
 * UnspacedSalutations} finds them.
 *
 * <p>Not thread-safe.
 */
final class UnspacedText {

  private static final List<String> TITLES =
      SalutationWords.longestFirst("zh-title", "ja-title", "zh-hello");

  private final IntArrayList starts = new IntArrayList();
  private final IntArrayList ends = new IntArrayList();
  private final StringBuilder signs = new StringBuilder();
  private String text = "";

  /**
   * The text with a character of {@link Tokenizer#FIRST_FIELD} for each field.
   *
   * @param folded as {@link Folding#compatible} returns it
   * @param fields in the order in which they are looked for
   * @param places told of all that is replaced; may be null
   */
  String masked(String folded, List<UnspacedField> fields, SourceOffsets places) {
    text = folded;
    for (UnspacedField field : fields) {
      find(field);
      replace(places);
    }
    for (UnspacedSalutations.Name name : UnspacedSalutations.in(text)) {
      add(name.start(), name.end(), name.kind());
    }
    replace(places);
    return text;
  }

  private void find(UnspacedField field) {
    String name = field.text();
    int at = text.indexOf(name);
    while (at >= 0) {
      int end = at + name.length();
      boolean found = !field.honoured() || isAddressed(field, at, end);
      if (found) {
        add(at, end, field.kind());
      }
      at = text.indexOf(name, found ? end : at + 1);
    }
  }

  private void add(int start, int end, Placeholder kind) {
    starts.add(start);
    ends.add(end);
    signs.append((char) (Tokenizer.FIRST_FIELD + kind.ordinal()));
  }

  private void replace(SourceOffsets places) {
    if (starts.isEmpty()) {
      return;
    }
    StringBuilder replaced = new StringBuilder(text.length() + 2 * starts.size());
    int copied = 0;
    for (int i = 0; i < starts.size(); i++) {
      replaced.append(text, copied, starts.getInt(i));
      replaced.append(' ').append(signs.charAt(i)).append(' ');
      copied = ends.getInt(i);
    }
    text = replaced.append(text, copied, text.length()).toString();
    if (places != null) {
      places.replace(starts, ends, text);
    }
    starts.clear();
    ends.clear();
    signs.setLength(0);
  }

  private boolean isAddressed(UnspacedField field, int at, int end) {
    int title = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
    int length = SalutationWords.lengthAt(text, title, TITLES);
    if (length == 0) {
      return false;
    }
    if (field.letters() > 1 || at == 0 || !Scripts.isHan(text.codePointBefore(at))) {
      return true;
    }
    // "高总" in "提高总收入" is no name, nor is the given name "明" in "张明先生".
    boolean family = field.kind() != Placeholder.FIRST;
    return family && (length > 1 || UnspacedSalutations.isTitleClosed(text, title + length));
  }
}
