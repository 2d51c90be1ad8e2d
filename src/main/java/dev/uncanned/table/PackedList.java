package dev.uncanned.table;

import java.util.List;
import org.apache.spark.sql.catalyst.encoders.Codec;

/** Keeps a list of records in one column of bytes. */
final class PackedList implements Codec<List<?>, byte[]> {

  private static final long serialVersionUID = 1L;

  private final RecordCodec codec;

  PackedList(Class<? extends Record> record) {
    this.codec = new RecordCodec(record);
  }

  @Override
  public byte[] encode(List<?> values) {
    PackedBytes out = PackedBytes.empty();
    out.putNumber(values.size());
    for (Object value : values) {
      codec.write((Record) value, out);
    }
    return out.toArray();
  }

  @Override
  public List<?> decode(byte[] bytes) {
    PackedBytes in = PackedBytes.of(bytes);
    Record[] values = new Record[(int) in.takeNumber()];
    for (int i = 0; i < values.length; i++) {
      values[i] = codec.read(in);
    }
    return List.of(values);
  }
}
