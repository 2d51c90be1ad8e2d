package dev.uncanned.score;

import java.util.HashMap;
import java.util.Map;

/** Tells what a text asks its reader to do, by words of five languages. */
final class CallToAction {

  private static final Map<String, String> ACTIONS = actions();

  private CallToAction() {}

  private static Map<String, String> actions() {
    Map<String, String> actions = new HashMap<>();
    WordFile.lists("calls-to-action.txt")
        .forEach((action, words) -> words.forEach(word -> actions.put(word, action)));
    return Map.copyOf(actions);
  }

  /**
   * What the last word of the lists in a text asks for: call, meeting, demo, read, register or
   * reply; null without one.
   *
   * @param masked masked tokens joined by single spaces
   */
  static String of(String masked) {
    int end = masked.length();
    while (end > 0) {
      int start = masked.lastIndexOf(' ', end - 1) + 1;
      String action = ACTIONS.get(masked.substring(start, end));
      if (action != null) {
        return action;
      }
      end = start - 1;
    }
    return null;
  }
}
