package dev.uncanned.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;

/**
 * Walks through the JSON of a chat export, value by value, and never holds more than one of them.
 *
 * <p>The caller steps through arrays with {@link #element} and through objects with {@link #field};
 * a value that is not entered or taken is skipped, however deep it is. Values of another type than
 * the one asked for are null. Of a key that stands twice in an object both values are seen, so that
 * the later one may win. Not thread-safe.
 */
final class ChatJsonReader implements Closeable {

  static final int MAX_DEPTH = Budgets.JSON_DEPTH;

  /** Far above what any chat program takes as a message; a text is held twice while it is read. */
  static final int MAX_TEXT_CHARS = Budgets.JSON_TEXT_CHARS;

  private static final int MAX_SHORT_CHARS = 500;
  private static final int CHUNK = 1 << 12;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT_CHARS)
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          // The rest is looked at behind the last value, after the parser may have met the end.
          .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
          .build();

  private final TailReader in;
  private final JsonParser parser;
  private boolean entered;
  private long start;

  /** Reads from {@code in}, which is closed with this. */
  ChatJsonReader(Reader in) throws IOException {
    this.in = new TailReader(in);
    this.parser = FACTORY.createParser(this.in);
  }

  /** Moves to the only value; whether there is one. */
  boolean root() throws IOException {
    return next() != null;
  }

  /** Notes that a record begins with the value here. */
  void begin() {
    start = parser.currentTokenLocation().getCharOffset();
  }

  /** The beginning of the record that was begun last, for the quarantine; null if it is gone. */
  String sample() {
    return in.sample(start, Math.max(start + 1, parser.currentLocation().getCharOffset()));
  }

  /** Whether the value here is an array, which is then entered. */
  boolean enterArray() {
    entered = parser.currentToken() == JsonToken.START_ARRAY;
    return entered;
  }

  /** Whether the value here is an object, which is then entered. */
  boolean enterObject() {
    entered = parser.currentToken() == JsonToken.START_OBJECT;
    return entered;
  }

  /** Moves to the next value of the array that was entered last; false behind its last one. */
  boolean element() throws IOException {
    leave();
    return next() != JsonToken.END_ARRAY;
  }

  /** Moves to the next value of the object that was entered last; its key, null behind the last. */
  String field() throws IOException {
    leave();
    if (next() == JsonToken.END_OBJECT) {
      return null;
    }
    try {
      String name = parser.currentName();
      parser.nextToken();
      return name;
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  /** The text here; null if the value is none. */
  String text() throws IOException {
    try {
      return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getText() : null;
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  /** The text here if it is short, as names and ids are; null if it is none, or blank, or long. */
  String shortText() throws IOException {
    String text = text();
    return text == null || text.length() > MAX_SHORT_CHARS || text.isBlank() ? null : text;
  }

  /** An id, written as a text or as a number; null if the value is none. */
  String id() throws IOException {
    if (isText()) {
      return shortText();
    }
    Long number = number();
    return number == null ? null : number.toString();
  }

  /** The whole number here, also where it stands in quotes; null if none fits. */
  Long number() throws IOException {
    try {
      boolean number = parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
      String digits = number || isText() ? parser.getText() : "";
      return digits.length() <= 18 && isInteger(digits) ? Long.valueOf(digits) : null;
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  /** Whether the value here is true. */
  boolean isTrue() {
    return parser.currentToken() == JsonToken.VALUE_TRUE;
  }

  /** The number of elements of the array here; 0 if the value is none. */
  int count() throws IOException {
    int n = 0;
    if (enterArray()) {
      while (element()) {
        n++;
      }
    }
    return n;
  }

  /** Goes on to the next text of any depth that is no key; null behind the last one. */
  String anyText() throws IOException {
    for (JsonToken token = next(); token != null; token = next()) {
      if (token == JsonToken.VALUE_STRING) {
        return text();
      }
    }
    return null;
  }

  /** Whether only white space and semicolons follow the value that was read last. */
  boolean isAtEnd() throws IOException {
    leave();
    StringWriter rest = new StringWriter();
    parser.releaseBuffered(rest);
    if (!isBlank(rest.toString())) {
      return false;
    }
    char[] chunk = new char[CHUNK];
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      if (!isBlank(new String(chunk, 0, n))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBlank(String text) {
    return text.chars().allMatch(c -> c <= ' ' || c == ';');
  }

  private boolean isText() {
    return parser.currentToken() == JsonToken.VALUE_STRING;
  }

  private static boolean isInteger(String text) {
    int start = text.startsWith("-") ? 1 : 0;
    return text.length() > start && text.chars().skip(start).allMatch(c -> c >= '0' && c <= '9');
  }

  private void leave() throws IOException {
    try {
      if (!entered) {
        parser.skipChildren();
      }
      entered = false;
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  private JsonToken next() throws IOException {
    try {
      return parser.nextToken();
    } catch (JsonProcessingException e) {
      throw broken(e);
    }
  }

  /** Where and how it is broken; the library's own words quote the input. */
  private static UnreadableException broken(JsonProcessingException e) {
    long place = e.getLocation() == null ? -1 : e.getLocation().getCharOffset();
    return e instanceof StreamConstraintsException
        ? new UnreadableException(Reason.TOO_LARGE, "a value is longer or deeper than is read")
        : new UnreadableException(Reason.JSON_BROKEN, "not JSON behind character " + place);
  }

  @Override
  public void close() throws IOException {
    parser.close();
    in.close();
  }
}
