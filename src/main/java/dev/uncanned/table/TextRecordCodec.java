package dev.uncanned.table;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Turns records whose components are all texts into bytes and back.
 *
 * <p>Each text is its length plus one, seven bits a byte, low ones first, and its UTF-8 bytes; a
 * length of zero stands for null.
 */
final class TextRecordCodec implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int SEVEN_BITS = 0x7F;
  private static final int MORE = 0x80;

  private final Class<? extends Record> record;
  private transient Method[] accessors;
  private transient Constructor<?> constructor;

  /**
   * @throws IllegalArgumentException if a component is no text
   */
  TextRecordCodec(Class<? extends Record> record) {
    this.record = record;
    prepare();
  }

  private void prepare() {
    RecordComponent[] components = record.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Arrays.fill(types, String.class);
    try {
      constructor = record.getConstructor(types);
    } catch (NoSuchMethodException notOfTexts) {
      throw new IllegalArgumentException(
          record.getName() + " has components that are no texts, so it cannot be packed",
          notOfTexts);
    }
    accessors = Arrays.stream(components).map(RecordComponent::getAccessor).toArray(Method[]::new);
  }

  /** Appends one record. */
  void write(Record value, Buffer out) {
    for (Method accessor : accessors) {
      try {
        out.text((String) accessor.invoke(value));
      } catch (IllegalAccessException | InvocationTargetException broken) {
        throw new IllegalStateException("cannot read a component of " + record, broken);
      }
    }
  }

  /** Reads the record that stands next. */
  Record read(Source in) {
    Object[] texts = new Object[accessors.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = in.text();
    }
    try {
      return (Record) constructor.newInstance(texts);
    } catch (ReflectiveOperationException broken) {
      throw new IllegalStateException("cannot make a " + record, broken);
    }
  }

  private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
    in.defaultReadObject();
    prepare();
  }

  /** Bytes that grow. */
  static final class Buffer {

    private byte[] bytes = new byte[256];
    private int end;

    void text(String text) {
      if (text == null) {
        number(0);
        return;
      }
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      number(utf8.length + 1);
      room(utf8.length);
      System.arraycopy(utf8, 0, bytes, end, utf8.length);
      end += utf8.length;
    }

    void number(int n) {
      int rest = n;
      room(5);
      while (rest > SEVEN_BITS) {
        bytes[end++] = (byte) (rest | MORE);
        rest >>>= 7;
      }
      bytes[end++] = (byte) rest;
    }

    private void room(int more) {
      if (end + more > bytes.length) {
        bytes = Arrays.copyOf(bytes, Math.max(end + more, 2 * bytes.length));
      }
    }

    byte[] bytes() {
      return Arrays.copyOf(bytes, end);
    }
  }

  /** Bytes that are read from the beginning. */
  static final class Source {

    private final byte[] bytes;
    private int at;

    Source(byte[] bytes) {
      this.bytes = bytes;
    }

    String text() {
      int length = number() - 1;
      if (length < 0) {
        return null;
      }
      String text = new String(bytes, at, length, StandardCharsets.UTF_8);
      at += length;
      return text;
    }

    int number() {
      int n = 0;
      int shift = 0;
      byte next = bytes[at++];
      while (next < 0) {
        n |= (next & SEVEN_BITS) << shift;
        shift += 7;
        next = bytes[at++];
      }
      return n | next << shift;
    }
  }
}
