package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads messages out of tables that other programs export, CSV and JSON, as mappings say.
 *
 * <p>The mapping of a file is found by its columns, as it was when the file was recognised. A row
 * that cannot be read is rejected, and the next one is read. Drafts, scheduled messages and what
 * else a mapping leaves out are counted as out of scope.
 */
public final class MappedReader implements ArchiveReader {

  private final MappedMatcher matcher;

  public MappedReader(ArchiveConfig config) {
    this.matcher = new MappedMatcher(config);
  }

  @Override
  public void read(ArchivePart part, Consumer<Parsed> out) {
    Input input = new Input(part, out);
    try (ExportFiles files = ExportFiles.of(part)) {
      Map<String, ExportFile> byPath = new HashMap<>();
      files.files().forEach(file -> byPath.put(file.path(), file));
      for (String path : part.files()) {
        readFile(input, files, path, byPath.get(path));
      }
    } catch (UnreadableException unreadable) {
      input.rejectAll(unreadable.reason(), unreadable.getMessage());
    } catch (IOException unreadable) {
      input.rejectAll(Reason.IO_ERROR, "the archive cannot be opened");
    }
    input.end();
  }

  private void readFile(Input input, ExportFiles files, String path, ExportFile file) {
    input.path = path;
    if (file == null) {
      input.rejectAll(Reason.IO_ERROR, "the file is missing");
      return;
    }
    try {
      MappedMatcher.Match match;
      boolean empty;
      try (InputStream in = files.openUnpacked(file)) {
        match = matcher.match(in);
      }
      try (InputStream in = files.openUnpacked(file)) {
        empty = in.read() < 0;
      }
      if (match != null) {
        input.begin(file, match);
        if (match.json()) {
          input.json(files, file, match);
        } else {
          input.csv(files, file, match);
        }
      } else if (!empty) {
        input.rejectAll(Reason.CSV_SCHEMA, "no mapping fits its columns", files.sample(file));
      }
    } catch (UnreadableException broken) {
      input.rejectAll(broken.reason(), broken.getMessage());
    } catch (IOException unreadable) {
      boolean packed = files.path(file) == null;
      UnreadableException why =
          packed
              ? ZipExport.unreadable(unreadable)
              : new UnreadableException(Reason.IO_ERROR, "the file cannot be read");
      input.rejectAll(why.reason(), why.getMessage());
    }
  }

  /** What one part hands out. */
  private static final class Input implements MappedJsonFile.Sink {

    private final ArchivePart part;
    private final Consumer<Parsed> out;
    private final MappedOwners owners = new MappedOwners();
    private InputTally tally;
    private MappedMessages messages;
    private boolean json;
    private String path;
    private boolean oddName;
    private Instant exportedAt;

    Input(ArchivePart part, Consumer<Parsed> out) {
      this.part = part;
      this.out = out;
      this.tally = new InputTally(part.input_id(), InputFormat.MAPPED_CSV, part.bytes());
    }

    void begin(ExportFile file, MappedMatcher.Match match) {
      if (tally.seen() == 0) {
        tally = new InputTally(part.input_id(), match.format(), part.bytes());
      }
      messages = new MappedMessages(part, match.mapping());
      json = match.json();
      oddName = OddName.isOdd(file.path());
      exportedAt = file.changed();
    }

    void csv(ExportFiles files, ExportFile file, MappedMatcher.Match match) throws IOException {
      try (MappedSheet sheet = MappedSheet.open(files.openUnpacked(file), match)) {
        if (sheet.isEmpty()) {
          rejectAll(Reason.CSV_SCHEMA, "no mapping fits its columns", files.sample(file));
          return;
        }
        sheet.expect(messages::looksRight);
        CsvReader records = sheet.records();
        while (records.next()) {
          if (records.reason() == null) {
            row(sheet);
          } else {
            tally.addRejected();
            reject(records.rejected(part.input_id(), ordinal() - 1));
          }
        }
      }
    }

    void json(ExportFiles files, ExportFile file, MappedMatcher.Match match) throws IOException {
      new MappedJsonFile(
              match.mapping(),
              messages.columns(),
              () -> files.openUnpacked(file),
              match.charset(),
              this)
          .read();
    }

    /** The ordinal of the next record. */
    private long ordinal() {
      return tally.seen() + 1;
    }

    @Override
    public void row(MappedRow row) {
      RawMessage message;
      Contact owner;
      try {
        message = messages.message(part.input_id(), ordinal(), row, oddName);
        owner = message == null ? null : messages.owner(row);
      } catch (StackOverflowError | RuntimeException defect) {
        // A hostile row must cost itself, not the run; the class is all that may be told of it.
        Reason reason = json ? Reason.JSON_SCHEMA : Reason.CSV_SCHEMA;
        rejected(reason, defect.getClass().getSimpleName(), -1, -1, null);
        return;
      }
      if (message == null) {
        tally.addOutOfScope(1);
        return;
      }
      tally.addParsed();
      owners.add(message, owner);
      out.accept(Parsed.of(message));
    }

    @Override
    public void rejected(Reason reason, String detail, long start, long end, byte[] bytes) {
      long row = ordinal();
      tally.addRejected();
      String hash = bytes == null ? null : ContentHash.sha256(bytes);
      String sample = bytes == null ? null : Rejected.sample(bytes, 0, bytes.length);
      reject(new Rejected(part.input_id(), row, start, end, reason, detail, hash).sampled(sample));
    }

    /** Rejects the input, or what is left of it. */
    void rejectAll(Reason reason, String detail) {
      rejectAll(reason, detail, null);
    }

    private void rejectAll(Reason reason, String detail, String sample) {
      long row = tally.seen() == 0 ? 0 : ordinal();
      tally.addRejected();
      reject(new Rejected(part.input_id(), row, -1, -1, reason, detail, null).sampled(sample));
    }

    private void reject(Rejected record) {
      out.accept(Parsed.of(path == null ? record : record.in(path)));
    }

    void end() {
      out.accept(Parsed.of(tally.count(part.archive_id(), exportedAt)));
      owners.claims(part.archive_id()).forEach(claim -> out.accept(Parsed.of(claim)));
    }
  }
}
