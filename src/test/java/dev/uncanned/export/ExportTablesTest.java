package dev.uncanned.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.mart.MessageScoreRow;
import dev.uncanned.table.Doc;
import dev.uncanned.table.PinnedColumns;
import dev.uncanned.table.Records;
import dev.uncanned.table.Table;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExportTablesTest {

  private static final List<String> FORBIDDEN =
      List.of(
          "run_id",
          "key_id",
          "input_id",
          "source_row",
          "subject_key",
          "template_ref",
          "offer",
          "sent_at",
          "first_seen",
          "last_seen",
          "skeleton_public",
          "link_domains",
          "lineage_id",
          "parent_ids",
          "evidence",
          "defects",
          "value_public",
          "detail");

  @Test
  void nothingThatLeadsBackIsAColumn() {
    for (Class<? extends Record> record : ExportTables.ALL) {
      assertThat(Records.names(record)).doesNotContainAnyElementsOf(FORBIDDEN);
      for (RecordComponent column : record.getRecordComponents()) {
        assertThat(column.getType())
            .as("a time to the second, a list of places: " + column)
            .isNotEqualTo(Instant.class)
            .isNotEqualTo(List.class);
      }
    }
    assertThat(Records.names(MessageScoreRow.class)).contains("evidence", "defects", "offer");
  }

  @Test
  void everyTableAndColumnIsDefinedInASentence() {
    for (Class<? extends Record> record : ExportTables.ALL) {
      assertThat(record.getAnnotation(Doc.class).value()).endsWith(".");
      for (RecordComponent column : record.getRecordComponents()) {
        assertThat(column.getAnnotation(Doc.class).value()).as(column.getName()).endsWith(".");
      }
    }
  }

  @Test
  void sortColumnsAndNamedColumnsExist() throws IllegalAccessException {
    for (Class<? extends Record> record : ExportTables.ALL) {
      List<String> columns = List.of(Records.names(record));
      assertThat(columns).contains(record.getAnnotation(Table.class).sortedBy());
      for (Field field : record.getDeclaredFields()) {
        if (java.lang.reflect.Modifier.isStatic(field.getModifiers())) {
          assertThat(columns).containsAll(names(field.get(null)));
        }
      }
    }
  }

  private static List<String> names(Object constant) {
    List<String> names = new ArrayList<>();
    if (constant instanceof Collection<?> several) {
      several.forEach(one -> names.add(one.toString()));
    } else {
      names.add(constant.toString());
    }
    return names;
  }

  @Test
  void aCombinationIsWhatItsRecordSays() {
    assertThat(Records.names(Combination.class))
        .containsExactlyElementsOf(ExportedMessage.COMBINATION);
    assertThat(Arrays.stream(Quasi.values()).map(one -> one.name().toLowerCase()).toList())
        .as("all but the direction can be withheld")
        .containsExactlyInAnyOrderElementsOf(
            ExportedMessage.COMBINATION.stream()
                .filter(name -> !name.equals("direction"))
                .toList());
  }

  @Test
  void exportedColumnsAreThePinnedOnes() throws IOException {
    PinnedColumns.require(ExportTables.ALL, "export");
  }

  @Test
  void dictionaryIsTheCommittedOne() throws IOException {
    assertThat(Files.readString(Path.of("docs/export-columns.md")))
        .as("write it again with jobs/uncanned dictionary --export > docs/export-columns.md")
        .isEqualTo(ExportDictionary.markdown());
  }
}
