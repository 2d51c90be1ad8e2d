package dev.uncanned.archive;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes files as Outlook saves messages, [MS-OXMSG]. */
final class MsgFile {

  private final POIFSFileSystem ole = new POIFSFileSystem();
  private final ByteArrayOutputStream fixed = new ByteArrayOutputStream();
  private int recipients;
  private int attachments;

  MsgFile() throws IOException {
    fixed.write(new byte[32]);
    text(OutlookProperties.MESSAGE_CLASS, "IPM.Note");
  }

  /** A sent mail from Ann Lee to Bob. */
  static MsgFile sample() throws IOException {
    return new MsgFile()
        .text(OutlookProperties.SENT_REPRESENTING_NAME, "Ann Lee")
        .text(OutlookProperties.SENT_REPRESENTING_ADDRESS_TYPE, "SMTP")
        .text(OutlookProperties.SENT_REPRESENTING_ADDRESS, "Ann@x.example")
        .text(OutlookProperties.SUBJECT, "Hi")
        .text(OutlookProperties.BODY, "Hello Bob,\r\nhow are you?\r\n")
        .time(OutlookProperties.CLIENT_SUBMIT_TIME, "2001-12-04T18:30:17.5Z")
        .recipient(OutlookPerson.TO, "Bob", "SMTP", "bob@y.example", null);
  }

  MsgFile text(int id, String text) throws IOException {
    return stream(ole.getRoot(), id, "001F", text.getBytes(StandardCharsets.UTF_16LE));
  }

  MsgFile narrow(int id, String text, String charset) throws IOException {
    return stream(ole.getRoot(), id, "001E", text.getBytes(Charset.forName(charset)));
  }

  MsgFile binary(int id, byte[] bytes) throws IOException {
    return stream(ole.getRoot(), id, "0102", bytes);
  }

  MsgFile number(int id, int value) throws IOException {
    fixed.write(entry(id << 16 | 0x0003, value));
    return this;
  }

  MsgFile time(int id, String time) throws IOException {
    Instant at = Instant.parse(time);
    long steps = (at.getEpochSecond() + 11_644_473_600L) * 10_000_000 + at.getNano() / 100;
    fixed.write(entry(id << 16 | 0x0040, steps));
    return this;
  }

  MsgFile recipient(int role, String name, String type, String address, String smtp)
      throws IOException {
    String folder = String.format(Locale.ROOT, "__recip_version1.0_#%08X", recipients++);
    DirectoryEntry person = ole.getRoot().createDirectory(folder);
    stream(person, OutlookProperties.DISPLAY_NAME, name);
    stream(person, OutlookProperties.ADDRESS_TYPE, type);
    stream(person, OutlookProperties.ADDRESS, address);
    if (smtp != null) {
      stream(person, OutlookProperties.SMTP_ADDRESS, smtp);
    }
    ByteArrayOutputStream numbers = new ByteArrayOutputStream();
    numbers.write(new byte[8]);
    numbers.write(entry(OutlookProperties.RECIPIENT_TYPE << 16 | 0x0003, role));
    person.createDocument(
        MsgProperties.PROPERTIES, new ByteArrayInputStream(numbers.toByteArray()));
    return this;
  }

  MsgFile attachment() throws IOException {
    String folder = String.format(Locale.ROOT, "__attach_version1.0_#%08X", attachments++);
    stream(ole.getRoot().createDirectory(folder), OutlookProperties.DISPLAY_NAME, "a.pdf");
    return this;
  }

  byte[] bytes() throws IOException {
    ole.getRoot()
        .createDocument(MsgProperties.PROPERTIES, new ByteArrayInputStream(fixed.toByteArray()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ole.writeFilesystem(out);
    ole.close();
    return out.toByteArray();
  }

  Path write(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      out.write(bytes());
    }
    return file;
  }

  private void stream(DirectoryEntry folder, int id, String text) throws IOException {
    stream(folder, id, "001F", text.getBytes(StandardCharsets.UTF_16LE));
  }

  private MsgFile stream(DirectoryEntry folder, int id, String type, byte[] bytes)
      throws IOException {
    String name = String.format(Locale.ROOT, "__substg1.0_%04X%s", id, type);
    if (folder.hasEntryCaseInsensitive(name)) {
      folder.getEntryCaseInsensitive(name).delete();
    }
    folder.createDocument(name, new ByteArrayInputStream(bytes));
    return this;
  }

  private static byte[] entry(int tag, long value) {
    return ByteBuffer.allocate(16)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putInt(tag)
        .putInt(6)
        .putLong(value)
        .array();
  }
}
