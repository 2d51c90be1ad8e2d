package dev.uncanned.template;

import dev.uncanned.text.Placeholder;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Tells which words of a message a template gave it.
 *
 * <p>Reads a skeleton in each of its forms: {@link AlignedTemplate#given}, {@link
 * Template#skeleton}, {@link Template#skeleton_public} and {@link Template#published}, the last two
 * except for scripts without spaces. The words are aligned as members are to their medoid; words in
 * a slot are the template's if they are one of its alternatives or its optional block, as far as
 * these are shown; those in several slots in a row if all of them are.
 */
final class SkeletonWords {

  private static final int MAX_CELLS = 4_000_000;
  private static final String OPTIONAL = "optional:";

  private final List<String> words = new ArrayList<>();

  /** Slots before each word and behind the last; each as its values, each value as its tokens. */
  private final List<List<List<List<String>>>> slots = new ArrayList<>();

  private final String[] parts;
  private int part;

  /**
   * @param skeleton null or empty for none
   */
  SkeletonWords(String skeleton) {
    parts = skeleton == null || skeleton.isBlank() ? new String[0] : skeleton.strip().split(" +");
    slots.add(new ArrayList<>());
    while (part < parts.length) {
      read();
    }
  }

  /** For each token of a message whether the template gave it. */
  boolean[] marks(List<String> tokens) {
    Object2IntOpenHashMap<String> ids = new Object2IntOpenHashMap<>();
    int[] partners = new TokenAlignment(MAX_CELLS).align(numbers(words, ids), numbers(tokens, ids));
    boolean[] marks = new boolean[tokens.size()];
    List<List<List<String>>> shown = new ArrayList<>();
    int gapStart = 0;
    for (int word = 0; word < words.size(); word++) {
      // Where the word behind a slot is missing, the slot's words end at the next word.
      shown.addAll(slots.get(word));
      if (partners[word] >= 0 && tokens.get(partners[word]).equals(words.get(word))) {
        markValues(shown, gapStart, partners[word], tokens, marks);
        marks[partners[word]] = true;
        gapStart = partners[word] + 1;
        shown.clear();
      }
    }
    shown.addAll(slots.get(words.size()));
    markValues(shown, gapStart, tokens.size(), tokens, marks);
    return marks;
  }

  private static void markValues(
      List<List<List<String>>> shown, int from, int to, List<String> tokens, boolean[] marks) {
    int at = from;
    for (List<List<String>> values : shown) {
      at += longest(values, tokens.subList(at, to));
    }
    if (at == to) {
      Arrays.fill(marks, from, to, true);
    }
  }

  /** Number of words of the longest value that a text begins with. */
  private static int longest(List<List<String>> values, List<String> text) {
    int longest = 0;
    for (List<String> value : values) {
      int length = value.size();
      if (length > longest && length <= text.size() && text.subList(0, length).equals(value)) {
        longest = length;
      }
    }
    return longest;
  }

  private void read() {
    String first = parts[part];
    char open = first.charAt(0);
    if (open == '{' && first.endsWith(":")) {
      part++;
      readValues("}");
    } else if (first.equals("[" + OPTIONAL)) {
      part++;
      readValues("]");
    } else if (open == '{' || open == '[' || first.equals(PublicSkeleton.WITHHELD)) {
      addField(first);
      part++;
    } else {
      addWord(first);
      part++;
    }
  }

  private void readValues(String close) {
    List<List<String>> values = new ArrayList<>();
    List<String> value = new ArrayList<>();
    boolean closed = false;
    while (part < parts.length && !closed) {
      String text = parts[part];
      closed = text.endsWith(close);
      String word = closed ? text.substring(0, text.length() - 1) : text;
      if (!word.equals("|") && !word.isEmpty()) {
        value.add(word);
      }
      if (word.equals("|") || closed) {
        values.add(List.copyOf(value));
        value.clear();
      }
      part++;
    }
    slots.get(slots.size() - 1).add(values);
  }

  /** A slot of a merge field stands for its placeholder; of any other nothing is known. */
  private void addField(String shown) {
    for (Placeholder placeholder : Placeholder.values()) {
      String type = MergeField.typeOf(placeholder.token()).name();
      if (shown.equalsIgnoreCase("[" + type + "]") && placeholder != Placeholder.TOKEN) {
        addWord(placeholder.token());
        return;
      }
    }
  }

  private void addWord(String word) {
    words.add(word);
    slots.add(new ArrayList<>());
  }

  private static int[] numbers(List<String> tokens, Object2IntOpenHashMap<String> ids) {
    return tokens.stream()
        .mapToInt(token -> ids.computeIfAbsent(token, unseen -> ids.size()))
        .toArray();
  }
}
