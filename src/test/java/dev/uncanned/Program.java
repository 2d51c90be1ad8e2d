package dev.uncanned;

import dev.uncanned.cli.Uncanned;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Runs the program as its launcher does: in a JVM of its own, with the class path of the tests. */
public final class Program {

  private static final long MINUTES = 10;

  private final Path folder;
  private final Map<String, String> environment = new TreeMap<>();

  /** Outputs go to {@code folder}; the pseudonym key too. */
  public Program(Path folder) {
    this.folder = folder;
  }

  /** With one more variable of the environment. */
  public Program with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  /** How a run ended. */
  public record Ended(int exitCode, String out, String err) {}

  /** Runs the program to its end. */
  public Ended run(String... arguments) throws IOException, InterruptedException {
    ProgramClasses classes = ProgramClasses.get();
    List<String> noting = arguments[0].equals("run") ? classes.noting() : List.of();
    Ended ended = run(noting, arguments);
    if (!noting.isEmpty() && !ended.out().contains("\"published\"")) {
      classes.forget();
    }
    return ended;
  }

  /** Runs the program to its end, with more options for its JVM. */
  public Ended run(List<String> jvm, String... arguments) throws IOException, InterruptedException {
    return ended(command(Uncanned.class, jvm, arguments));
  }

  /** Runs the program to its end where no file may grow beyond a size, as on a full disk. */
  public Ended runWithSmallFiles(int kilobytes, List<String> jvm, String... arguments)
      throws IOException, InterruptedException {
    List<String> limited =
        new ArrayList<>(List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$@\"", "run"));
    limited.addAll(command(Uncanned.class, jvm, arguments));
    return ended(limited);
  }

  /**
   * Starts the program and comes back at once; both outputs go to one file. New files are the
   * owner's, as with the launcher.
   */
  public Process start(Path output, List<String> jvm, String... arguments) throws IOException {
    return startClass(Uncanned.class, output, jvm, arguments);
  }

  /** Starts the program by a launcher that has been built, and comes back at once. */
  public Process launch(Path launcher, Path output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toAbsolutePath().toString()));
    command.addAll(List.of(arguments));
    return begun(command, output, output);
  }

  /** Starts another class as {@link #start} does the program. */
  public Process startClass(Class<?> main, Path output, List<String> jvm, String... arguments)
      throws IOException {
    List<String> own = new ArrayList<>(List.of("bash", "-c", "umask 077; exec \"$@\"", "run"));
    own.addAll(command(main, jvm, arguments));
    return begun(own, output, output);
  }

  /** The command that starts a class in a JVM like that of the launcher. */
  static List<String> command(Class<?> main, List<String> jvm, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    for (String option : System.getProperty("uncanned.opens").strip().split("\\s+")) {
      command.add(option);
    }
    command.addAll(List.of("-Xmx3g", "-Xmn256m", "-XX:+UseParallelGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-Xms1g", "-XX:MetaspaceSize=512m", "-XX:ReservedCodeCacheSize=240m"));
    command.addAll(ProgramClasses.get().reading());
    command.addAll(jvm);
    command.add("-Dlog4j2.configurationFile=" + Path.of("conf/log4j2.properties"));
    command.addAll(List.of("-cp", ProgramClasses.get().classPath(), main.getName()));
    command.addAll(List.of(arguments));
    return command;
  }

  private Ended ended(List<String> command) throws IOException, InterruptedException {
    Files.createDirectories(folder);
    Path out = Files.createTempFile(folder, "stdout", ".txt");
    Path err = Files.createTempFile(folder, "stderr", ".txt");
    Process process = begun(command, out, err);
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("the program did not end: " + Files.readString(err));
    }
    return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private Process begun(List<String> command, Path out, Path err) throws IOException {
    Files.createDirectories(folder);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().putAll(environment);
    builder.redirectErrorStream(out.equals(err)).redirectOutput(out.toFile());
    return (out.equals(err) ? builder : builder.redirectError(err.toFile())).start();
  }

  /** The class path of the tests. */
  public static String classPath() {
    String surefire = System.getProperty("surefire.test.class.path");
    return surefire == null ? System.getProperty("java.class.path") : surefire;
  }
}
