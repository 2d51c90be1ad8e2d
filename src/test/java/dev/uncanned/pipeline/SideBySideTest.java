package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SideBySideTest {

  @Test
  void allPiecesAreDone() {
    AtomicInteger done = new AtomicInteger();
    List<Runnable> pieces = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      pieces.add(done::incrementAndGet);
    }
    SideBySide.run(pieces);
    assertThat(done).hasValue(9);
  }

  @Test
  void afterAFailureNothingIsAtWorkAndNothingBegins() {
    CountDownLatch working = new CountDownLatch(1);
    AtomicBoolean ended = new AtomicBoolean();
    AtomicInteger begun = new AtomicInteger();
    Runnable fails =
        () -> {
          await(working);
          throw new IllegalArgumentException("as a test");
        };
    Runnable slow =
        () -> {
          working.countDown();
          pause();
          ended.set(true);
        };
    List<Runnable> pieces = new ArrayList<>(List.of(fails, slow));
    for (int i = 0; i < 9; i++) {
      pieces.add(
          () -> {
            begun.incrementAndGet();
            pause();
          });
    }
    assertThatThrownBy(() -> SideBySide.run(pieces))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("as a test");
    assertThat(ended).isTrue();
    assertThat(begun.get()).isLessThan(9);
  }

  @Test
  void aFailureOfALaterPieceKeepsTheRestFromBeginning() {
    CountDownLatch failed = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    Runnable slow =
        () -> {
          await(failed);
          pause();
        };
    Runnable fails =
        () -> {
          failed.countDown();
          throw new IllegalArgumentException("as a test");
        };
    List<Runnable> pieces = new ArrayList<>(List.of(slow, fails));
    for (int i = 0; i < 9; i++) {
      pieces.add(begun::incrementAndGet);
    }
    assertThatThrownBy(() -> SideBySide.run(pieces)).hasMessage("as a test");
    assertThat(begun).hasValue(0);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Works for a while, whether it is interrupted or not. */
  private static void pause() {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }
}
