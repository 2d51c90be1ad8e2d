package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.Program;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run over files that somebody is still writing publishes nothing and asks for another try. */
@Tag("spark")
class ChangingInputTest {

  private static final String MAIL =
      "From: ann@x.example\nTo: bob@y.example\nDate: Mon, 6 Jan 2025 10:00:00 +0000\n\nhello\n";
  private static final int MILLIS = 50;

  @TempDir Path folder;

  @Test
  void endsWith75AndPublishesNothing() throws Exception {
    Path mails = Files.createDirectory(folder.resolve("mails"));
    Path growing = Files.writeString(mails.resolve("1.eml"), MAIL);
    Files.writeString(mails.resolve("2.eml"), MAIL);
    Path out = folder.resolve("out");
    AtomicBoolean ended = new AtomicBoolean();
    CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> append(growing, ended));
    Program.Ended run;
    try {
      run =
          new Program(folder.resolve("home")).run("run", mails.toString(), "--out", out.toString());
    } finally {
      ended.set(true);
    }
    writer.get(1, TimeUnit.MINUTES);
    assertThat(run.exitCode()).as(run.err()).isEqualTo(75);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("1 of 2 files of the archives changed while they were read");
    assertThat(out.resolve("current")).doesNotExist();
  }

  private static void append(Path file, AtomicBoolean ended) {
    try {
      while (!ended.get()) {
        Files.writeString(file, "more\n", StandardOpenOption.APPEND);
        TimeUnit.MILLISECONDS.sleep(MILLIS);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
  }
}
