package dev.uncanned.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.pipeline.PublishedAnswers.Delivery;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LabelDrawTest {

  private static List<Delivery> draw(List<Delivery> all, int size, long seed) {
    LabelDraw draw = new LabelDraw(size, seed);
    for (Delivery delivery : all) {
      draw.offer(delivery, delivery.message_id().startsWith("rare") ? "yes" : "no");
    }
    return draw.drawn();
  }

  private static List<Delivery> thousand() {
    List<Delivery> all = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      all.add(new Delivery((i % 50 == 0 ? "rare" : "often") + i, "r" + i % 7));
    }
    return all;
  }

  private static long rare(List<Delivery> drawn) {
    return drawn.stream().filter(delivery -> delivery.message_id().startsWith("rare")).count();
  }

  @Test
  void takesAsManyOfEachAnswer() {
    List<Delivery> drawn = draw(thousand(), 30, 1);
    assertThat(drawn).hasSize(30).doesNotHaveDuplicates();
    assertThat(rare(drawn)).isEqualTo(15);
  }

  @Test
  void fillsUpWithTheOthersWhereAnAnswerIsRare() {
    List<Delivery> drawn = draw(thousand(), 100, 1);
    assertThat(drawn).hasSize(100);
    assertThat(rare(drawn)).isEqualTo(20);
    assertThat(draw(thousand().subList(0, 10), 100, 1)).hasSize(10);
  }

  @Test
  void dependsOnTheSeedAndNotOnTheOrder() {
    List<Delivery> all = thousand();
    List<Delivery> drawn = draw(all, 30, 1);
    Collections.shuffle(all, new Random(5));
    assertThat(draw(all, 30, 1)).isEqualTo(drawn);
    assertThat(draw(all, 30, 2)).isNotEqualTo(drawn);
  }

  @Test
  void theOrderTellsNothingOfTheAnswers() {
    List<Delivery> drawn = draw(thousand(), 40, 3);
    assertThat(rare(drawn.subList(0, 20))).isBetween(4L, 16L);
  }
}
