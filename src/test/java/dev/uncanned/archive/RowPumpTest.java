package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RowPumpTest {

  private static final ArchivePart PART =
      new ArchivePart(ArchivePart.Kind.UNRECOGNISED, "a", "i", "/none", "", List.of(), 0, 1, 0, -1);

  private static Parsed row(int n) {
    return Parsed.of(new Rejected("i", n, -1, -1, Reason.IO_ERROR, "x", null));
  }

  private static ArchiveReader rows(int n) {
    return (part, out) -> {
      for (int i = 0; i < n; i++) {
        out.accept(row(i));
      }
    };
  }

  @Test
  void handsOutAllRowsInOrder() {
    for (int n : new int[] {0, 1, 255, 256, 257, 5000}) {
      AtomicInteger seen = new AtomicInteger();
      RowPump.start(rows(n), PART)
          .forEachRemaining(
              row -> assertThat(row.rejected().source_row()).isEqualTo(seen.getAndIncrement()));
      assertThat(seen).hasValue(n);
    }
  }

  @Test
  void throwsErrorOfReaderBehindNothing() {
    RowPump pump =
        RowPump.start(
            (part, out) -> {
              throw new OutOfMemoryError("as a test");
            },
            PART);
    assertThatThrownBy(pump::hasNext).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void endsReaderWhenClosed() throws InterruptedException {
    RowPump pump = RowPump.start(rows(Integer.MAX_VALUE), PART);
    assertThat(pump.hasNext()).isTrue();
    pump.close();
    assertThat(pump.hasNext()).isFalse();
    for (int i = 0; i < 1000 && pump.isRunning(); i++) {
      Thread.sleep(10);
    }
    assertThat(pump.isRunning()).isFalse();
  }

  @Test
  void holdsOnlySomeRowsInMemory() throws InterruptedException {
    AtomicInteger made = new AtomicInteger();
    RowPump pump =
        RowPump.start(
            (part, out) -> {
              for (int i = 0; i < 100_000; i++) {
                made.incrementAndGet();
                out.accept(row(i));
              }
            },
            PART);
    pump.next();
    Thread.sleep(100);
    assertThat(made.get()).isLessThanOrEqualTo(256 * 7);
    pump.close();
  }

  private static Parsed large(int n, int bytes) {
    String sample = "x".repeat(bytes / Character.BYTES);
    return Parsed.of(new Rejected("i", n, -1, -1, Reason.IO_ERROR, "x", null).sampled(sample));
  }

  /** 64 MiB wait at most: of rows of 1 MiB some 64, and what the two ends hold in their hands. */
  @Test
  void holdsFewRowsWhereTheyAreLarge() throws InterruptedException {
    AtomicInteger made = new AtomicInteger();
    int rows = 200;
    int bytes = 1 << 20;
    RowPump pump =
        RowPump.start(
            (part, out) -> {
              for (int i = 0; i < rows; i++) {
                made.incrementAndGet();
                out.accept(large(i, bytes));
              }
            },
            PART);
    pump.next();
    Thread.sleep(200);
    assertThat(made.get()).isLessThanOrEqualTo((Budgets.WAITING_BYTES + (16 << 20)) / bytes);
    int taken = 1;
    while (pump.hasNext()) {
      assertThat(pump.next().rejected().source_row()).isEqualTo(taken++);
    }
    assertThat(taken).isEqualTo(rows);
  }

  @Test
  void rowBeyondTheBudgetPassesAlone() {
    int[] sizes = {1, 1, Budgets.WAITING_BYTES + (1 << 20), 1, Budgets.WAITING_BYTES + 1, 1};
    AtomicInteger made = new AtomicInteger();
    RowPump pump =
        RowPump.start(
            (part, out) -> {
              for (int i = 0; i < sizes.length; i++) {
                made.incrementAndGet();
                out.accept(large(i, sizes[i]));
              }
            },
            PART);
    for (int i = 0; i < sizes.length; i++) {
      assertThat(pump.next().rejected().source_row()).isEqualTo(i);
      if (i < 2) {
        assertThat(made.get()).as("the second large one waits").isLessThanOrEqualTo(5);
      }
    }
    assertThat(pump.hasNext()).isFalse();
  }
}
