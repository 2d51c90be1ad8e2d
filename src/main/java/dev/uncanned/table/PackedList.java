package dev.uncanned.table;

import java.util.List;
import org.apache.spark.sql.catalyst.encoders.Codec;

/** Keeps a list of records of texts in one column of bytes. */
final class PackedList implements Codec<List<?>, byte[]> {

  private static final long serialVersionUID = 1L;

  private final TextRecordCodec codec;

  PackedList(Class<? extends Record> record) {
    this.codec = new TextRecordCodec(record);
  }

  @Override
  public byte[] encode(List<?> values) {
    TextRecordCodec.Buffer out = new TextRecordCodec.Buffer();
    out.number(values.size());
    for (Object value : values) {
      codec.write((Record) value, out);
    }
    return out.bytes();
  }

  @Override
  public List<?> decode(byte[] bytes) {
    TextRecordCodec.Source in = new TextRecordCodec.Source(bytes);
    Record[] values = new Record[in.number()];
    for (int i = 0; i < values.length; i++) {
      values[i] = codec.read(in);
    }
    return List.of(values);
  }
}
