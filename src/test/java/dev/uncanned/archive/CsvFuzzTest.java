package dev.uncanned.archive;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Throws any bytes at the CSV reader, with and without an idea of what records look like. */
class CsvFuzzTest {

  @FuzzTest(maxDuration = "2m")
  void readsAnyCsv(byte[] file) throws IOException {
    read(file, false);
    read(file, true);
  }

  private static void read(byte[] file, boolean expecting) throws IOException {
    long end = 0;
    try (CsvReader reader = new CsvReader(new ByteArrayInputStream(file))) {
      if (expecting) {
        reader.expect(3, 3, row -> new LinkedInDates().of(row.cell(1)).at() != null);
      }
      while (reader.next()) {
        boolean placed = reader.byteStart() >= 0;
        if (placed && (reader.byteStart() < end || reader.byteEnd() <= reader.byteStart())) {
          throw new AssertionError("records overlap or stand still");
        }
        end = placed ? reader.byteEnd() : end;
        for (int i = 0; reader.reason() == null && i <= reader.columns(); i++) {
          reader.cell(i);
        }
        if (reader.reason() != null) {
          reader.rejected("in", 1);
        }
        reader.flags();
      }
    }
    if (end > file.length) {
      throw new AssertionError("a record ends behind the file");
    }
  }
}
