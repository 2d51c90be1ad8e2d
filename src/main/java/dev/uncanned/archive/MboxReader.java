package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the mails of an mbox, or of a range of its bytes, in any of the dialects.
 *
 * <p>A mail belongs to the range that its first byte is in, so any ranges that tile the file give
 * the same rows. The place of a mail ({@code source_row}) is the offset of that byte plus 1: it is
 * unique in the input and does not depend on the ranges. Bytes before the first mail are rejected
 * as {@link Reason#PREAMBLE}, a file without a mail as {@link Reason#NOT_MBOX}; with the mails they
 * cover the file without gap or overlap, so that {@code bytes_n} of all ranges adds up to its size.
 * Of a gzip file, which is read as a whole, offsets and bytes are those of what is in it.
 *
 * <p>Out of scope, and counted only: drafts, and by Gmail's labels chats, spam and deleted mail;
 * also what Thunderbird has deleted and not yet removed from the file.
 */
public final class MboxReader implements ArchiveReader {

  private final int windowBytes;
  private final int mostBytes;

  public MboxReader() {
    this(MboxSplitter.WINDOW, Budgets.MAIL_BYTES);
  }

  /** Of longer mails {@code mostBytes} are read; {@code windowBytes} are at least 4 kB. */
  MboxReader(int windowBytes, int mostBytes) {
    this.windowBytes = windowBytes;
    this.mostBytes = mostBytes;
  }

  @Override
  public void read(ArchivePart part, Consumer<Parsed> out) {
    MailBatch batch = new MailBatch(part, InputFormat.MBOX, out);
    try (ExportFiles files = ExportFiles.of(part)) {
      String path = part.files().isEmpty() ? "" : part.files().get(0);
      ExportFile file =
          files.files().stream().filter(one -> one.path().equals(path)).findFirst().orElse(null);
      Path onDisk = file == null ? null : files.path(file);
      if (file == null || (onDisk != null && !Files.exists(onDisk, LinkOption.NOFOLLOW_LINKS))) {
        batch.reject(0, path, Reason.IO_ERROR, "file is gone");
      } else if (onDisk != null && !Files.isRegularFile(onDisk, LinkOption.NOFOLLOW_LINKS)) {
        batch.reject(0, path, Reason.NOT_REGULAR, "not a regular file");
      } else {
        read(part, batch, files, file);
      }
    } catch (IOException unreadable) {
      UnreadableException why = ZipExport.unreadable(unreadable);
      batch.reject(why.reason(), why.getMessage());
    }
    batch.end();
  }

  private void read(ArchivePart part, MailBatch batch, ExportFiles files, ExportFile file)
      throws IOException {
    long start = part.byte_start();
    boolean whole = start == 0 && part.byte_end() < 0;
    try (InputStream stored = files.open(file, MboxSplitter.from(start))) {
      InputStream in = stored;
      if (whole) {
        byte[] head = stored.readNBytes(GzipInput.HEAD_BYTES);
        in = GzipInput.unpacked(head, stored, Math.max(file.packed(), 1));
      }
      MboxWindow window = new MboxWindow(in, MboxSplitter.from(start), windowBytes, mostBytes);
      Mails mails = new Mails(batch, file.path(), MboxPath.folder(file.path()) + "/mail", window);
      MboxSplitter splitter = new MboxSplitter(window, start, part.byte_end(), mails);
      splitter.split();
      MboxSpan span = splitter.span();
      if (splitter.failure() == null) {
        boolean plain = in == stored && files.path(file) != null;
        batch.cover(span.start(), span.end(), plain ? file.size() : span.end());
      } else {
        mails.breakOff(span);
      }
    }
  }

  /** Reads the pieces of one range. */
  private record Mails(MailBatch batch, String file, String path, MboxWindow window)
      implements Consumer<MboxPiece> {

    @Override
    public void accept(MboxPiece piece) {
      batch.addBytes(piece.end() - piece.start());
      switch (piece.kind()) {
        case MAIL -> mail(piece);
        case PREAMBLE -> reject(piece, Reason.PREAMBLE, "bytes before the first mail");
        case NO_MAIL -> reject(piece, Reason.NOT_MBOX, "no mail starts in the file");
        case MARK -> {}
      }
    }

    private void mail(MboxPiece piece) {
      byte[] raw = piece.copy();
      byte[] content = MboxText.of(raw, piece.escaped(), piece.isCut());
      Set<QualityFlag> flags = EnumSet.noneOf(QualityFlag.class);
      if (OddName.isOdd(file)) {
        flags.add(QualityFlag.ODD_NAME);
      }
      if (piece.doubtful()) {
        flags.add(QualityFlag.MAYBE_MERGED);
      }
      if (piece.isCut()) {
        flags.add(QualityFlag.TRUNCATED);
      } else if (piece.last() && (window.failure() != null || MboxText.isCutOff(raw))) {
        flags.add(QualityFlag.TRUNCATED_FILE);
      }
      long row = piece.start() + 1;
      byte[] hashed = piece.isCut() ? null : raw;
      batch.mail(new MailRecord(row, path, piece.start(), piece.end(), content, flags, hashed));
    }

    private void reject(MboxPiece piece, Reason reason, String detail) {
      byte[] bytes = piece.copy();
      String hash = piece.isCut() ? null : ContentHash.sha256(bytes);
      batch.reject(
          new Rejected(
              batch.inputId(),
              reason == Reason.NOT_MBOX ? 0 : piece.start() + 1,
              piece.start(),
              piece.end(),
              reason,
              detail,
              hash,
              file,
              Rejected.sample(bytes, 0, bytes.length)));
    }

    /** Rejects what lies behind the place at which the file could not be read any more. */
    private void breakOff(MboxSpan span) {
      UnreadableException why = ZipExport.unreadable(window.failure());
      batch.reject(
          new Rejected(
                  batch.inputId(),
                  span.end() + 1,
                  span.end(),
                  -1,
                  why.reason(),
                  why.getMessage(),
                  null)
              .in(file));
    }
  }
}
