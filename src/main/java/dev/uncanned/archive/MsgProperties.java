package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentEntry;
import org.apache.poi.poifs.filesystem.Entry;

/**
 * The properties of a message that Outlook saved to a file of its own, [MS-OXMSG].
 *
 * <p>A message is a folder of an OLE2 file: numbers and times stand in one stream, texts in streams
 * of their own, recipients and attachments are folders inside. Attachments are counted and not
 * opened. Texts of one byte a character are in the code page that the message names.
 */
final class MsgProperties implements OutlookProperties {

  static final String PROPERTIES = "__properties_version1.0";

  private static final String TEXT_PREFIX = "__substg1.0_";
  private static final String RECIPIENT_PREFIX = "__recip_version1.0";
  private static final String ATTACHMENT_PREFIX = "__attach_version1.0";

  private static final int HEAD_BYTES = 32;
  private static final int RECIPIENT_HEAD_BYTES = 8;
  private static final int ENTRY_BYTES = 16;
  private static final int VALUE_AT = 8;
  private static final int MAX_PROPERTIES_BYTES = Budgets.OUTLOOK_PROPERTIES_BYTES;

  private static final int INTEGER = 0x0003;
  private static final int TIME = 0x0040;
  private static final String WIDE_TEXT = "001F";
  private static final String NARROW_TEXT = "001E";
  private static final String BINARY = "0102";

  private final DirectoryNode folder;
  private final String codePage;
  private final Map<Integer, Long> numbers = new HashMap<>();
  private final Map<Integer, Long> times = new HashMap<>();

  private MsgProperties(DirectoryNode folder, int headBytes, String codePage) throws IOException {
    this.folder = folder;
    readFixed(headBytes);
    this.codePage = codePage == null ? ownCodePage() : codePage;
  }

  /**
   * The message at the top of a file.
   *
   * @throws UnreadableException if there is none
   */
  static MsgProperties of(DirectoryNode root) throws IOException {
    if (!root.hasEntryCaseInsensitive(PROPERTIES)) {
      throw new UnreadableException(Reason.OUTLOOK_MESSAGE, "the file holds no message");
    }
    return new MsgProperties(root, HEAD_BYTES, null);
  }

  private void readFixed(int headBytes) throws IOException {
    byte[] stream = read(PROPERTIES, MAX_PROPERTIES_BYTES);
    if (stream == null) {
      return;
    }
    ByteBuffer bytes = ByteBuffer.wrap(stream).order(ByteOrder.LITTLE_ENDIAN);
    for (int at = headBytes; at + ENTRY_BYTES <= stream.length; at += ENTRY_BYTES) {
      int tag = bytes.getInt(at);
      if ((tag & 0xFFFF) == INTEGER) {
        numbers.putIfAbsent(tag >>> 16, (long) bytes.getInt(at + VALUE_AT));
      } else if ((tag & 0xFFFF) == TIME) {
        times.putIfAbsent(tag >>> 16, bytes.getLong(at + VALUE_AT));
      }
    }
  }

  private String ownCodePage() {
    String name = OutlookCodePages.name(number(MESSAGE_CODE_PAGE, 0));
    return name == null ? OutlookCodePages.name(number(INTERNET_CODE_PAGE, 0)) : name;
  }

  private static String stream(int id, String type) {
    return TEXT_PREFIX + String.format(Locale.ROOT, "%04X", id) + type;
  }

  /** A stream of the folder, as far as the limit; null if there is none. */
  private byte[] read(String name, int limit) throws IOException {
    if (!folder.hasEntryCaseInsensitive(name)) {
      return null;
    }
    Entry entry = folder.getEntryCaseInsensitive(name);
    if (!(entry instanceof DocumentEntry)) {
      return null;
    }
    try (InputStream in = folder.createDocumentInputStream(entry)) {
      return in.readNBytes(limit);
    }
  }

  @Override
  public String text(int id) throws IOException {
    byte[] wide = read(stream(id, WIDE_TEXT), Budgets.MAIL_BYTES);
    if (wide != null) {
      return OutlookProperties.known(new String(wide, StandardCharsets.UTF_16LE));
    }
    byte[] narrow = read(stream(id, NARROW_TEXT), Budgets.MAIL_BYTES);
    return narrow == null
        ? null
        : OutlookProperties.known(MailCharsets.decode(narrow, codePage).text());
  }

  @Override
  public byte[] bytes(int id) throws IOException {
    byte[] bytes = read(stream(id, BINARY), Budgets.MAIL_BYTES);
    return bytes == null || bytes.length == 0 ? null : bytes;
  }

  @Override
  public int number(int id, int otherwise) {
    Long number = numbers.get(id);
    return number == null ? otherwise : number.intValue();
  }

  @Override
  public Instant time(int id) {
    Long steps = times.get(id);
    return steps == null ? null : OutlookTime.of(steps);
  }

  @Override
  public List<OutlookPerson> people() throws IOException {
    List<OutlookPerson> people = new ArrayList<>();
    for (String name : inner(RECIPIENT_PREFIX)) {
      if (people.size() < Budgets.HEADER_PEOPLE
          && folder.getEntry(name) instanceof DirectoryNode person) {
        people.add(person(new MsgProperties(person, RECIPIENT_HEAD_BYTES, codePage)));
      }
    }
    return people;
  }

  private static OutlookPerson person(MsgProperties person) throws IOException {
    return new OutlookPerson(
        person.number(RECIPIENT_TYPE, OutlookPerson.TO),
        person.text(DISPLAY_NAME),
        person.text(ADDRESS_TYPE),
        person.text(ADDRESS),
        person.text(SMTP_ADDRESS));
  }

  @Override
  public int attachments() {
    return inner(ATTACHMENT_PREFIX).size();
  }

  /** Names are numbered in hex, so their order is that of the recipients. */
  private List<String> inner(String prefix) {
    return folder.getEntryNames().stream()
        .filter(name -> name.startsWith(prefix))
        .sorted()
        .toList();
  }
}
