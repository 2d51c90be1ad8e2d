package dev.uncanned.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a place in which a template offers several choices one after another, such as "{hope you are
 * well | how are you} {we sell | we rent} {chairs | desks}", into a slot for each.
 *
 * <p>A choice ends behind the first words that several messages have there and that different words
 * follow, none of them in most of these messages, if the two words that follow come behind
 * different first words as well. So a text is cut neither inside of an alternative, whose words
 * follow on each other only, nor in personal words, which nobody else has. The cuts count only if
 * each part is alternatives or an optional block, and if there are fewer of them together than
 * there were different fills. Linear in the words.
 */
final class NeighbouringChoices {

  private static final int MOST_PARTS = 8;
  private static final int FEWEST_FILLS = 5;
  private static final long SEVERAL = 3;
  private static final double MOST = 0.8;
  private static final String END = "";

  private record Step(int from, String word) {}

  private record Next(String first, String second) {}

  private record Arrival(Next next, int from) {}

  private final FillSpans fills;
  private final long messages;

  NeighbouringChoices(FillSpans fills, long messages) {
    this.fills = fills;
    this.messages = messages;
  }

  /** The parts in the order of the text; the fills as they are if they are not such choices. */
  List<FillSpans> parts() {
    if (distinct(fills) < FEWEST_FILLS) {
      return List.of(fills);
    }
    List<FillSpans> parts = new ArrayList<>();
    FillSpans rest = fills;
    while (parts.size() < MOST_PARTS - 1) {
      int[] cuts = new FirstChoice(rest).ends();
      FillSpans behind = new FillSpans(rest.members(), cuts, rest.ends());
      if (behind.filled() < MOST * rest.filled()) {
        break;
      }
      parts.add(new FillSpans(rest.members(), rest.starts(), cuts));
      rest = behind;
    }
    parts.add(rest);
    return areChoices(parts) ? parts : List.of(fills);
  }

  private boolean areChoices(List<FillSpans> parts) {
    int distinct = 0;
    for (FillSpans part : parts) {
      SlotType type = part.slot(0, messages).type();
      if (type != SlotType.ENUMERATED && type != SlotType.OPTIONAL_BLOCK) {
        return false;
      }
      distinct += distinct(part);
    }
    return parts.size() > 1 && distinct < distinct(fills);
  }

  private static int distinct(FillSpans fills) {
    Set<List<String>> distinct = new HashSet<>();
    for (int m = 0; m < fills.size(); m++) {
      if (fills.words(m) > 0) {
        distinct.add(fills.fill(m));
      }
    }
    return distinct.size();
  }

  /** Where the first of the choices ends in each fill. */
  private static final class FirstChoice {

    private final FillSpans rest;
    private final Map<Step, Integer> trie = new HashMap<>();
    private final Tally<Integer> followers = new Tally<>();
    private final Tally<Next> arrivals = new Tally<>();

    private FirstChoice(FillSpans rest) {
      this.rest = rest;
      Map<Step, Long> steps = new HashMap<>();
      Map<Arrival, Long> ways = new HashMap<>();
      for (int m = 0; m < rest.size(); m++) {
        AlignedMember member = rest.member(m);
        int node = 0;
        for (int token = rest.starts()[m]; token < rest.ends()[m]; token++) {
          node = trie.computeIfAbsent(new Step(node, member.token(token)), step -> trie.size() + 1);
          Next next = next(m, token + 1);
          long weight = member.weight();
          followers.add(node, steps.merge(new Step(node, next.first()), weight, Long::sum), weight);
          arrivals.add(next, ways.merge(new Arrival(next, node), weight, Long::sum), weight);
        }
      }
    }

    private int[] ends() {
      int[] ends = rest.ends().clone();
      for (int m = 0; m < ends.length; m++) {
        int node = 0;
        boolean found = false;
        for (int token = rest.starts()[m]; token + 1 < rest.ends()[m] && !found; token++) {
          node = trie.get(new Step(node, rest.member(m).token(token)));
          found =
              followers.total(node) >= SEVERAL
                  && followers.isMixed(node)
                  && arrivals.isMixed(next(m, token + 1));
          ends[m] = found ? token + 1 : ends[m];
        }
      }
      return ends;
    }

    private Next next(int m, int token) {
      return new Next(word(m, token), word(m, token + 1));
    }

    private String word(int m, int token) {
      return token < rest.ends()[m] ? rest.member(m).token(token) : END;
    }
  }

  /** For each key the messages that have it, and the most that agree in something about it. */
  private static final class Tally<K> {

    private final Map<K, Long> totals = new HashMap<>();
    private final Map<K, Long> most = new HashMap<>();

    private void add(K key, long agreeing, long weight) {
      totals.merge(key, weight, Long::sum);
      most.merge(key, agreeing, Math::max);
    }

    private long total(K key) {
      return totals.get(key);
    }

    private boolean isMixed(K key) {
      return most.get(key) <= MOST * totals.get(key);
    }
  }
}
