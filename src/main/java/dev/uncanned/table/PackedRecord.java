package dev.uncanned.table;

import org.apache.spark.sql.catalyst.encoders.Codec;

/** Keeps one record of texts in one column of bytes. */
final class PackedRecord implements Codec<Record, byte[]> {

  private static final long serialVersionUID = 1L;

  private final TextRecordCodec codec;

  PackedRecord(Class<? extends Record> record) {
    this.codec = new TextRecordCodec(record);
  }

  @Override
  public byte[] encode(Record value) {
    TextRecordCodec.Buffer out = new TextRecordCodec.Buffer();
    codec.write(value, out);
    return out.bytes();
  }

  @Override
  public Record decode(byte[] bytes) {
    return codec.read(new TextRecordCodec.Source(bytes));
  }
}
