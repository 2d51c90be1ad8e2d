package dev.uncanned.pipeline;

import dev.uncanned.Program;
import dev.uncanned.store.Folders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The README's first command in a process of its own, run once for all tests that look at what it
 * publishes.
 */
final class SampleRun {

  static final Path SAMPLES = Path.of("data-samples");

  private static SampleRun only;

  private final Path folder = Path.of("target/sample-run").toAbsolutePath();
  private final Program.Ended ended;

  private SampleRun() throws IOException, InterruptedException {
    Folders.delete(folder);
    ended = program().run(arguments(SAMPLES.resolve("archives"), out()));
  }

  /** The run; the first who asks waits for it. */
  static synchronized SampleRun get() throws IOException, InterruptedException {
    if (only == null) {
      only = new SampleRun();
    }
    return only;
  }

  /** How it ended. */
  Program.Ended ended() {
    return ended;
  }

  /** Where it published. */
  Path out() {
    return folder.resolve("out");
  }

  /** Its pseudonym key. */
  Path key() {
    return folder.resolve("config/uncanned/pseudonym.key");
  }

  /** The program with the same key. */
  Program program() {
    return new Program(folder);
  }

  /** The command line of a run of the samples, wherever they lie. */
  static String[] arguments(Path archives, Path out, String... more) {
    Stream<String> run =
        Stream.of(
            "run",
            archives.toString(),
            "--roster",
            SAMPLES.resolve("roster.csv").toString(),
            "--out",
            out.toString());
    return Stream.concat(run, Stream.of(more)).toArray(String[]::new);
  }
}
