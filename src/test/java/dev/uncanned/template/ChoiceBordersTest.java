package dev.uncanned.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceBordersTest {

  private static final List<String> TEAMS = List.of("sales", "marketing", "customer success");
  private static final List<String> CITIES = List.of("berlin", "new york", "paris");

  @Test
  void findsTheWordsBetweenTwoChoices() {
    List<String> fills = fills(" in ", CITIES);
    assertThat(words(fills)).containsExactly(List.of("in"));
    assertThat(words(fills(" team of ", CITIES))).containsExactly(List.of("team"), List.of("of"));
  }

  @Test
  void findsNoneWhereOnlySomeHaveTheWord() {
    List<String> fills = fills(" in ", CITIES);
    fills.addAll(fills(" at ", CITIES));
    assertThat(words(fills)).isEmpty();
  }

  @Test
  void findsNoneInsideOfOneChoice() {
    List<String> fills = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      fills.addAll(List.of("we sell in berlin", "they rent in paris", "all of us work in rome"));
    }
    assertThat(words(fills)).isEmpty();
  }

  /** Each way of the one choice with each way of the other, four times. */
  private static List<String> fills(String between, List<String> cities) {
    List<String> fills = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      for (String team : TEAMS) {
        cities.forEach(city -> fills.add(team + between + city));
      }
    }
    return fills;
  }

  /** The different spellings of each word that is found. */
  private static List<List<String>> words(List<String> fills) {
    List<AlignedMember> members = new ArrayList<>();
    for (String fill : fills) {
      MemberText text = new MemberText("c", "f" + members.size(), fill, 1, members.isEmpty());
      int[] none = {};
      members.add(new AlignedMember(text, fill.split(" "), none, none, new boolean[0]));
    }
    FillSpans gap = FillSpans.ofGap(members, 0);
    return new ChoiceBorders(gap, fills.size(), 0.8)
        .words().stream().map(word -> spellings(members, word)).toList();
  }

  private static List<String> spellings(List<AlignedMember> members, int[] word) {
    List<String> spellings = new ArrayList<>();
    for (int m = 0; m < word.length; m++) {
      spellings.add(members.get(m).token(word[m]));
    }
    return spellings.stream().distinct().toList();
  }
}
