package dev.uncanned;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * What the JVMs of tests read their classes from: jars alone, and an archive of the classes of one
 * run, as the launcher has it. A run of a few messages takes a fifth less time with it.
 *
 * <p>The first run that is asked to notes its classes; until it has ended there is no archive.
 */
final class ProgramClasses {

  private static ProgramClasses only;

  private final Path folder = Path.of("target/program").toAbsolutePath();
  private final String classPath;

  private ProgramClasses() throws IOException {
    Files.createDirectories(folder);
    forget();
    List<String> entries = new ArrayList<>();
    for (String entry : Program.classPath().split(File.pathSeparator)) {
      Path path = Path.of(entry);
      entries.add(Files.isDirectory(path) ? jar(path).toString() : entry);
    }
    classPath = String.join(File.pathSeparator, entries);
  }

  static synchronized ProgramClasses get() throws IOException {
    if (only == null) {
      only = new ProgramClasses();
    }
    return only;
  }

  private Path jar(Path classes) {
    Path jar = folder.resolve(classes.getFileName() + ".jar");
    int failed =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(
                System.out, System.err, "-c", "-0", "-f", jar.toString(), "-C", classes + "/", ".");
    if (failed != 0) {
      throw new IllegalStateException("cannot write " + jar);
    }
    return jar;
  }

  private Path archive() {
    return folder.resolve("program.jsa");
  }

  /** The class path of the tests, of jars alone. */
  String classPath() {
    return classPath;
  }

  /** Options for a JVM that reads the archive, if there is one. */
  List<String> reading() {
    return isNoted() ? options("-XX:SharedArchiveFile=") : List.of();
  }

  /** Options for a JVM that is to note its classes; none where another has done so. */
  List<String> noting() {
    return isNoted() ? List.of() : options("-XX:ArchiveClassesAtExit=");
  }

  /** Drops what a JVM has noted that did not do all that the program does. */
  void forget() throws IOException {
    Files.deleteIfExists(archive());
  }

  private boolean isNoted() {
    return Files.exists(archive());
  }

  private List<String> options(String archive) {
    return List.of(archive + archive(), "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
  }
}
