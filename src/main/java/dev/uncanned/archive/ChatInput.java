package dev.uncanned.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands out the records of one conversation, or one file, of a chat export and counts them.
 *
 * <p>A file that breaks off costs what stands behind the break, which is one reject; what was read
 * before it is kept, and the next file of the input is read.
 */
final class ChatInput {

  private final ArchivePart part;
  private final ExportFiles files;
  private final InputTally tally;
  private final Consumer<Parsed> out;
  private final ContentNames names = new ContentNames();
  private Instant newest;
  private String path;
  private boolean oddName;

  ChatInput(ArchivePart part, ExportFiles files, InputTally tally, Consumer<Parsed> out) {
    this.part = part;
    this.files = files;
    this.tally = tally;
    this.out = out;
  }

  /** The records of one file, one after another. */
  interface Records extends Closeable {

    /**
     * The next record; null behind the last one.
     *
     * @throws UnreadableException if the rest of the file cannot be read
     */
    ChatRecord next() throws IOException;

    /** How the last record begins, as {@link Rejected#raw_sample} holds it; null if unknown. */
    String sample();
  }

  /** Begins to read a file. */
  interface Opening {
    Records on(InputStream in) throws IOException;
  }

  /** Looks at a file before it is read. */
  interface Glance {
    void at(InputStream in) throws IOException;
  }

  /**
   * Looks at a file for what helps to read others, as far as it can be read.
   *
   * <p>Reports nothing: the file is read and counted by itself, or again, and broken then too.
   */
  static void glance(ExportFiles files, ExportFile file, Glance glance) {
    try (InputStream in = files.open(file)) {
      glance.at(in);
    } catch (IOException | RuntimeException | StackOverflowError reportedWhenItIsRead) {
      // What is broken here costs help, names or an owner, and never a message.
      return;
    }
  }

  /** Bytes of files. */
  static long bytes(List<ExportFile> files) {
    return files.stream().mapToLong(ExportFile::size).sum();
  }

  /** Reads a file to its end, or as far as it can be read. */
  void read(ExportFile file, Opening opening) {
    if (file.changed() != null && (newest == null || file.changed().isAfter(newest))) {
      newest = file.changed();
    }
    path = file.path();
    oddName = OddName.isOdd(path);
    try (InputStream in = files.open(file);
        Records records = opening.on(in)) {
      all(file, records);
    } catch (IOException e) {
      rejectRest(file, e, null);
    }
  }

  private void all(ExportFile file, Records records) {
    try {
      for (ChatRecord record = next(records); record != null; record = next(records)) {
        add(record, records);
      }
    } catch (IOException e) {
      rejectRest(file, e, records.sample());
    }
  }

  /** Before the first record it is the whole input that cannot be read. */
  private void rejectRest(ExportFile file, IOException e, String sample) {
    UnreadableException why = unreadable(file, e);
    reject(tally.seen() == 0 ? 0 : tally.seen() + 1, why.reason(), why.getMessage(), sample);
  }

  private UnreadableException unreadable(ExportFile file, IOException e) {
    if (e instanceof UnreadableException known) {
      return known;
    }
    return files.path(file) == null
        ? ZipExport.unreadable(e)
        : new UnreadableException(Reason.IO_ERROR, "the file cannot be read");
  }

  /** A defect that a hostile record meets costs the file, not the run. */
  private static ChatRecord next(Records records) throws IOException {
    try {
      return records.next();
    } catch (RuntimeException | StackOverflowError defect) {
      throw new UnreadableException(Reason.CHAT_SCHEMA, defect.getClass().getSimpleName());
    }
  }

  private void add(ChatRecord record, Records records) {
    if (record.message() != null) {
      tally.addParsed();
      out.accept(Parsed.of(raw(record.message())));
    } else if (record.reason() != null) {
      reject(tally.seen() + 1, record.reason(), record.detail(), records.sample());
    } else {
      tally.addOutOfScope(1);
    }
  }

  private void reject(long row, Reason reason, String detail, String sample) {
    tally.addRejected();
    Rejected rejected = new Rejected(tally.inputId(), row, -1, -1, reason, detail, null);
    out.accept(Parsed.of(rejected.in(path).sampled(sample)));
  }

  /** Ends the input with its counts. */
  void end() {
    out.accept(Parsed.of(tally.count(part.archive_id(), newest)));
  }

  private RawMessage raw(ChatMessage message) {
    boolean cut = message.text().length() > ChatMessage.MAX_CHARS;
    String text = cut ? head(message.text()) : message.text();
    return new RawMessage(
        tally.inputId(),
        part.archive_id(),
        tally.seen(),
        Channel.CHAT,
        message.kind(),
        message.direction(),
        message.id(),
        message.conversation(),
        message.at(),
        message.quality(),
        message.sender(),
        message.recipients(),
        null,
        text,
        false,
        names.ofCollapsed(text),
        null,
        false,
        false,
        message.attachments(),
        null,
        flags(text, cut));
  }

  private static String head(String text) {
    int end = ChatMessage.MAX_CHARS;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end);
  }

  private List<QualityFlag> flags(String text, boolean cut) {
    boolean replaced = text.indexOf(ChatText.REPLACED) >= 0;
    if (!cut && !replaced && !oddName && !text.isBlank()) {
      return List.of();
    }
    List<QualityFlag> flags = new ArrayList<>();
    if (replaced) {
      flags.add(QualityFlag.DECODE_REPLACED);
    }
    if (cut) {
      flags.add(QualityFlag.TRUNCATED);
    }
    if (oddName) {
      flags.add(QualityFlag.ODD_NAME);
    }
    if (text.isBlank()) {
      flags.add(QualityFlag.NO_TEXT);
    }
    return List.copyOf(flags);
  }

  /** Says that a part as a whole cannot be opened. */
  static void reject(
      ArchivePart part, InputFormat format, IOException failure, Consumer<Parsed> out) {
    UnreadableException why =
        failure instanceof UnreadableException known
            ? known
            : new UnreadableException(Reason.IO_ERROR, "the archive cannot be opened");
    InputTally tally = new InputTally(part.input_id(), format, part.bytes());
    tally.addRejected();
    out.accept(
        Parsed.of(new Rejected(part.input_id(), 0, -1, -1, why.reason(), why.getMessage(), null)));
    out.accept(Parsed.of(tally.count(part.archive_id(), null)));
  }
}
