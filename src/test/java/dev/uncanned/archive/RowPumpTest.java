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
}
