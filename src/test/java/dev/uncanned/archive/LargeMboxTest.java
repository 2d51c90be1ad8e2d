package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads an mbox of 200 MB, with {@code -Duncanned.long=true} of 5 GB, on two threads in a process
 * of its own: every mail is found, its parts tile it, and memory stays small. How fast that is says
 * {@code jobs/bench/mbox}.
 */
class LargeMboxTest {

  private static final long BYTES =
      Boolean.getBoolean("uncanned.long") ? 5_000_000_000L : 200_000_000L;
  private static final long MOST_MEMORY = 3_000_000_000L;

  @TempDir Path folder;

  @Test
  void findsEveryMailOfLargeTakeoutInLittleMemory() throws IOException, InterruptedException {
    assumeThat(Files.getFileStore(folder).getUsableSpace())
        .as("disk for the generated mbox")
        .isGreaterThan(BYTES + BYTES / 10);
    Path takeout = Files.createDirectories(folder.resolve("Takeout/Mail"));
    TakeoutMbox.Made made = TakeoutMbox.write(takeout.resolve("All mail.mbox"), BYTES, 1);
    long parts = (made.bytes() + MboxFinder.RANGE_BYTES - 1) / MboxFinder.RANGE_BYTES;
    List<String> said = reading(folder.resolve("Takeout"));
    assertThat(said.get(0))
        .isEqualTo(
            "parts %d, mails split %d, read %d with %d attachments, others 0, bytes %d, fault null",
            parts, made.mails(), made.mails(), made.attachments(), made.bytes());
    assertThat(said.get(1)).startsWith("peak ");
    assertThat(Long.parseLong(said.get(1).substring("peak ".length()))).isLessThan(MOST_MEMORY);
  }

  private List<String> reading(Path mails) throws IOException, InterruptedException {
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                LargeMboxReading.class.getName(),
                mails.toString())
            .redirectError(errors.toFile())
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
    return said.lines().toList();
  }
}
