package dev.uncanned.archive;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads one data file of Outlook in a process of its own: standard input is the file, standard
 * output takes the lines ({@link OutlookLineWriter}).
 *
 * <p>Java-libpst prints what it does not know, texts of mails among it, so nothing but the lines
 * gets out. Ends with the process that started it, and when nobody reads its lines any more.
 */
final class OutlookChild {

  private static final int BUFFER = 1 << 16;
  private static final int ORPHANED = 3;

  private OutlookChild() {}

  /**
   * Reads the file on standard input.
   *
   * @param arguments how many items to pass over
   * @throws IOException if the lines cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    System.setOut(nowhere);
    System.setErr(nowhere);
    ProcessHandle.current()
        .parent()
        .ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(ORPHANED)));
    long skip = arguments.length == 0 ? 0 : Long.parseLong(arguments[0]);
    OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER);
    try (FileInputStream in = new FileInputStream(FileDescriptor.in)) {
      OutlookReading.tell(in.getChannel(), skip, out);
    }
  }
}
