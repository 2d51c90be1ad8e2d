package dev.uncanned.table;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.encoders.Codec;

/**
 * Turns records into bytes and back: their components one after the other, as {@link PackedPart}.
 */
final class RecordCodec implements Codec<Record, byte[]> {

  private static final long serialVersionUID = 1L;

  private final Class<? extends Record> record;
  private transient Method[] accessors;
  private transient PackedPart[] parts;
  private transient Constructor<?> constructor;

  /**
   * @throws IllegalArgumentException if a component has a type that cannot be packed
   */
  RecordCodec(Class<? extends Record> record) {
    this.record = record;
    prepare();
  }

  private void prepare() {
    RecordComponent[] components = record.getRecordComponents();
    Class<?>[] types =
        Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      constructor = record.getConstructor(types);
    } catch (NoSuchMethodException hidden) {
      throw new IllegalArgumentException(record.getName() + " is not a public record", hidden);
    }
    accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
    parts = Arrays.stream(components).map(this::part).toArray(PackedPart[]::new);
  }

  private PackedPart part(RecordComponent component) {
    try {
      return PackedPart.of(component.getGenericType());
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          record.getName() + "." + component.getName() + ": " + unknown.getMessage(), unknown);
    }
  }

  @Override
  public byte[] encode(Record value) {
    PackedBytes out = PackedBytes.empty();
    write(value, out);
    return out.toArray();
  }

  @Override
  public Record decode(byte[] bytes) {
    return read(PackedBytes.of(bytes));
  }

  /** Appends one record. */
  void write(Record value, PackedBytes out) {
    try {
      for (int i = 0; i < parts.length; i++) {
        parts[i].put().accept(out, accessors[i].invoke(value));
      }
    } catch (IllegalAccessException | InvocationTargetException broken) {
      throw new IllegalStateException("cannot read a component of " + record, broken);
    }
  }

  /** Reads the record that stands next. */
  Record read(PackedBytes in) {
    Object[] values = new Object[parts.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = parts[i].take().apply(in);
    }
    try {
      return (Record) constructor.newInstance(values);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException("cannot make a " + record, broken);
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    prepare();
  }
}
