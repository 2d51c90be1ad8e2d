package dev.uncanned.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several at once at one output folder. */
class RaceTest {

  private static final int RACES = 500;
  private static final int MIXED_RACES = 500;
  private static final int MOST_RACERS = 4;

  @TempDir Path folder;
  private ExecutorService threads;

  @BeforeEach
  void startThreads() {
    threads = Executors.newFixedThreadPool(MOST_RACERS);
  }

  @AfterEach
  void stopThreads() {
    threads.shutdownNow();
  }

  private interface Racer {
    void go() throws Exception;
  }

  /** Starts all at the same moment and tells who came through; the others were busy. */
  private List<Boolean> race(List<Racer> racers) throws Exception {
    CyclicBarrier start = new CyclicBarrier(racers.size());
    List<Callable<Boolean>> calls = new ArrayList<>();
    for (Racer racer : racers) {
      calls.add(
          () -> {
            start.await();
            try {
              racer.go();
              return true;
            } catch (StoreBusyException busy) {
              return false;
            }
          });
    }
    List<Boolean> through = new ArrayList<>();
    for (Future<Boolean> call : threads.invokeAll(calls)) {
      through.add(call.get());
    }
    return through;
  }

  @Test
  void withoutAnyLockOneOfSeveralPublishes() throws Exception {
    Nights nights = new Nights(Unforced.disk(), folder.resolve("out"));
    nights.store().create();
    for (int i = 0; i < RACES; i++) {
      List<Racer> racers = new ArrayList<>();
      List<String> labels = new ArrayList<>();
      for (int k = 0; k < 2 + i % (MOST_RACERS - 1); k++) {
        String label = "race" + i + "racer" + k;
        Generation generation = nights.begun(label);
        labels.add(label);
        racers.add(() -> nights.commit(generation, label));
      }
      List<Boolean> through = race(racers);
      assertThat(through).as("race %d", i).containsOnlyOnce(true);
      Manifest newest = nights.store().newest().orElseThrow();
      assertThat(newest.generation()).isEqualTo(i + 1);
      assertThat(newest.request_key()).isEqualTo(labels.get(through.indexOf(true)));
      assertThat(nights.faults(newest)).isEmpty();
    }
  }

  /** A night and a collection that are quicker leave nothing to go back to: a refusal as well. */
  private static void rollback(Nights nights, long to) throws Exception {
    try {
      nights.rollback(to);
    } catch (NoSuchGenerationException collected) {
      throw new StoreBusyException();
    }
  }

  @Test
  void runRollbackAndCollectionNeverMix() throws Exception {
    Nights nights = new Nights(Unforced.disk(), folder.resolve("out"));
    nights.night("first");
    nights.night("second");
    int publications = 2;
    for (int i = 0; i < MIXED_RACES; i++) {
      long newest = nights.store().newest().orElseThrow().generation();
      String label = "night" + i;
      List<Boolean> through =
          race(
              List.of(
                  () -> nights.night(label),
                  () -> rollback(nights, newest - 1),
                  nights::collect,
                  () -> nights.night(label + "b")));
      assertThat(through).as("race %d", i).contains(true);
      Store store = nights.store();
      for (Manifest manifest : store.generations()) {
        assertThat(nights.faults(manifest)).as("race %d", i).isEmpty();
        assertThat(manifest.parent_generation()).isEqualTo(manifest.generation() - 1);
      }
      publications += (int) List.of(0, 1, 3).stream().filter(through::get).count();
      assertThat(store.newest().orElseThrow().generation()).isEqualTo(publications);
      nights.night("settled" + i);
      publications++;
      assertThat(store.hintsAgree(store.newest().orElseThrow())).isTrue();
    }
  }
}
