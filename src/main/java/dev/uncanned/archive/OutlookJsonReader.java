package dev.uncanned.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the lines that {@link OutlookLineWriter} writes, in a process that may die at any byte.
 *
 * <p>Not trusted: anything else than complete lines ends in an {@link IOException} whose text is
 * not to be shown, since the parser quotes its input.
 */
final class OutlookJsonReader implements Closeable {

  /** A text of the largest size, and its header. */
  private static final int MAX_STRING = OutlookBody.MAX_CHARS + (8 << 20);

  private static final int MAX_WORDS = 80;

  private final JsonParser json;
  private OutlookLine.Type type;
  private boolean sent;
  private boolean limit;
  private long items;
  private String why;
  private OutlookMail.Kind kind;
  private String text;
  private int attachments;
  private List<QualityFlag> flags;

  OutlookJsonReader(InputStream in) throws IOException {
    StreamReadConstraints limits =
        StreamReadConstraints.builder().maxStringLength(MAX_STRING).maxNestingDepth(4).build();
    this.json = JsonFactory.builder().streamReadConstraints(limits).build().createParser(in);
  }

  /**
   * The next line; null at the end of the stream.
   *
   * @throws IOException if it is none
   */
  OutlookLine next() throws IOException {
    JsonToken token = json.nextToken();
    if (token == null) {
      return null;
    }
    if (token != JsonToken.START_OBJECT) {
      throw new IOException("no line");
    }
    clear();
    try {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        take(name);
      }
    } catch (IllegalArgumentException unknownName) {
      throw new IOException("unknown word");
    }
    if (json.currentToken() != JsonToken.END_OBJECT || type == null) {
      throw new IOException("no line");
    }
    OutlookMail mail = type == OutlookLine.Type.ITEM ? mail() : null;
    return new OutlookLine(type, sent, items, mail, why, limit);
  }

  private void clear() {
    type = null;
    sent = false;
    limit = false;
    items = 0;
    why = null;
    kind = null;
    text = null;
    attachments = 0;
    flags = List.of();
  }

  private void take(String name) throws IOException {
    switch (name) {
      case "type" -> type = OutlookLine.Type.valueOf(json.getValueAsString(""));
      case "sent" -> sent = json.getValueAsBoolean();
      case "limit" -> limit = json.getValueAsBoolean();
      case "items" -> items = Math.max(0, json.getValueAsLong());
      case "why" -> why = words(json.getValueAsString(""));
      case "kind" -> kind = OutlookMail.Kind.valueOf(json.getValueAsString(""));
      case "text" -> text = json.getValueAsString();
      case "attachments" -> attachments = Math.max(0, json.getValueAsInt());
      case "flags" -> flags = flags();
      default -> throw new IOException("unknown field");
    }
  }

  private OutlookMail mail() throws IOException {
    if (kind == null || (kind == OutlookMail.Kind.MAIL && text == null)) {
      throw new IOException("no item");
    }
    return new OutlookMail(kind, text, attachments, flags);
  }

  private List<QualityFlag> flags() throws IOException {
    Set<QualityFlag> read = EnumSet.noneOf(QualityFlag.class);
    while (json.nextToken() == JsonToken.VALUE_STRING) {
      read.add(QualityFlag.valueOf(json.getText()));
    }
    return List.copyOf(read);
  }

  /** Words and numbers as they are; anything else could be text of a mail. */
  private static String words(String text) {
    boolean plain = text.length() <= MAX_WORDS && text.chars().allMatch(OutlookJsonReader::isWord);
    return plain ? text : "unknown";
  }

  private static boolean isWord(int c) {
    return c == ' ' || c == ':' || (c < 0x80 && Character.isLetterOrDigit(c));
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
