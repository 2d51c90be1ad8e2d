package dev.uncanned.table;

import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders;
import org.apache.spark.sql.catalyst.encoders.Codec;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import scala.Option;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.AbstractFunction0;

/**
 * Turns a record class into a Spark encoder, so that the record is the schema of its table.
 *
 * <p>Columns keep the names and the order of the record's components and are bound by name. Known
 * component types are the primitives and their boxes, {@code String}, {@code byte[]}, {@code
 * int[]}, {@code long[]}, {@code Instant}, {@code LocalDate}, enums, public records, {@code List}
 * of these and {@code Map<String, String>}. Any other type is refused here, because Spark's own
 * inference would answer with an empty struct and lose the data without a word.
 *
 * <p>A record, or a list of records, that is marked as {@link Packed} takes one column of bytes.
 *
 * <p>A component's {@link Doc} becomes the column comment.
 */
public final class Records {

  private static final String COMMENT = "comment";

  /** Made once, as Spark derives an expression for each component of it. */
  private static final ClassValue<Encoder<?>> ENCODERS =
      new ClassValue<>() {
        @Override
        protected Encoder<?> computeValue(Class<?> record) {
          return ExpressionEncoder.apply(product(record.asSubclass(Record.class)));
        }
      };

  private Records() {}

  /**
   * The encoder of a record class.
   *
   * @throws IllegalArgumentException if the class is not a public record or a component's type is
   *     not among the known ones
   */
  @SuppressWarnings("unchecked")
  public static <R extends Record> Encoder<R> encoder(Class<R> record) {
    return (Encoder<R>) ENCODERS.get(record);
  }

  /**
   * An encoder of records as one column of bytes, for rows that only travel from one typed step to
   * the next: several times quicker than a column for each component.
   *
   * @throws IllegalArgumentException if a component's type cannot be packed
   */
  public static <R extends Record> Encoder<R> packedEncoder(Class<R> record) {
    requireVisible(record);
    return packed(record, new RecordCodec(record));
  }

  /** The schema of a record class, with the column comments. */
  public static StructType schema(Class<? extends Record> record) {
    return product(record).schema();
  }

  /** The rows of Parquet folders that hold such records. */
  public static <R extends Record> Dataset<R> read(
      SparkSession session, Class<R> record, List<Path> folders) {
    String[] paths = folders.stream().map(Path::toString).toArray(String[]::new);
    return session.read().schema(schema(record)).parquet(paths).as(encoder(record));
  }

  /**
   * The columns of a wider dataset that a record names, as that record.
   *
   * <p>A component is a column of the dataset or, where there is none of the name, a component of
   * one of its nested records. Only these columns are read from Parquet.
   *
   * @throws IllegalArgumentException if a component is nowhere or in more than one nested record
   */
  public static <R extends Record> Dataset<R> project(Dataset<?> wider, Class<R> record) {
    return project(wider, record, Map.of());
  }

  /**
   * The same, where some components are not found by their names.
   *
   * <p>Components marked as {@link LowerCase} are put into lower case.
   *
   * @param given columns of components that the wider dataset has not, or has otherwise
   */
  public static <R extends Record> Dataset<R> project(
      Dataset<?> wider, Class<R> record, Map<String, Column> given) {
    StructType schema = wider.schema();
    Column[] columns =
        Arrays.stream(record.getRecordComponents())
            .map(component -> column(schema, component, given))
            .toArray(Column[]::new);
    return wider.select(columns).as(encoder(record));
  }

  private static Column column(
      StructType schema, RecordComponent component, Map<String, Column> given) {
    String name = component.getName();
    Column column = given.containsKey(name) ? given.get(name).as(name) : find(schema, name);
    boolean lower = component.isAnnotationPresent(LowerCase.class);
    return lower ? functions.lower(column).as(name) : column;
  }

  /** A value as the column of a component, with its name and its comment. */
  public static Column documented(RecordComponent component, Column value) {
    return value.as(component.getName(), comment(component));
  }

  /** All columns of a dataset as one column. */
  public static Column whole(Dataset<?> rows) {
    return functions.struct(
        Arrays.stream(rows.columns()).map(functions::col).toArray(Column[]::new));
  }

  /** The components of a record as columns that hold the same value in every row. */
  public static Map<String, Column> literals(Record values) {
    Map<String, Column> columns = new HashMap<>();
    for (RecordComponent component : values.getClass().getRecordComponents()) {
      try {
        columns.put(component.getName(), functions.lit(component.getAccessor().invoke(values)));
      } catch (ReflectiveOperationException hidden) {
        throw new IllegalArgumentException(
            values.getClass().getName() + " is not a public record", hidden);
      }
    }
    return columns;
  }

  private static Column find(StructType schema, String name) {
    if (Arrays.asList(schema.fieldNames()).contains(name)) {
      return functions.col(name);
    }
    List<String> holders = new ArrayList<>();
    for (StructField field : schema.fields()) {
      if (field.dataType() instanceof StructType nested
          && Arrays.asList(nested.fieldNames()).contains(name)) {
        holders.add(field.name());
      }
    }
    if (holders.size() != 1) {
      throw new IllegalArgumentException("column " + name + " is found in " + holders);
    }
    return functions.col(holders.get(0)).getField(name).as(name);
  }

  /** The column names of a record class, in the order of its components. */
  public static String[] names(Class<? extends Record> record) {
    return Arrays.stream(record.getRecordComponents())
        .map(RecordComponent::getName)
        .toArray(String[]::new);
  }

  private static <R extends Record> AgnosticEncoders.ProductEncoder<R> product(Class<R> record) {
    requireVisible(record);
    List<AgnosticEncoders.EncoderField> fields = new ArrayList<>();
    for (RecordComponent component : record.getRecordComponents()) {
      fields.add(field(component));
    }
    ClassTag<R> tag = ClassTag$.MODULE$.apply(record);
    return new AgnosticEncoders.ProductEncoder<>(
        tag, CollectionConverters.asScala(fields).toList(), Option.empty());
  }

  private static void requireVisible(Class<?> record) {
    if (!record.isRecord() || !Modifier.isPublic(record.getModifiers())) {
      throw new IllegalArgumentException(record.getName() + " is not a public record");
    }
    for (Constructor<?> constructor : record.getConstructors()) {
      if (constructor.getParameterCount() == record.getRecordComponents().length) {
        return;
      }
    }
    throw new IllegalArgumentException(record.getName() + " has no public canonical constructor");
  }

  private static AgnosticEncoders.EncoderField field(RecordComponent component) {
    String name = component.getName();
    boolean nullable = !component.getType().isPrimitive();
    return new AgnosticEncoders.EncoderField(
        name,
        component.isAnnotationPresent(Packed.class)
            ? packed(component)
            : encoderOf(component.getGenericType(), component),
        nullable,
        comment(component),
        Option.apply(name),
        Option.empty());
  }

  private static AgnosticEncoder<?> packed(RecordComponent component) {
    Class<?> type = component.getType();
    if (type.isRecord()) {
      return packed(type, new RecordCodec(type.asSubclass(Record.class)));
    }
    boolean list = component.getGenericType() instanceof ParameterizedType && type == List.class;
    if (list) {
      Type element = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      if (element instanceof Class<?> plain && plain.isRecord()) {
        return packed(List.class, new PackedList(plain.asSubclass(Record.class)));
      }
    }
    throw new IllegalArgumentException(
        "component "
            + component.getName()
            + " is no record and no list of records, so it cannot"
            + " be packed");
  }

  private static <I> AgnosticEncoder<I> packed(Class<?> type, Codec<? super I, byte[]> codec) {
    ClassTag<I> tag = ClassTag$.MODULE$.apply(type);
    return new AgnosticEncoders.TransformingEncoder<>(
        tag, AgnosticEncoders.BinaryEncoder$.MODULE$, new CodecProvider<>(codec), true);
  }

  /** Hands a codec to Spark, which asks for it on each executor. */
  private static final class CodecProvider<I, O> extends AbstractFunction0<Codec<? super I, O>>
      implements Serializable {

    private static final long serialVersionUID = 1L;

    private final Codec<? super I, O> codec;

    CodecProvider(Codec<? super I, O> codec) {
      this.codec = codec;
    }

    @Override
    public Codec<? super I, O> apply() {
      return codec;
    }
  }

  private static Metadata comment(RecordComponent component) {
    Doc doc = component.getAnnotation(Doc.class);
    if (doc == null) {
      return Metadata.empty();
    }
    return new MetadataBuilder().putString(COMMENT, doc.value()).build();
  }

  private static AgnosticEncoder<?> encoderOf(Type type, RecordComponent component) {
    AgnosticEncoder<?> scalar = SCALARS.get(type);
    if (scalar != null) {
      return scalar;
    }
    if (type instanceof Class<?> plain && plain.isEnum()) {
      return new AgnosticEncoders.JavaEnumEncoder<>(ClassTag$.MODULE$.apply(plain));
    }
    if (type instanceof Class<?> plain && plain.isRecord()) {
      return product(plain.asSubclass(Record.class));
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      return list(generic.getActualTypeArguments()[0], component);
    }
    if (type instanceof ParameterizedType generic && isStringMap(generic)) {
      return new AgnosticEncoders.MapEncoder<>(
          ClassTag$.MODULE$.apply(Map.class),
          AgnosticEncoders.StringEncoder$.MODULE$,
          AgnosticEncoders.StringEncoder$.MODULE$,
          true);
    }
    throw new IllegalArgumentException(
        "component "
            + component.getName()
            + " of "
            + component.getDeclaringRecord().getName()
            + " has the type "
            + type.getTypeName()
            + ", which is not a column type; see Records for the known ones");
  }

  private static AgnosticEncoder<?> list(Type element, RecordComponent component) {
    AgnosticEncoder<?> inner = encoderOf(element, component);
    return new AgnosticEncoders.IterableEncoder<>(
        ClassTag$.MODULE$.apply(List.class), inner, true, false);
  }

  private static boolean isStringMap(ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    return type.getRawType() == Map.class
        && arguments[0] == String.class
        && arguments[1] == String.class;
  }

  private static final Map<Type, AgnosticEncoder<?>> SCALARS =
      Map.ofEntries(
          Map.entry(boolean.class, AgnosticEncoders.PrimitiveBooleanEncoder$.MODULE$),
          Map.entry(byte.class, AgnosticEncoders.PrimitiveByteEncoder$.MODULE$),
          Map.entry(int.class, AgnosticEncoders.PrimitiveIntEncoder$.MODULE$),
          Map.entry(long.class, AgnosticEncoders.PrimitiveLongEncoder$.MODULE$),
          Map.entry(float.class, AgnosticEncoders.PrimitiveFloatEncoder$.MODULE$),
          Map.entry(double.class, AgnosticEncoders.PrimitiveDoubleEncoder$.MODULE$),
          Map.entry(Boolean.class, AgnosticEncoders.BoxedBooleanEncoder$.MODULE$),
          Map.entry(Byte.class, AgnosticEncoders.BoxedByteEncoder$.MODULE$),
          Map.entry(Integer.class, AgnosticEncoders.BoxedIntEncoder$.MODULE$),
          Map.entry(Long.class, AgnosticEncoders.BoxedLongEncoder$.MODULE$),
          Map.entry(Float.class, AgnosticEncoders.BoxedFloatEncoder$.MODULE$),
          Map.entry(Double.class, AgnosticEncoders.BoxedDoubleEncoder$.MODULE$),
          Map.entry(String.class, AgnosticEncoders.StringEncoder$.MODULE$),
          Map.entry(byte[].class, AgnosticEncoders.BinaryEncoder$.MODULE$),
          Map.entry(
              int[].class,
              new AgnosticEncoders.ArrayEncoder<>(
                  AgnosticEncoders.PrimitiveIntEncoder$.MODULE$, false)),
          Map.entry(
              long[].class,
              new AgnosticEncoders.ArrayEncoder<>(
                  AgnosticEncoders.PrimitiveLongEncoder$.MODULE$, false)),
          Map.entry(Instant.class, new AgnosticEncoders.InstantEncoder(false)),
          Map.entry(LocalDate.class, new AgnosticEncoders.LocalDateEncoder(false)));
}
