package dev.uncanned.export;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds for each combination the most that can be told of it so that k people share it.
 *
 * <p>First whatever covers k people is told as it is. Of the rest one column is left out, each by
 * itself in the order of {@link Quasi}, then the first two of them, the first three and so on. A
 * combination that has then become one that is told already joins it; one that covers too few even
 * so is not told at all. What is told once only grows, so k holds at the end. Which is told does
 * not depend on the order of the input.
 *
 * <p>Takes a few hundred bytes for each combination, and needs no more than k people of each.
 */
final class Generalisation implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final List<Set<Quasi>> LEVELS = levels();

  private final int k;

  Generalisation(int k) {
    this.k = k;
  }

  private static List<Set<Quasi>> levels() {
    List<Set<Quasi>> levels = new ArrayList<>();
    levels.add(EnumSet.noneOf(Quasi.class));
    for (Quasi one : Quasi.values()) {
      levels.add(EnumSet.of(one));
    }
    for (Quasi last : Quasi.values()) {
      if (last.ordinal() > 0) {
        levels.add(EnumSet.range(Quasi.values()[0], last));
      }
    }
    return List.copyOf(levels);
  }

  /**
   * The combinations that are told, each once.
   *
   * @param members of all combinations of one direction; of each combination all people, or k of
   *     them where they are more
   */
  Iterator<Recoding> recodings(Iterator<CombinationMember> members) {
    Map<Combination, Set<Long>> open = new HashMap<>();
    while (members.hasNext()) {
      CombinationMember member = members.next();
      add(open.computeIfAbsent(member.combination(), seen -> new HashSet<>()), member.person());
    }
    Map<Combination, Set<Long>> told = new HashMap<>();
    List<Recoding> recodings = new ArrayList<>();
    for (Set<Quasi> untold : LEVELS) {
      recodings.addAll(tell(open, untold, told));
    }
    return recodings.iterator();
  }

  /** Takes out of the open combinations those that cover enough people at a level. */
  private List<Recoding> tell(
      Map<Combination, Set<Long>> open, Set<Quasi> untold, Map<Combination, Set<Long>> told) {
    Map<Combination, Set<Long>> groups = new HashMap<>();
    open.forEach(
        (from, people) -> {
          Combination to = from.without(untold);
          Set<Long> group = groups.computeIfAbsent(to, seen -> new HashSet<>());
          people.forEach(person -> add(group, person));
          told.getOrDefault(to, Set.of()).forEach(person -> add(group, person));
        });
    groups.values().removeIf(people -> people.size() < k);
    told.putAll(groups);
    List<Recoding> recodings = new ArrayList<>();
    for (Combination from : open.keySet()) {
      Combination to = from.without(untold);
      if (groups.containsKey(to)) {
        recodings.add(new Recoding(from, to));
      }
    }
    recodings.forEach(recoding -> open.remove(recoding.from()));
    return recodings;
  }

  private void add(Set<Long> people, Long person) {
    if (person != null && people.size() < k) {
      people.add(person);
    }
  }
}
