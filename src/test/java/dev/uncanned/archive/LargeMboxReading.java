package dev.uncanned.archive;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Splits and reads an mbox on two threads and says what it found and how much memory it took.
 *
 * <p>A program of its own, so that its memory can be measured. Argument: the folder of the file.
 */
final class LargeMboxReading {

  private static final int THREADS = 2;

  private final LongAdder pieces = new LongAdder();
  private final LongAdder messages = new LongAdder();
  private final LongAdder attachments = new LongAdder();
  private final LongAdder others = new LongAdder();
  private final LongAdder bytes = new LongAdder();

  private LargeMboxReading() {}

  public static void main(String[] args) throws Exception {
    PrintStream out =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    new LargeMboxReading().read(Path.of(args[0]), out);
  }

  private void read(Path folder, PrintStream out) throws Exception {
    List<ArchivePart> parts = ArchiveScanner.scan(List.of(folder));
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    List<Future<MboxSpan>> running = new ArrayList<>();
    for (ArchivePart part : parts) {
      running.add(threads.submit(() -> read(part)));
    }
    List<MboxSpan> spans = new ArrayList<>();
    try {
      for (Future<MboxSpan> one : running) {
        spans.add(one.get());
      }
    } finally {
      threads.shutdownNow();
    }
    ArchivePart first = parts.get(0);
    long size = Files.size(Path.of(first.root(), first.files().get(0)));
    out.printf(
        Locale.ROOT,
        "parts %d, mails split %d, read %d with %d attachments, others %d, bytes %d, fault %s%n",
        parts.size(),
        pieces.sum(),
        messages.sum(),
        attachments.sum(),
        others.sum(),
        bytes.sum(),
        MboxSpan.fault(spans, size));
    out.println("peak " + peak());
  }

  private MboxSpan read(ArchivePart part) throws IOException {
    new AnyReader().read(part, this::add);
    try (ExportFiles files = ExportFiles.of(part);
        InputStream in = files.open(files.files().get(0), MboxSplitter.from(part.byte_start()))) {
      MboxSplitter splitter =
          new MboxSplitter(in, part.byte_start(), part.byte_end(), piece -> pieces.increment());
      splitter.split();
      return splitter.span();
    }
  }

  private void add(Parsed row) {
    if (row.message() != null) {
      messages.increment();
      attachments.add(row.message().attachment_n());
    } else if (row.count() != null) {
      others.add(row.count().quarantined_n() + row.count().out_of_scope_n());
      bytes.add(row.count().bytes_n());
    }
  }

  /** The most memory that the process ever had, in bytes; 0 where Linux does not tell. */
  private static long peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(0);
    }
  }
}
