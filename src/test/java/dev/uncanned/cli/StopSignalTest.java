package dev.uncanned.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.uncanned.Program;
import dev.uncanned.pipeline.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StopSignalTest {

  /** Of signal 2, the lowest bit being that of signal 1 (proc(5)). */
  private static final long INTERRUPT_BIT = 1 << 1;

  @TempDir Path folder;

  @Test
  void workThatDoesNotEndIsLeftWithTheCodeOfTheSignal() throws Exception {
    assertThat(codeAfter("TERM")).isEqualTo(143);
  }

  @Test
  void workThatDoesNotEndIsLeftWithTheCodeOfAnInterrupt() throws Exception {
    assumeFalse(interruptsAreIgnored(), "begun where interrupts are ignored, so one is not tried");
    assertThat(codeAfter("INT")).isEqualTo(130);
  }

  /** As in the background of a shell: it is passed on to processes, and a JVM leaves it so. */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String name = "SigIgn:";
    String ignored =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith(name))
            .findFirst()
            .orElseThrow()
            .substring(name.length());
    return (Long.parseUnsignedLong(ignored.strip(), 16) & INTERRUPT_BIT) != 0;
  }

  private int codeAfter(String signal) throws Exception {
    Path said = folder.resolve(signal);
    Process process =
        new Program(folder.resolve("home")).startClass(Stubborn.class, said, List.of());
    while (!Files.readString(said).contains("begun")) {
      assertThat(process.isAlive()).as(Files.readString(said)).isTrue();
      TimeUnit.MILLISECONDS.sleep(20);
    }
    new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue();
  }

  /** Begins something that takes no notice of being told to stop. */
  static final class Stubborn {

    private Stubborn() {}

    public static void main(String[] arguments) throws InterruptedException {
      StopSignal signal = new StopSignal(new RunRecord(step -> {}, Clock.systemUTC()), () -> {});
      System.out.println("begun");
      TimeUnit.MINUTES.sleep(1);
      signal.runHasEnded();
    }
  }
}
