package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.pipeline.PublishedScores.Delivery;
import dev.uncanned.pipeline.PublishedScores.Missing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishedScoresTest {

  private static final Instant NINE = Instant.parse("2026-03-02T09:00:07Z");
  private static final Instant SAME_MINUTE = Instant.parse("2026-03-02T09:00:00Z");
  private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

  private static Delivery delivery(String message, String from, String to, Instant at) {
    return new Delivery(message, from, to, at, true, "t", "c", List.of());
  }

  /** Ann writes to Bob, whom one archive gives an address and another only a name. */
  private static PublishedScores scores(Delivery... deliveries) {
    PublishedPeople people = new PublishedPeople();
    people.add("ann", "Ann Able", "ann@a.example");
    people.add("bob", "Bob Baker", "bob@b.example");
    people.add("bob-by-name", "bob baker", null);
    people.add("cem", "Cem", null);
    people.add("dan", "Dan", null);
    people.add("eve", "Eve", "eve@e.example");
    return new PublishedScores(people, List.of(deliveries));
  }

  @Test
  void handsOutEachDeliveryOnce() {
    PublishedScores scores = scores(delivery("1", "ann", "bob", NINE));
    assertThat(scores.take("ANN@a.example", "bob@b.example", SAME_MINUTE).message_id())
        .isEqualTo("1");
    assertThat(scores.take("ann@a.example", "bob@b.example", SAME_MINUTE)).isNull();
    assertThat(scores.missing("ann@a.example", "bob@b.example", NINE)).isEqualTo(Missing.TAKEN);
  }

  @Test
  void findsAPersonByTheNameOfAnAddress() {
    PublishedScores scores = scores(delivery("1", "ann", "bob-by-name", NINE));
    assertThat(scores.take("ann@a.example", "bob@b.example", NINE)).isNull();
    assertThat(scores.takeNamed("ann@a.example", "bob@b.example", NINE).message_id())
        .isEqualTo("1");
  }

  @Test
  void takesWhatIsLeftForPeopleWithoutAnyAddress() {
    PublishedScores scores =
        scores(delivery("1", "ann", "cem", NINE), delivery("1", "ann", "dan", NINE));
    assertThat(scores.takeUnnamed("ann@a.example", "cem@c.example", NINE, 1)).isEmpty();
    assertThat(scores.missing("ann@a.example", "cem@c.example", NINE)).isEqualTo(Missing.AMBIGUOUS);
    assertThat(scores.takeUnnamed("ann@a.example", "cem@c.example", NINE, 2)).hasSize(2);
    assertThat(scores.takeUnnamed("ann@a.example", "cem@c.example", NINE, 2)).isEmpty();
  }

  @Test
  void saysWhyThereIsNoDelivery() {
    PublishedScores scores = scores(delivery("1", "ann", "bob", NINE));
    assertThat(scores.missing("x@x.example", "bob@b.example", TEN))
        .isEqualTo(Missing.UNKNOWN_SENDER);
    assertThat(scores.missing("ann@a.example", "x@x.example", TEN))
        .isEqualTo(Missing.UNKNOWN_RECIPIENT);
    assertThat(scores.missing("ann@a.example", "eve@e.example", NINE))
        .isEqualTo(Missing.NO_DELIVERY);
    assertThat(scores.missing("ann@a.example", "bob@b.example", TEN))
        .isEqualTo(Missing.OTHER_MINUTE);
    assertThat(scores.missing("ann@a.example", "bob@b.example", null))
        .isEqualTo(Missing.OTHER_MINUTE);
  }
}
