package dev.uncanned.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Compares the columns of tables with those that a file of {@code golden} pins. */
public final class PinnedColumns {

  private PinnedColumns() {}

  /**
   * Fails where a column has come, gone, moved or changed its type.
   *
   * @param folder below {@code golden}
   */
  public static void require(List<Class<? extends Record>> records, String folder)
      throws IOException {
    String columns =
        records.stream().map(PinnedColumns::line).collect(Collectors.joining("\n", "", "\n"));
    Path expected = Path.of("src/test/resources/golden", folder, "columns.txt");
    Path actual = Path.of("target/golden", folder, "columns.txt");
    Files.createDirectories(actual.getParent());
    Files.writeString(actual, columns);
    assertThat(expected).as("copy %s there if it is right", actual).exists();
    assertThat(columns).isEqualTo(Files.readString(expected));
  }

  private static String line(Class<? extends Record> record) {
    String columns =
        Arrays.stream(Records.schema(record).fields())
            .map(field -> field.name() + " " + field.dataType().simpleString())
            .collect(Collectors.joining(", "));
    return record.getAnnotation(Table.class).name() + ": " + columns;
  }
}
