package dev.uncanned.mart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.InputFormat;
import dev.uncanned.table.Doc;
import dev.uncanned.table.PinnedColumns;
import dev.uncanned.table.Records;
import dev.uncanned.table.Table;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TablesTest {

  @Test
  void everyTableAndColumnIsDefinedInASentence() {
    for (Class<? extends Record> record : Tables.ALL) {
      assertThat(record.getAnnotation(Table.class)).as(record.getName()).isNotNull();
      assertThat(record.getAnnotation(Doc.class).value()).endsWith(".");
      for (RecordComponent component : record.getRecordComponents()) {
        String name = record.getSimpleName() + "." + component.getName();
        assertThat(component.getAnnotation(Doc.class)).as(name).isNotNull();
        assertThat(component.getAnnotation(Doc.class).value()).as(name).endsWith(".");
      }
    }
  }

  @Test
  void theFormatsOfInputsAreAllNamed() {
    String sentence = DataDictionary.sentences().get("inputs.format");
    List<String> named = List.of(sentence.replaceAll("\\.$", "").split(", | or "));
    List<String> written = Arrays.stream(InputFormat.values()).map(InputFormat::label).toList();
    assertThat(named).containsExactlyElementsOf(written);
  }

  @Test
  void everyTableSaysWhichRunMadeIt() {
    for (Class<? extends Record> record : Tables.ALL) {
      assertThat(Records.names(record))
          .as(record.getName())
          .endsWith("run_id", "metric_version", "key_id");
    }
  }

  @Test
  void sortColumnsAndNamedColumnsExist() throws IllegalAccessException {
    int named = 0;
    for (Class<? extends Record> record : Tables.ALL) {
      List<String> columns = List.of(Records.names(record));
      assertThat(columns).contains(record.getAnnotation(Table.class).sortedBy());
      for (Field field : record.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
          field.setAccessible(true);
          assertThat(columns).as(record.getName()).contains((String) field.get(null));
          named++;
        }
      }
    }
    assertThat(named).isGreaterThan(5);
  }

  @Test
  void namesAndTextsLieInRestrictedTablesOnly() {
    Set<String> restricted =
        Tables.ALL.stream()
            .filter(record -> record.getAnnotation(Table.class).restricted())
            .map(record -> record.getAnnotation(Table.class).name())
            .collect(Collectors.toSet());
    assertThat(restricted).containsExactlyInAnyOrder("people", "messages_text", "quarantine");
  }

  @Test
  void publishedColumnsAreThePinnedOnes() throws IOException {
    PinnedColumns.require(Tables.ALL, "mart");
  }

  @Test
  void dataDictionaryIsTheCommittedOne() throws IOException {
    assertThat(Files.readString(Path.of("docs/data-dictionary.md")))
        .as("write it again with jobs/uncanned dictionary > docs/data-dictionary.md")
        .isEqualTo(DataDictionary.markdown());
  }
}
