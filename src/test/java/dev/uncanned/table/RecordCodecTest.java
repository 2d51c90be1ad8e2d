package dev.uncanned.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordCodecTest {

  public enum Colour {
    RED,
    BLUE
  }

  public record Texts(String name, String address) {}

  public record Primitives(
      boolean flag, byte small, int count, long total, float share, double ratio) {}

  public record Boxes(
      Boolean flag, Byte small, Integer count, Long total, Float share, Double ratio) {}

  public record Others(
      String text, Colour colour, Instant at, LocalDate day, Texts texts, List<Texts> all) {}

  public record Arrays3(byte[] bytes, int[] ints, long[] longs, List<Integer> places) {}

  public record Labels(Map<String, String> labels) {}

  record Hidden(String text) {}

  private static Record there(Record value) {
    RecordCodec codec = new RecordCodec(value.getClass());
    return codec.decode(codec.encode(value));
  }

  @Test
  void keepsPrimitivesUpToTheirEnds() {
    Primitives least =
        new Primitives(
            false,
            Byte.MIN_VALUE,
            Integer.MIN_VALUE,
            Long.MIN_VALUE,
            Float.NEGATIVE_INFINITY,
            Double.MIN_VALUE);
    Primitives most =
        new Primitives(
            true, Byte.MAX_VALUE, Integer.MAX_VALUE, Long.MAX_VALUE, Float.NaN, Double.NaN);
    assertThat(there(least)).isEqualTo(least);
    assertThat(there(most)).isEqualTo(most);
  }

  @Test
  void tellsNullFromZero() {
    Boxes nothing = new Boxes(null, null, null, null, null, null);
    Boxes zero = new Boxes(false, (byte) 0, 0, 0L, 0f, -0.0);
    assertThat(there(nothing)).isEqualTo(nothing);
    assertThat(there(zero)).isEqualTo(zero);
  }

  @Test
  void keepsTextsTimesEnumsAndRecords() {
    Texts texts = new Texts("Zoë \uD83D\uDE00 दा", "");
    Others full =
        new Others(
            "x".repeat(1_000),
            Colour.BLUE,
            Instant.parse("1969-12-31T23:59:59.999999Z"),
            LocalDate.MIN,
            texts,
            Arrays.asList(texts, null, new Texts(null, null)));
    Others empty = new Others("", null, null, null, null, List.of());
    Others nothing = new Others(null, null, null, null, null, null);
    assertThat(there(full)).isEqualTo(full);
    assertThat(there(empty)).isEqualTo(empty);
    assertThat(there(nothing)).isEqualTo(nothing);
  }

  @Test
  void keepsArraysAndLists() {
    Arrays3 full =
        new Arrays3(
            new byte[] {-1, 0, 1},
            new int[] {Integer.MIN_VALUE, 0, Integer.MAX_VALUE},
            new long[] {Long.MIN_VALUE, -1, Long.MAX_VALUE},
            Arrays.asList(-1, null, 1 << 20));
    assertThat(there(full)).usingRecursiveComparison().isEqualTo(full);
    Arrays3 empty = new Arrays3(new byte[0], new int[0], new long[0], List.of());
    assertThat(there(empty)).usingRecursiveComparison().isEqualTo(empty);
    Arrays3 nothing = new Arrays3(null, null, null, null);
    assertThat(there(nothing)).isEqualTo(nothing);
  }

  /** Tables that are kept from run to run hold people packed. */
  @Test
  void textsHaveAFixedForm() {
    byte[] packed = new RecordCodec(Texts.class).encode(new Texts("Zoë", null));
    assertThat(packed).containsExactly(5, 'Z', 'o', 0xC3, 0xAB, 0);
    byte[] list =
        new PackedList(Texts.class).encode(List.of(new Texts("", "a"), new Texts("b", "")));
    assertThat(list).containsExactly(2, 1, 2, 'a', 2, 'b', 1);
  }

  @Test
  void travelsToOtherMachines() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new RecordCodec(Texts.class));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      RecordCodec codec = (RecordCodec) in.readObject();
      Texts texts = new Texts("a", "b");
      assertThat(codec.decode(codec.encode(texts))).isEqualTo(texts);
    }
  }

  @Test
  void refusesTypesItDoesNotKnowAndRecordsItCannotMake() {
    assertThatThrownBy(() -> new RecordCodec(Labels.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Labels.labels")
        .hasMessageContaining("cannot be packed");
    assertThatThrownBy(() -> new RecordCodec(Hidden.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("public");
  }
}
