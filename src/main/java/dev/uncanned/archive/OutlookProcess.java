package dev.uncanned.archive;

import com.pff.PSTFile;
import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bbottema.rtftohtml.OutlookRtfToHtmlConverter;

/**
 * A process that reads one data file of Outlook, and the clock that ends it if it stands still.
 *
 * <p>The clock is the last resort: endless walks through a damaged file end after a number of reads
 * ({@link OutlookBytes}), which is the same on every machine.
 */
final class OutlookProcess implements Closeable {

  /** Starts the process that reads a file. */
  interface Launcher {

    /**
     * Starts a process that writes lines to its standard output.
     *
     * @param skip how many items it is to pass over
     * @throws IOException if no process can be started
     */
    Process start(Path file, long skip) throws IOException;
  }

  /**
   * How long a process may take.
   *
   * @param standstill without a new line
   * @param whole for the file, with all attempts
   */
  record Limits(Duration standstill, Duration whole) {

    private static final Duration STANDSTILL = Duration.ofMinutes(2);
    private static final Duration WHOLE = Duration.ofMinutes(10);
    private static final long BYTES_PER_SECOND = 1_000_000;

    /** Two minutes without a line; ten minutes and a second more for each megabyte. */
    static Limits of(long bytes) {
      return new Limits(STANDSTILL, WHOLE.plusSeconds(bytes / BYTES_PER_SECOND));
    }
  }

  private static final long TICK_MILLIS = 100;

  /** Lies beside the classes in a jar, and may lie in a folder of its own where there is none. */
  private static final String RESOURCE = "/archive/mail-folders.txt";

  private final Process process;
  private final AtomicLong lastLine = new AtomicLong(System.nanoTime());
  private final Thread clock;
  private volatile boolean expired;

  private OutlookProcess(Process process, Limits limits, long fileStart) {
    this.process = process;
    this.clock = new Thread(() -> watch(limits, fileStart), "outlook-clock");
    clock.setDaemon(true);
  }

  /**
   * Starts reading.
   *
   * @param fileStart when the file was begun, as {@link System#nanoTime}
   * @throws IOException if no process can be started
   */
  static OutlookProcess start(
      Launcher launcher, Path file, long skip, Limits limits, long fileStart) throws IOException {
    OutlookProcess started = new OutlookProcess(launcher.start(file, skip), limits, fileStart);
    started.clock.start();
    return started;
  }

  private void watch(Limits limits, long fileStart) {
    try {
      while (!process.waitFor(TICK_MILLIS, TimeUnit.MILLISECONDS)) {
        long now = System.nanoTime();
        if (now - lastLine.get() > limits.standstill().toNanos()
            || now - fileStart > limits.whole().toNanos()) {
          expired = true;
          process.destroyForcibly();
          return;
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  InputStream lines() {
    return process.getInputStream();
  }

  /** Says that a line has come. */
  void progress() {
    lastLine.set(System.nanoTime());
  }

  /** Whether the clock has ended it. */
  boolean isExpired() {
    return expired;
  }

  /** Ends the process, whatever it does. */
  @Override
  public void close() {
    clock.interrupt();
    process.destroyForcibly();
  }

  /**
   * A JVM with 512 MB for {@link OutlookChild}, of the kind that runs this one.
   *
   * <p>Its class path is where the classes that it needs were loaded from, so it starts from a
   * folder, from jars and on a cluster alike. It gets no environment, and its errors go nowhere.
   */
  static Process startJava(Path file, long skip) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(javaCommand());
    command.addAll(
        List.of(
            "-Xmx" + Budgets.OUTLOOK_PROCESS_MIB + "m",
            "-Xss4m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + (File.separatorChar == '/' ? "/dev/null" : "NUL"),
            "-XX:+DisableAttachMechanism",
            "-Xshare:auto",
            "-Dfile.encoding=windows-1252",
            "-Djava.awt.headless=true",
            "-Djdk.serialFilter=!*",
            "-cp",
            classPath(),
            OutlookChild.class.getName(),
            Long.toString(skip)));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> !name.equalsIgnoreCase("SystemRoot"));
    builder.redirectInput(file.toFile());
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }

  private static String javaCommand() {
    String own = ProcessHandle.current().info().command().orElse("");
    String name = own.isEmpty() ? "" : Path.of(own).getFileName().toString();
    if (name.equals("java") || name.equals("java.exe")) {
      return own;
    }
    String home = ManagementFactory.getRuntimeMXBean().getSystemProperties().get("java.home");
    return Path.of(home, "bin", "java").toString();
  }

  private static String classPath() {
    Set<String> places = new TreeSet<>();
    List<Class<?>> needed =
        List.of(OutlookChild.class, PSTFile.class, OutlookRtfToHtmlConverter.class);
    for (Class<?> type : needed) {
      CodeSource source = type.getProtectionDomain().getCodeSource();
      Path place = source == null ? null : place(source.getLocation());
      if (place == null) {
        return ManagementFactory.getRuntimeMXBean().getClassPath();
      }
      places.add(place.toString());
    }
    Path resources = place(OutlookProcess.class.getResource(RESOURCE));
    if (resources != null) {
      places.add(resources.getParent().getParent().toString());
    }
    return String.join(File.pathSeparator, places);
  }

  /** Where something lies on disk; null if it does not, or not as a file of its own. */
  private static Path place(URL url) {
    try {
      return url == null || !url.getProtocol().equals("file") ? null : Path.of(url.toURI());
    } catch (URISyntaxException | IllegalArgumentException nowhere) {
      return null;
    }
  }
}
