package dev.uncanned.table;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** How the values of one component of a record are packed into bytes and read from them. */
record PackedPart(BiConsumer<PackedBytes, Object> put, Function<PackedBytes, Object> take) {

  private static final Map<Class<?>, PackedPart> PRIMITIVES =
      Map.of(
          boolean.class,
          new PackedPart(
              (out, value) -> out.putByte((Boolean) value ? 1 : 0), in -> in.takeByte() != 0),
          byte.class,
          new PackedPart((out, value) -> out.putByte((Byte) value), PackedBytes::takeByte),
          int.class,
          new PackedPart(
              (out, value) -> out.putSigned((Integer) value), in -> (int) in.takeSigned()),
          long.class,
          new PackedPart((out, value) -> out.putSigned((Long) value), PackedBytes::takeSigned),
          float.class,
          new PackedPart(
              (out, value) -> out.putInt(Float.floatToRawIntBits((Float) value)),
              in -> Float.intBitsToFloat(in.takeInt())),
          double.class,
          new PackedPart(
              (out, value) -> out.putLong(Double.doubleToRawLongBits((Double) value)),
              in -> Double.longBitsToDouble(in.takeLong())));

  private static final Map<Class<?>, PackedPart> OBJECTS =
      Map.ofEntries(
          Map.entry(
              String.class,
              new PackedPart((out, value) -> out.putText((String) value), PackedBytes::takeText)),
          Map.entry(
              byte[].class,
              new PackedPart((out, value) -> out.putBlock((byte[]) value), PackedBytes::takeBlock)),
          Map.entry(
              int[].class, new PackedPart(PackedPart::putInts, PackedPart::takeInts).orNull()),
          Map.entry(
              long[].class, new PackedPart(PackedPart::putLongs, PackedPart::takeLongs).orNull()),
          Map.entry(
              Instant.class,
              new PackedPart(PackedPart::putInstant, PackedPart::takeInstant).orNull()),
          Map.entry(
              LocalDate.class,
              new PackedPart(
                      (out, value) -> out.putSigned(((LocalDate) value).toEpochDay()),
                      in -> LocalDate.ofEpochDay(in.takeSigned()))
                  .orNull()),
          Map.entry(Boolean.class, PRIMITIVES.get(boolean.class).orNull()),
          Map.entry(Byte.class, PRIMITIVES.get(byte.class).orNull()),
          Map.entry(Integer.class, PRIMITIVES.get(int.class).orNull()),
          Map.entry(Long.class, PRIMITIVES.get(long.class).orNull()),
          Map.entry(Float.class, PRIMITIVES.get(float.class).orNull()),
          Map.entry(Double.class, PRIMITIVES.get(double.class).orNull()));

  /**
   * The part for a component's type.
   *
   * @throws IllegalArgumentException if values of the type cannot be packed
   */
  static PackedPart of(Type type) {
    if (type instanceof Class<?> plain) {
      return of(plain);
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      return listOf(of(generic.getActualTypeArguments()[0]));
    }
    throw new IllegalArgumentException(type.getTypeName() + " cannot be packed");
  }

  private static PackedPart of(Class<?> plain) {
    if (plain.isRecord()) {
      RecordCodec codec = new RecordCodec(plain.asSubclass(Record.class));
      return new PackedPart((out, value) -> codec.write((Record) value, out), codec::read).orNull();
    }
    if (plain.isEnum()) {
      Object[] constants = plain.getEnumConstants();
      return new PackedPart(
              (out, value) -> out.putNumber(((Enum<?>) value).ordinal()),
              in -> constants[(int) in.takeNumber()])
          .orNull();
    }
    PackedPart known = plain.isPrimitive() ? PRIMITIVES.get(plain) : OBJECTS.get(plain);
    if (known == null) {
      throw new IllegalArgumentException(plain.getName() + " cannot be packed");
    }
    return known;
  }

  private static PackedPart listOf(PackedPart element) {
    return new PackedPart(
            (out, value) -> {
              List<?> list = (List<?>) value;
              out.putNumber(list.size());
              for (Object one : list) {
                element.put.accept(out, one);
              }
            },
            in -> {
              Object[] list = new Object[(int) in.takeNumber()];
              for (int i = 0; i < list.length; i++) {
                list[i] = element.take.apply(in);
              }
              return Arrays.asList(list);
            })
        .orNull();
  }

  /** The same after a byte that says whether there is a value. */
  private PackedPart orNull() {
    return new PackedPart(
        (out, value) -> {
          out.putByte(value == null ? 0 : 1);
          if (value != null) {
            put.accept(out, value);
          }
        },
        in -> in.takeByte() == 0 ? null : take.apply(in));
  }

  private static void putInts(PackedBytes out, Object value) {
    int[] values = (int[]) value;
    out.putNumber(values.length);
    for (int one : values) {
      out.putInt(one);
    }
  }

  private static int[] takeInts(PackedBytes in) {
    int[] values = new int[(int) in.takeNumber()];
    Arrays.setAll(values, i -> in.takeInt());
    return values;
  }

  private static void putLongs(PackedBytes out, Object value) {
    long[] values = (long[]) value;
    out.putNumber(values.length);
    for (long one : values) {
      out.putLong(one);
    }
  }

  private static long[] takeLongs(PackedBytes in) {
    long[] values = new long[(int) in.takeNumber()];
    Arrays.setAll(values, i -> in.takeLong());
    return values;
  }

  private static void putInstant(PackedBytes out, Object value) {
    Instant instant = (Instant) value;
    out.putSigned(instant.getEpochSecond());
    out.putNumber(instant.getNano());
  }

  private static Instant takeInstant(PackedBytes in) {
    long seconds = in.takeSigned();
    return Instant.ofEpochSecond(seconds, in.takeNumber());
  }
}
