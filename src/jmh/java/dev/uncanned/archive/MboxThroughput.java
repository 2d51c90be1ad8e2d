package dev.uncanned.archive;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * Measures how fast an mbox is read, split and parsed on two threads; a program, no product code.
 *
 * <p>Arguments: the file, its size in MB, a seed, and a folder of single mails or {@code -}. The
 * file is generated if it is missing: like Gmail Takeout, with CRLF, labels, HTML and attachments.
 */
final class MboxThroughput {

  private static final int THREADS = 2;
  private static final int BUFFER = 1 << 20;
  private static final String[] WORDS =
      ("the quarterly numbers are ready and From our side we would like to meet next week about"
           + " your order please find attached what we spoke of on Monday thank you for the call")
          .split(" ");

  private final PrintStream out;

  private MboxThroughput(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] args) throws Exception {
    Path mbox = Path.of(args[0]);
    long bytes = Long.parseLong(args[1]) << 20;
    MboxThroughput bench = new MboxThroughput(System.out);
    if (!Files.exists(mbox) || Files.size(mbox) < bytes) {
      bench.generate(mbox, bytes, Long.parseLong(args[2]));
    }
    bench.measure(mbox);
    if (args.length > 3 && Files.isDirectory(Path.of(args[3]))) {
      Path mails = mbox.resolveSibling("mails.mbox");
      bench.concatenate(Path.of(args[3]), mails);
      bench.parseRepeatedly(mails);
    }
  }

  private void measure(Path mbox) throws Exception {
    long size = Files.size(mbox);
    List<ArchivePart> ranges = ranges(mbox);
    out.printf(Locale.ROOT, "file: %.2f GB, ranges: %d%n", size / 1e9, ranges.size());
    for (int warm = 0; warm < 4; warm++) {
      timed("read, warming up", size, ranges, this::readOnly);
    }
    double read = timed("read", size, ranges, this::readOnly);
    LongAdder pieces = new LongAdder();
    for (int warm = 0; warm < 4; warm++) {
      timed("split, warming up", size, ranges, part -> split(part, new LongAdder()));
    }
    double split = timed("split", size, ranges, part -> split(part, pieces));
    out.printf(Locale.ROOT, "  mails: %d, split/read: %.2f%n", pieces.sum(), split / read);
    LongAdder parsed = new LongAdder();
    long start = System.nanoTime();
    timed("parse", size, ranges, part -> parse(part, parsed));
    rate("parsed", parsed.sum(), start);
    out.printf("  peak RSS: %s%n", peak());
  }

  private void parseRepeatedly(Path mails) throws Exception {
    long size = Files.size(mails);
    List<ArchivePart> ranges = ranges(mails, 2 << 20);
    for (int run = 1; run <= 3; run++) {
      LongAdder parsed = new LongAdder();
      long start = System.nanoTime();
      timed("real mails, run " + run, size, ranges, part -> parse(part, parsed));
      rate("parsed", parsed.sum(), start);
    }
    out.printf("  peak RSS: %s%n", peak());
  }

  private void rate(String what, long n, long start) {
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(Locale.ROOT, "  %s: %d mails, %.0f a second%n", what, n, n / seconds);
  }

  private interface Work {
    void on(ArchivePart part) throws IOException;
  }

  /** Gives bytes a second. */
  private double timed(String name, long size, List<ArchivePart> ranges, Work work)
      throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    long start = System.nanoTime();
    long worked = cpu();
    List<Future<?>> running = new ArrayList<>();
    for (ArchivePart range : ranges) {
      running.add(
          threads.submit(
              () -> {
                work.on(range);
                return null;
              }));
    }
    for (Future<?> one : running) {
      one.get();
    }
    threads.shutdown();
    double seconds = (System.nanoTime() - start) / 1e9;
    out.printf(
        Locale.ROOT,
        "%-34s %6.2f s  %7.1f MB/s  CPU %.2f s%n",
        name,
        seconds,
        size / 1e6 / seconds,
        (cpu() - worked) / 1e9);
    return size / seconds;
  }

  /** Nanoseconds that all threads have worked: what counts where the machine has more to do. */
  private static long cpu() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }

  private void readOnly(ArchivePart part) throws IOException {
    byte[] buffer = new byte[BUFFER];
    try (ExportFiles files = ExportFiles.of(part);
        InputStream in = files.open(files.files().get(0), part.byte_start())) {
      long left = part.byte_end() < 0 ? Long.MAX_VALUE : part.byte_end() - part.byte_start();
      int n = 0;
      while (left > 0 && n >= 0) {
        n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        left -= n;
      }
    }
  }

  private void split(ArchivePart part, LongAdder pieces) throws IOException {
    try (ExportFiles files = ExportFiles.of(part);
        InputStream in = files.open(files.files().get(0), MboxSplitter.from(part.byte_start()))) {
      new MboxSplitter(in, part.byte_start(), part.byte_end(), piece -> pieces.increment()).split();
    }
  }

  private void parse(ArchivePart part, LongAdder parsed) {
    new MboxReader()
        .read(part, row -> parsed.add(row.count() == null ? 0 : row.count().parsed_n()));
  }

  private static List<ArchivePart> ranges(Path mbox) throws IOException {
    return ranges(mbox, MboxFinder.RANGE_BYTES);
  }

  private static List<ArchivePart> ranges(Path mbox, long step) throws IOException {
    long size = Files.size(mbox);
    List<ArchivePart> ranges = new ArrayList<>();
    for (long start = 0; start < size; start += step) {
      ranges.add(
          new ArchivePart(
              ArchivePart.Kind.MBOX,
              "bench",
              "bench",
              mbox.toAbsolutePath().getParent().toString(),
              "",
              List.of(mbox.getFileName().toString()),
              step,
              1,
              start,
              start + step < size ? start + step : -1));
    }
    return ranges;
  }

  private static String peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "unknown";
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .map(line -> line.substring("VmHWM:".length()).trim())
          .findFirst()
          .orElse("unknown");
    }
  }

  private void generate(Path mbox, long bytes, long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    String attachment = lines(random, 1 << 20);
    long written = 0;
    Files.createDirectories(mbox.toAbsolutePath().getParent());
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(mbox), BUFFER)) {
      for (long i = 0; written < bytes; i++) {
        byte[] mail = mail(random, i, attachment).getBytes(StandardCharsets.UTF_8);
        file.write(mail);
        written += mail.length;
      }
    }
    out.printf(Locale.ROOT, "generated %.2f GB from seed %d%n", written / 1e9, seed);
  }

  private static String lines(SplittableRandom random, int length) {
    StringBuilder text = new StringBuilder(length + 80);
    while (text.length() < length) {
      for (int i = 0; i < 76; i++) {
        text.append((char) ('A' + random.nextInt(26)));
      }
      text.append('\n');
    }
    return text.toString();
  }

  private static String mail(SplittableRandom random, long i, String attachment) {
    StringBuilder text = new StringBuilder(4096);
    text.append("From ").append(1_800_000_000_000_000_000L + i);
    text.append("@xxx Mon Apr 07 14:31:02 +0000 2025\n");
    text.append("X-GM-THRID: ").append(1_800_000_000_000_000_000L + i / 3).append('\n');
    text.append("X-Gmail-Labels: =?UTF-8?Q?Archiv=C3=A9s,Envoy=C3=A9?=\n");
    text.append("Delivered-To: owner@example.com\n");
    for (int hop = 0; hop < 6; hop++) {
      text.append("Received: from relay").append(hop).append(".example.com by mx.example.com");
      text.append(" with ESMTPS id ").append(random.nextLong()).append(";\n");
      text.append("        Mon, 7 Apr 2025 14:31:02 +0000\n");
    }
    text.append("From: Person ").append(random.nextInt(500)).append(" <p@example.com>\n");
    text.append("To: owner@example.com\nSubject: ");
    words(random, 6, text);
    text.append("Date: Mon, 7 Apr 2025 14:31:02 +0000\nMIME-Version: 1.0\n");
    int kind = random.nextInt(10);
    if (kind < 4) {
      text.append("Content-Type: text/plain; charset=utf-8\n\n");
      words(random, 50 + random.nextInt(300), text);
    } else {
      parts(random, kind, attachment, text);
    }
    return text.append('\n').toString().replace("\n", "\r\n");
  }

  private static void parts(
      SplittableRandom random, int kind, String attachment, StringBuilder text) {
    text.append("Content-Type: multipart/mixed; boundary=\"b0\"\n\n--b0\n");
    text.append("Content-Type: multipart/alternative; boundary=\"b1\"\n\n--b1\n");
    text.append("Content-Type: text/plain; charset=utf-8\n\n");
    words(random, 200, text);
    text.append("--b1\nContent-Type: text/html; charset=utf-8\n\n<html><body><p>");
    words(random, 200, text);
    text.append("</p></body></html>\n--b1--\n");
    if (kind > 6) {
      text.append("--b0\nContent-Type: application/pdf; name=\"a.pdf\"\n");
      text.append("Content-Disposition: attachment\nContent-Transfer-Encoding: base64\n\n");
      int lines = 1_000 + random.nextInt(10_000);
      text.append(attachment, 0, lines * 77);
    }
    text.append("--b0--\n");
  }

  private static void words(SplittableRandom random, int n, StringBuilder text) {
    for (int i = 1; i <= n; i++) {
      text.append(WORDS[random.nextInt(WORDS.length)]);
      text.append(i == n || i % 12 == 0 && n > 12 ? '\n' : ' ');
    }
  }

  private void concatenate(Path folder, Path mbox) throws IOException {
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder)) {
      files = walk.filter(Files::isRegularFile).sorted().toList();
    }
    try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(mbox), BUFFER)) {
      for (Path path : files) {
        byte[] mail = Files.readAllBytes(path);
        if (!MboxSeparator.opensMail(mail, 0, Math.min(mail.length, MboxSeparator.AHEAD))) {
          file.write("From -\n".getBytes(StandardCharsets.US_ASCII));
        }
        file.write(mail);
        file.write('\n');
        file.write('\n');
      }
    }
    out.printf(Locale.ROOT, "real mails: %d files%n", files.size());
  }
}
