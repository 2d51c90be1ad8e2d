package dev.uncanned;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Runs the program many times in one other JVM, whose code is compiled after the first: a run of a
 * few messages takes half the time.
 *
 * <p>For tests of what runs do, one after the other; those of the process itself (signals, files
 * that may not grow, memory) use {@link Program}. All share one pseudonym key.
 */
public final class WarmProgram {

  private static WarmProgram shared;

  private final Process process;
  private final DataOutputStream to;
  private final DataInputStream from;

  private WarmProgram(Path home) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(Program.command(CommandLoop.class, List.of()))
            .redirectError(Files.createTempFile(home, "stderr", ".txt").toFile());
    builder.environment().put("XDG_CONFIG_HOME", home.resolve("config").toString());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    process = builder.start();
    to = new DataOutputStream(process.getOutputStream());
    from = new DataInputStream(process.getInputStream());
  }

  /** Runs a command; the JVM is started by the first and ends with that of the tests. */
  public static synchronized Program.Ended run(String... arguments) throws IOException {
    if (shared == null || !shared.process.isAlive()) {
      Path home = Files.createTempDirectory("uncanned-warm");
      home.toFile().deleteOnExit();
      shared = new WarmProgram(home);
    }
    return shared.answered(arguments);
  }

  private Program.Ended answered(String... arguments) throws IOException {
    to.writeInt(arguments.length);
    for (String argument : arguments) {
      to.writeUTF(argument);
    }
    to.flush();
    int exitCode = from.readInt();
    return new Program.Ended(exitCode, text(), text());
  }

  private String text() throws IOException {
    return new String(from.readNBytes(from.readInt()), StandardCharsets.UTF_8);
  }
}
