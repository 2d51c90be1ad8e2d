package dev.uncanned.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineageTest {

  private static List<Transition> transitions(String... moves) {
    Lineage lineage = new Lineage();
    for (String move : moves) {
      String[] parts = move.split(" ");
      for (int i = 0; i < Integer.parseInt(parts[0]); i++) {
        lineage.add(parts[1].equals("-") ? null : parts[1], parts[2].equals("-") ? null : parts[2]);
      }
    }
    return lineage.transitions();
  }

  private static Transition to(String from, String to, Transition.Kind kind, Double share) {
    return new Transition(from, to, kind, share);
  }

  @Test
  void aClusterThatKeepsMostOfItsTextsSurvives() {
    assertThat(transitions("7 a a", "3 a -", "90 - a"))
        .containsExactly(to("a", "a", Transition.Kind.SURVIVE, 0.7));
    assertThat(transitions("10 a b", "5 - b"))
        .containsExactly(to("a", "b", Transition.Kind.SURVIVE, 1.0));
  }

  @Test
  void theSmallerOfTwoThatMergeIsAbsorbed() {
    assertThat(transitions("10 a a", "4 b a"))
        .containsExactly(
            to("a", "a", Transition.Kind.SURVIVE, 1.0), to("b", "a", Transition.Kind.ABSORB, 1.0));
    assertThat(transitions("4 a b", "4 b b"))
        .containsExactly(
            to("a", "b", Transition.Kind.ABSORB, 1.0), to("b", "b", Transition.Kind.SURVIVE, 1.0));
  }

  @Test
  void aClusterThatKeepsItsIdIsNotAbsorbedByALargerOne() {
    assertThat(transitions("9 a b", "2 b b"))
        .containsExactly(
            to("a", "b", Transition.Kind.ABSORB, 1.0), to("b", "b", Transition.Kind.SURVIVE, 1.0));
    assertThat(transitions("9 a c", "2 b c"))
        .containsExactly(
            to("a", "c", Transition.Kind.SURVIVE, 1.0), to("b", "c", Transition.Kind.ABSORB, 1.0));
  }

  @Test
  void aClusterThatFallsApartIsSplit() {
    assertThat(transitions("5 a a", "4 a c", "1 a d"))
        .containsExactly(
            to("a", "a", Transition.Kind.SPLIT, 0.5),
            to("a", "c", Transition.Kind.SPLIT, 0.4),
            to(null, "d", Transition.Kind.EMERGE, null));
  }

  @Test
  void aClusterThatIsScatteredOrGoneHasEnded() {
    assertThat(transitions("2 a b", "2 a c", "2 a d", "2 a e", "2 a -"))
        .contains(to("a", null, Transition.Kind.END, null))
        .contains(to(null, "b", Transition.Kind.EMERGE, null));
    assertThat(transitions("3 a -")).containsExactly(to("a", null, Transition.Kind.END, null));
    assertThat(transitions("6 a b", "4 a -"))
        .containsExactly(
            to("a", null, Transition.Kind.END, null), to(null, "b", Transition.Kind.EMERGE, null));
  }

  @Test
  void aClusterOfNewTextsEmerges() {
    assertThat(transitions("2 - n")).containsExactly(to(null, "n", Transition.Kind.EMERGE, null));
    assertThat(transitions()).isEmpty();
  }

  @Test
  void doesNotDependOnTheOrderOfTheTexts() {
    List<String[]> moves = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      moves.add(new String[] {"f" + random.nextInt(9), "t" + random.nextInt(5)});
    }
    Lineage one = new Lineage();
    moves.forEach(move -> one.add(move[0], move[1]));
    Collections.shuffle(moves, random);
    Lineage other = new Lineage();
    moves.forEach(move -> other.add(move[0], move[1]));
    assertThat(other.transitions()).isEqualTo(one.transitions());
  }
}
