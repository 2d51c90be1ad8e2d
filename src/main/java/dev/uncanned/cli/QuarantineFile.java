package dev.uncanned.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.mart.QuarantineRow;
import dev.uncanned.table.SpreadsheetCell;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.RecordComponent;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A file of quarantined records that only its owner may read.
 *
 * <p>In CSV every cell is quoted, and one that a spreadsheet would take for a formula begins with
 * an apostrophe (after OWASP, CSV Injection); so a sample is not exact there. JSON Lines is exact.
 */
final class QuarantineFile implements Closeable {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Writer out;
  private final QuarantineCommand.Export.Format format;
  private final ObjectMapper json = new ObjectMapper();

  private QuarantineFile(Writer out, QuarantineCommand.Export.Format format) {
    this.out = out;
    this.format = format;
  }

  /**
   * Makes the file.
   *
   * @throws IOException if it is there already or cannot be made
   */
  static QuarantineFile create(Path file, QuarantineCommand.Export.Format format)
      throws IOException {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] rights = posix ? new FileAttribute<?>[] {OWNER} : new FileAttribute<?>[0];
    Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    Writer out =
        Channels.newWriter(Files.newByteChannel(file, fresh, rights), StandardCharsets.UTF_8);
    QuarantineFile made = new QuarantineFile(out, format);
    if (format == QuarantineCommand.Export.Format.CSV) {
      made.line(
          Arrays.stream(QuarantineRow.class.getRecordComponents())
              .map(RecordComponent::getName)
              .collect(Collectors.joining(",")));
    }
    return made;
  }

  void add(QuarantineRow row) {
    try {
      if (format == QuarantineCommand.Export.Format.CSV) {
        line(
            Arrays.stream(QuarantineRow.class.getRecordComponents())
                .map(column -> cell(row, column))
                .collect(Collectors.joining(",")));
      } else {
        line(json.writeValueAsString(row));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void line(String text) throws IOException {
    out.write(text);
    out.write('\n');
  }

  private static String cell(QuarantineRow row, RecordComponent column) {
    try {
      Object value = column.getAccessor().invoke(row);
      return SpreadsheetCell.quoted(value == null ? "" : value.toString());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("the components of a record are public", impossible);
    }
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
