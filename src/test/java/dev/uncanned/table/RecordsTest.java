package dev.uncanned.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uncanned.SparkTest;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
@ExtendWith(SparkTest.class)
class RecordsTest {

  public enum Colour {
    RED,
    BLUE
  }

  public record Inner(@Doc("A name.") String name, Integer size) {}

  public record Every(
      String zulu,
      long alpha,
      int count,
      double ratio,
      boolean flag,
      Integer maybe,
      Inner inner,
      List<Inner> inners,
      List<String> words,
      Colour colour,
      long[] numbers,
      int[] shingles,
      byte[] bytes,
      Instant at,
      LocalDate day,
      Map<String, String> labels) {}

  public record Narrow(String zulu, long alpha) {}

  public record Nested(String name, long alpha) {}

  public record WrongType(long zulu, long alpha) {}

  public record Missing(String zulu, long omega) {}

  public record Positive(long alpha) {
    public Positive {
      if (alpha < 0) {
        throw new IllegalArgumentException("alpha is negative");
      }
    }
  }

  public record Unknown(BigDecimal amount) {}

  public record InMap(Map<String, Inner> inners) {}

  record Hidden(String name) {}

  public record Person(String name, String address) {}

  public record Letter(
      String text, @Packed Person from, @Packed List<Person> to, @LowerCase String colour) {}

  public record Envelope(@Packed Person from, @Packed List<Person> to) {}

  public record Stamped(@LowerCase String colour, String text, long alpha) {}

  public record PackedMap(@Packed InMap labels) {}

  public record PackedText(@Packed String text) {}

  private static Every full() {
    return new Every(
        "z",
        1,
        2,
        0.5,
        true,
        3,
        new Inner("i", null),
        List.of(new Inner("j", 4)),
        List.of("a", "b"),
        Colour.BLUE,
        new long[] {5, 6},
        new int[] {7},
        new byte[] {8},
        Instant.parse("2026-11-22T01:02:03.000004Z"),
        LocalDate.parse("2026-11-22"),
        Map.of("k", "v"));
  }

  private static Every sparse() {
    return new Every(
        null, 9, 0, 0, false, null, null, null, null, null, null, null, null, null, null, null);
  }

  private static Dataset<Every> written(SparkSession session, Path folder) {
    String path = folder.resolve("every").toString();
    session
        .createDataset(List.of(full(), sparse()), Records.encoder(Every.class))
        .write()
        .parquet(path);
    return session.read().parquet(path).as(Records.encoder(Every.class));
  }

  @Test
  void columnsKeepNamesAndOrderOfTheRecord() {
    assertThat(Records.schema(Every.class).fieldNames())
        .startsWith("zulu", "alpha", "count")
        .hasSize(16);
  }

  @Test
  void everyKnownTypeSurvivesParquet(SparkSession session, @TempDir Path folder) {
    List<Every> back =
        written(session, folder)
            .filter((FilterFunction<Every>) row -> row.alpha() == 1)
            .collectAsList();
    assertThat(back).usingRecursiveFieldByFieldElementComparator().containsExactly(full());
  }

  @Test
  void nullSurvivesWhereTheTypeHasOne(SparkSession session, @TempDir Path folder) {
    List<Every> back =
        written(session, folder)
            .filter((FilterFunction<Every>) row -> row.alpha() == 9)
            .collectAsList();
    assertThat(back).usingRecursiveFieldByFieldElementComparator().containsExactly(sparse());
  }

  @Test
  void columnsAreBoundByNameNotByPlace(SparkSession session, @TempDir Path folder) {
    Dataset<Narrow> narrow =
        written(session, folder).select("alpha", "zulu").as(Records.encoder(Narrow.class));
    assertThat(narrow.collectAsList()).containsOnly(new Narrow("z", 1), new Narrow(null, 9));
  }

  @Test
  void typedOperationsWork(SparkSession session, @TempDir Path folder) {
    Dataset<Every> rows = written(session, folder);
    Dataset<Narrow> mapped =
        rows.map(
            (MapFunction<Every, Narrow>) row -> new Narrow(row.zulu(), row.alpha() + 1),
            Records.encoder(Narrow.class));
    Dataset<Narrow> grouped =
        mapped
            .groupByKey((MapFunction<Narrow, Long>) row -> row.alpha() % 2, Encoders.LONG())
            .mapGroups(
                (MapGroupsFunction<Long, Narrow, Narrow>) (key, values) -> new Narrow("group", key),
                Records.encoder(Narrow.class));
    assertThat(mapped.collectAsList()).containsOnly(new Narrow("z", 2), new Narrow(null, 10));
    assertThat(grouped.collectAsList()).containsExactly(new Narrow("group", 0));
    assertThat(mapped.joinWith(rows, mapped.col("zulu").equalTo(rows.col("zulu"))).count())
        .isEqualTo(1);
  }

  @Test
  void projectsTopLevelAndNestedComponents(SparkSession session, @TempDir Path folder) {
    Dataset<Every> rows = written(session, folder);
    assertThat(Records.project(rows, Nested.class).collectAsList())
        .containsOnly(new Nested("i", 1), new Nested(null, 9));
    assertThatThrownBy(() -> Records.project(rows, Missing.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("omega");
  }

  @Test
  void missingColumnIsAnError(SparkSession session, @TempDir Path folder) {
    Dataset<Every> rows = written(session, folder);
    assertThatThrownBy(() -> rows.as(Records.encoder(Missing.class)).collectAsList())
        .isInstanceOf(AnalysisException.class)
        .hasMessageContaining("omega");
  }

  @Test
  void wrongColumnTypeIsAnError(SparkSession session, @TempDir Path folder) {
    Dataset<Every> rows = written(session, folder);
    assertThatThrownBy(() -> rows.as(Records.encoder(WrongType.class)).collectAsList())
        .isInstanceOf(AnalysisException.class);
  }

  @Test
  void nullInAPrimitiveIsAnError(SparkSession session) {
    Dataset<Narrow> rows =
        session
            .sql("select 'z' as zulu, cast(null as bigint) as alpha")
            .as(Records.encoder(Narrow.class));
    assertThatThrownBy(rows::collectAsList).hasStackTraceContaining("alpha");
  }

  @Test
  void canonicalConstructorIsEnforcedOnReading(SparkSession session) {
    Dataset<Positive> rows = session.sql("select -1L as alpha").as(Records.encoder(Positive.class));
    assertThatThrownBy(rows::collectAsList).hasStackTraceContaining("alpha is negative");
  }

  @Test
  void sentencesBecomeColumnComments() {
    assertThat(Records.schema(Inner.class).apply("name").getComment().get()).isEqualTo("A name.");
    assertThat(Records.schema(Inner.class).apply("size").getComment().isEmpty()).isTrue();
  }

  @Test
  void refusesTypesThatSparkWouldEmpty() {
    assertThatThrownBy(() -> Records.encoder(Unknown.class)).hasMessageContaining("amount");
    assertThatThrownBy(() -> Records.encoder(InMap.class)).hasMessageContaining("inners");
    assertThatThrownBy(() -> Records.encoder(Hidden.class)).hasMessageContaining("public");
  }

  @Test
  void keepsPackedRecordsInOneColumnOfBytesEach(SparkSession spark, @TempDir Path folder) {
    Letter letter =
        new Letter(
            "hello",
            new Person("Zoë", null),
            List.of(new Person("", "x".repeat(300)), new Person(null, null)),
            "RED");
    Letter bare = new Letter("bare", null, List.of(), null);
    Dataset<Letter> written =
        spark.createDataset(List.of(letter, bare), Records.encoder(Letter.class));
    written.write().mode("overwrite").parquet(folder.toString());
    assertThat(Records.schema(Letter.class).apply("to").dataType().simpleString())
        .isEqualTo("binary");
    Dataset<Letter> back =
        spark.read().parquet(folder.toString()).as(Records.encoder(Letter.class));
    assertThat(back.collectAsList()).containsExactlyInAnyOrder(letter, bare);
    assertThat(Records.project(back, Envelope.class).collectAsList())
        .containsExactlyInAnyOrder(
            new Envelope(letter.from(), letter.to()), new Envelope(null, List.of()));
    assertThat(
            back.map((MapFunction<Letter, Person>) Letter::from, Records.encoder(Person.class))
                .filter((FilterFunction<Person>) person -> person != null)
                .collectAsList())
        .contains(letter.from());
  }

  @Test
  void packsWholeRecordsBetweenTypedSteps(SparkSession spark) {
    List<Nested> rows = List.of(new Nested("a", 1), new Nested(null, -2), new Nested("a", 3));
    Dataset<Nested> packed = spark.createDataset(rows, Records.packedEncoder(Nested.class));
    assertThat(packed.schema().fields()).hasSize(1);
    assertThat(
            packed
                .groupByKey((MapFunction<Nested, String>) Nested::name, Encoders.STRING())
                .mapGroups(
                    (MapGroupsFunction<String, Nested, Nested>)
                        (name, all) -> new Nested(name, sum(all)),
                    Records.encoder(Nested.class))
                .collectAsList())
        .containsExactlyInAnyOrder(new Nested("a", 4), new Nested(null, -2));
  }

  private static long sum(Iterator<Nested> rows) {
    long sum = 0;
    while (rows.hasNext()) {
      sum += rows.next().alpha();
    }
    return sum;
  }

  @Test
  void refusesToPackWhatItCannotReadBack() {
    assertThatThrownBy(() -> Records.encoder(PackedMap.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be packed");
    assertThatThrownBy(() -> Records.encoder(PackedText.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("cannot be packed");
  }

  @Test
  void projectsGivenColumnsAndLowersNamesOfEnumValues(SparkSession spark) {
    Letter letter = new Letter("hello", null, List.of(), "RED");
    Dataset<Letter> letters = spark.createDataset(List.of(letter), Records.encoder(Letter.class));
    Map<String, Column> given = Records.literals(new Positive(7));
    assertThat(Records.project(letters, Stamped.class, given).collectAsList())
        .containsExactly(new Stamped("red", "hello", 7));
  }
}
