package dev.uncanned.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Reads data files of Outlook, PST and OST. Experimental: the library behind it, java-libpst, is
 * not kept up any more and does not repair damaged files.
 *
 * <p>A process of its own does the reading ({@link OutlookChild}), since a damaged file may take
 * all memory or all time. For each folder, the items that it says it has are items read plus items
 * rejected. Where the process dies or stands still, the item that it was at is rejected and another
 * one goes on behind it, up to {@value #ATTEMPTS} in all.
 *
 * <p>Messages are the items of class {@code IPM.Note}, and reports about mails as automatic ones.
 * Unsent mails, appointments, contacts, tasks and notes are out of scope; deleted mail counts.
 * Passwords do not protect anything in these files, so files with one are read.
 */
public final class OutlookReader implements ArchiveReader {

  private static final int ATTEMPTS = 4;
  private static final int LEAST_BYTES_PER_ITEM = 16;

  private final OutlookProcess.Launcher launcher;
  private final LongFunction<OutlookProcess.Limits> limits;

  /** A reader that starts JVMs of the kind that it runs in. */
  public OutlookReader() {
    this(OutlookProcess::startJava, OutlookProcess.Limits::of);
  }

  /**
   * @param limits by the size of the file
   */
  OutlookReader(OutlookProcess.Launcher launcher, LongFunction<OutlookProcess.Limits> limits) {
    this.launcher = launcher;
    this.limits = limits;
  }

  @Override
  public void read(ArchivePart part, Consumer<Parsed> out) {
    InputTally tally = new InputTally(part.input_id(), InputFormat.OUTLOOK_PST, part.bytes());
    for (String path : part.files()) {
      OutlookSession session = new OutlookSession(part, path, tally, out);
      try (ExportFiles files = ExportFiles.of(part)) {
        read(files, path, session);
      } catch (UnreadableException broken) {
        session.reject(0, broken.reason(), broken.getMessage());
      } catch (IOException unreadable) {
        session.reject(0, Reason.IO_ERROR, "file cannot be read");
      }
      session.close();
    }
    out.accept(Parsed.of(tally.count(part.archive_id(), null)));
  }

  private void read(ExportFiles files, String path, OutlookSession session) throws IOException {
    Optional<ExportFile> file =
        files.files().stream().filter(one -> one.path().equals(path)).findFirst();
    if (file.isPresent()) {
      session.begin(files.sample(file.get()));
      read(files.path(file.get()), session);
    } else {
      session.reject(0, Reason.IO_ERROR, "file is gone");
    }
  }

  private void read(Path file, OutlookSession session) throws IOException {
    if (file == null) {
      session.reject(
          0,
          Reason.NESTED_ARCHIVE,
          "unpack it first: data files of Outlook are read from disk only");
    } else if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      session.reject(0, Reason.IO_ERROR, "file is gone");
    } else if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      session.reject(0, Reason.NOT_REGULAR, "not a regular file");
    } else if (!Files.isReadable(file)) {
      session.reject(0, Reason.IO_ERROR, "file cannot be read");
    } else {
      readOnDisk(file, session);
    }
  }

  private void readOnDisk(Path file, OutlookSession session) throws IOException {
    long size = Files.size(file);
    session.expectAtMost(size / LEAST_BYTES_PER_ITEM);
    OutlookProcess.Limits allowed = limits.apply(size);
    long start = System.nanoTime();
    for (int attempt = 1; !session.isEnded(); attempt++) {
      session.restart();
      boolean expired;
      try (OutlookProcess process =
          OutlookProcess.start(launcher, file, session.items(), allowed, start)) {
        take(process, session);
        expired = process.isExpired();
      } catch (IOException noProcess) {
        session.reject(0, Reason.IO_ERROR, "no process can be started to read it");
        session.rejectRest(Reason.IO_ERROR);
        return;
      }
      if (!session.isEnded()) {
        boolean late = System.nanoTime() - start > allowed.whole().toNanos();
        if (!goOn(session, expired, late, attempt == ATTEMPTS)) {
          return;
        }
      }
    }
  }

  /** Takes lines until there are no more, or what comes is none. */
  private static void take(OutlookProcess process, OutlookSession session) {
    try (OutlookJsonReader lines = new OutlookJsonReader(process.lines())) {
      OutlookLine line = lines.next();
      while (line != null && !session.isEnded()) {
        process.progress();
        session.take(line);
        line = session.isEnded() ? null : lines.next();
      }
    } catch (IOException brokenOff) {
      // The process died in the middle of a line, or told no lines; the session knows what came.
      return;
    }
  }

  /** Gives up what the process was at; false if it makes no sense to start another one. */
  private static boolean goOn(OutlookSession session, boolean expired, boolean late, boolean last) {
    Reason reason = expired ? Reason.OUTLOOK_TIME : Reason.OUTLOOK_DAMAGED;
    String detail = expired ? "reading stood still" : "reading ended early";
    if (!session.isPlanned()) {
      session.reject(0, reason, detail);
      return false;
    }
    if (!session.rejectNext(reason, detail)) {
      return false;
    }
    if (late || last) {
      session.rejectRest(late ? Reason.OUTLOOK_TIME : reason);
    }
    return !late && !last;
  }
}
