package dev.uncanned.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GeneralisationTest {

  private static final int K = 5;
  private static final LocalDate WEEK = LocalDate.parse("2026-03-02");

  private static CombinationMember member(String lang, String team, int week, long person) {
    LocalDate monday = WEEK.plusWeeks(week);
    return new CombinationMember(
        "outbound", "email", "message", "cold", lang, team, monday, person);
  }

  private static List<CombinationMember> members(String lang, String team, int week, int... who) {
    List<CombinationMember> members = new ArrayList<>();
    for (int person : who) {
      members.add(member(lang, team, week, person));
    }
    return members;
  }

  private static Map<Combination, Combination> told(List<CombinationMember> members, int k) {
    Map<Combination, Combination> told = new HashMap<>();
    new Generalisation(k)
        .recodings(members.iterator())
        .forEachRemaining(one -> assertThat(told.put(one.from(), one.to())).isNull());
    return told;
  }

  private static Combination of(String lang, String team, Integer week) {
    return new Combination(
        "outbound",
        "email",
        "message",
        "cold",
        lang,
        team,
        week == null ? null : WEEK.plusWeeks(week));
  }

  @Test
  void whatEnoughPeopleShareIsToldAsItIs() {
    assertThat(told(members("en", "t", 0, 1, 2, 3, 4, 5), K))
        .containsExactly(Map.entry(of("en", "t", 0), of("en", "t", 0)));
  }

  @Test
  void onePersonWithManyMessagesIsOnePerson() {
    assertThat(told(members("en", "t", 0, 1, 1, 1, 1, 1, 1), K)).isEmpty();
  }

  @Test
  void theRareColumnGivesWayAndTheOthersStay() {
    List<CombinationMember> rows = new ArrayList<>(members("en", "t", 0, 1, 2, 3));
    rows.addAll(members("en", "t", 1, 4, 5));
    assertThat(told(rows, K))
        .hasSize(2)
        .allSatisfy((from, to) -> assertThat(to).isEqualTo(of("en", "t", null)));
  }

  @Test
  void aRareCombinationJoinsOneThatIsToldWithoutTheColumn() {
    List<CombinationMember> rows = new ArrayList<>(members(null, "t", 0, 1, 2, 3, 4, 5));
    rows.addAll(members("is", "t", 0, 6));
    assertThat(told(rows, K)).containsEntry(of("is", "t", 0), of(null, "t", 0));
  }

  @Test
  void unknownPeopleCoverNobody() {
    List<CombinationMember> rows = new ArrayList<>();
    for (int i = 0; i < K; i++) {
      rows.add(
          new CombinationMember("outbound", "email", "message", "cold", "en", "t", WEEK, null));
    }
    assertThat(told(rows, K)).isEmpty();
    rows.addAll(members("en", "t", 0, 1, 2, 3, 4, 5));
    assertThat(told(rows, K)).hasSize(1);
  }

  @Test
  void whateverTheRowsKPeopleShareWhatIsToldAndTheOrderDoesNotMatter() {
    Random random = new Random(20261130);
    for (int round = 0; round < 300; round++) {
      int k = 2 + random.nextInt(6);
      List<CombinationMember> rows = rows(random);
      Map<Combination, Combination> told = told(rows, k);
      requireCovered(rows, told, k);
      Collections.shuffle(rows, random);
      assertThat(told(rows, k)).isEqualTo(told);
      assertThat(told(fewest(rows, k), k)).as("k people of each suffice").isEqualTo(told);
    }
  }

  private static List<CombinationMember> rows(Random random) {
    List<CombinationMember> rows = new ArrayList<>();
    int people = 1 + random.nextInt(60);
    for (int i = random.nextInt(400); i > 0; i--) {
      rows.add(
          new CombinationMember(
              "inbound",
              any(random, "email", "chat"),
              any(random, "message", "group", "one_tap"),
              any(random, "cold", "reply"),
              any(random, "en", "en", "en", "de", null),
              any(random, "north", "south", null),
              random.nextInt(9) == 0 ? null : WEEK.plusWeeks(random.nextInt(6)),
              random.nextInt(20) == 0 ? null : (long) random.nextInt(people)));
    }
    return rows;
  }

  private static String any(Random random, String... values) {
    return values[random.nextInt(values.length)];
  }

  private static void requireCovered(
      List<CombinationMember> rows, Map<Combination, Combination> told, int k) {
    Map<Combination, Set<Long>> people = new HashMap<>();
    Map<Combination, Set<Long>> untold = new HashMap<>();
    for (CombinationMember row : rows) {
      Combination from = row.combination();
      Combination to = told.get(from);
      Map<Combination, Set<Long>> into = to == null ? untold : people;
      Combination group =
          to == null ? new Combination(from.direction(), null, null, null, null, null, null) : to;
      into.computeIfAbsent(group, seen -> new HashSet<>()).add(row.person());
      if (to != null) {
        assertThat(from.without(withheld(from, to))).as("nothing is made up").isEqualTo(to);
      }
    }
    people.values().forEach(group -> group.remove(null));
    untold.values().forEach(group -> group.remove(null));
    assertThat(people.values()).allMatch(group -> group.size() >= k);
    assertThat(untold.values())
        .as("nobody is left out who would be covered without any column")
        .allMatch(group -> group.size() < k);
  }

  private static Set<Quasi> withheld(Combination from, Combination to) {
    Set<Quasi> withheld = new HashSet<>();
    for (Quasi one : Quasi.values()) {
      if (from.without(Set.of(one)).without(all(one)).equals(to.without(all(one)))
          && !from.without(all(one)).equals(to.without(all(one)))) {
        withheld.add(one);
      }
    }
    return withheld;
  }

  private static Set<Quasi> all(Quasi but) {
    Set<Quasi> all = new HashSet<>(Set.of(Quasi.values()));
    all.remove(but);
    return all;
  }

  private static List<CombinationMember> fewest(List<CombinationMember> rows, int k) {
    Map<Combination, Set<Long>> kept = new HashMap<>();
    List<CombinationMember> few = new ArrayList<>();
    for (CombinationMember row : rows) {
      Set<Long> people = kept.computeIfAbsent(row.combination(), seen -> new HashSet<>());
      if (people.contains(row.person()) || people.size() <= k) {
        people.add(row.person());
        few.add(row);
      }
    }
    return few;
  }
}
