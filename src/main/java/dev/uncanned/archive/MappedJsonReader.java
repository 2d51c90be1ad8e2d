package dev.uncanned.archive;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Walks through JSON and makes rows of it, of the keys only that a mapping names.
 *
 * <p>Everything else is skipped without being held, however deep or long it is. A record is held as
 * a whole until its end, since what its messages inherit may stand behind them; so memory is
 * bounded by the largest record, and by {@link Budgets#CSV_RECORD_BYTES} characters where one is
 * larger. From there on its messages are handed out at once, with what was known by then. Of a key
 * that stands twice the later value counts.
 */
final class MappedJsonReader {

  static final int MAX_DEPTH = Budgets.JSON_DEPTH;

  /** How deep wanted keys are looked for. */
  private static final int MAX_PATH = 32;

  private static final int MAX_PATHS = 10_000;
  private static final int MAX_PATH_KEYS = 8;
  private static final String COUNT = "[]";

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(Budgets.CSV_CELL_BYTES)
                  .build())
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final Set<String> columns;
  private final Set<String> above = new HashSet<>();
  private final String rows;
  private final Set<String> aboveRows = new HashSet<>();
  private final Set<String> wrappers = new HashSet<>();

  /**
   * @param columns keys of the columns to read
   */
  MappedJsonReader(Mapping mapping, Set<String> columns) {
    this.columns = columns;
    this.rows = mapping.rows() == null ? null : MappedField.key(mapping.rows());
    mapping.wrappers().forEach(wrapper -> wrappers.add(MappedField.key(wrapper)));
    columns.forEach(column -> addAbove(column, above));
    if (rows != null) {
      addAbove(rows, aboveRows);
    }
  }

  private static void addAbove(String path, Set<String> above) {
    for (int dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
      above.add(path.substring(0, dot));
    }
  }

  /**
   * Reads all values of a text.
   *
   * @param lossy whether U+FFFD in it stands for bytes that could not be decoded
   * @param outer null: records are held until their ends; else what the outermost record's {@link
   *     #outer} is, and nothing has to be held
   * @throws UnreadableException if what follows cannot be read
   */
  void read(Reader text, boolean lossy, Map<String, String> outer, MappedJsonRecord.Sink sink)
      throws IOException {
    Map<String, String> known = outer;
    try (JsonParser parser = FACTORY.createParser(text)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            record(parser, "", MappedJsonRecord.outermost(sink, lossy, null), 0);
          }
        } else {
          record(parser, "", MappedJsonRecord.outermost(sink, lossy, known), 0);
        }
        known = null;
      }
    } catch (JsonProcessingException broken) {
      throw unreadable(broken);
    }
  }

  private static UnreadableException unreadable(JsonProcessingException broken) {
    return broken instanceof StreamConstraintsException
        ? new UnreadableException(Reason.TOO_LARGE, "a value is too long or too deep")
        : new UnreadableException(Reason.JSON_BROKEN, "not JSON");
  }

  /**
   * The values of the outermost object that stand outside of its lists; as far as it is sound,
   * since what is broken is rejected when it is read.
   */
  Map<String, String> outer(Reader text) throws IOException {
    MappedJsonRecord record = MappedJsonRecord.outermost(null, false, null);
    try (JsonParser parser = FACTORY.createParser(text)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        object(parser, "", record, true, 0);
      }
    } catch (JsonProcessingException broken) {
      return record.values();
    }
    return record.values();
  }

  private void record(JsonParser parser, String path, MappedJsonRecord record, int depth)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      record.reject(Reason.JSON_SCHEMA, "a record that is no object");
      return;
    }
    object(parser, path, record, true, depth);
    if (record.hasList()) {
      record.endList();
    } else if (rows == null) {
      record.endMessage();
    } else {
      record.reject(Reason.JSON_SCHEMA, "a record without a list of messages");
    }
  }

  /**
   * The keys of one object.
   *
   * @param outside whether lists of messages are expected in it
   */
  private void object(
      JsonParser parser, String path, MappedJsonRecord record, boolean outside, int depth)
      throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = MappedField.key(parser.currentName());
      boolean wrapper = wrappers.contains(key);
      String at = wrapper ? path : path.isEmpty() ? key : path + '.' + key;
      JsonToken token = parser.nextToken();
      if (!wrapper && isWanted(at)) {
        record.startKnown();
      }
      if (token.isStructStart() && depth >= MAX_PATH) {
        parser.skipChildren();
      } else if (token == JsonToken.START_OBJECT) {
        if (wrapper || above.contains(at) || aboveRows.contains(at)) {
          object(parser, at, record, outside, depth + 1);
        } else {
          parser.skipChildren();
        }
      } else if (token == JsonToken.START_ARRAY) {
        array(parser, at, record, outside, wrapper, depth + 1);
      } else if (token != JsonToken.VALUE_NULL && columns.contains(at)) {
        record.put(at, parser.getText());
      }
    }
  }

  private void array(
      JsonParser parser,
      String path,
      MappedJsonRecord record,
      boolean outside,
      boolean wrapper,
      int depth)
      throws IOException {
    boolean messages = outside && !wrapper && path.equals(rows);
    boolean records = outside && (wrapper || aboveRows.contains(path));
    if (messages || records) {
      record.startList();
    }
    if ((messages || records) && record.wantsMessages()) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (messages) {
          message(parser, path, record.message(), depth);
        } else {
          record(parser, path, record.inner(), depth);
        }
      }
    } else if (!messages && !records && isWanted(path)) {
      list(parser, path, record, depth);
    } else {
      parser.skipChildren();
    }
  }

  private void message(JsonParser parser, String path, MappedJsonRecord message, int depth)
      throws IOException {
    if (parser.currentToken() == JsonToken.START_OBJECT) {
      object(parser, path, message, false, depth);
      message.endMessage();
    } else {
      parser.skipChildren();
      message.reject(Reason.JSON_SCHEMA, "a message that is no object");
    }
  }

  private boolean isWanted(String path) {
    return columns.contains(path) || columns.contains(path + COUNT) || above.contains(path);
  }

  /** A list of values, or of objects whose values of one key are joined. */
  private void list(JsonParser parser, String path, MappedJsonRecord record, int depth)
      throws IOException {
    Map<String, StringBuilder> joined = new HashMap<>();
    int elements = 0;
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      elements++;
      if (token == JsonToken.START_OBJECT) {
        MappedJsonRecord element = record.message();
        object(parser, path, element, false, depth);
        element.values().forEach((column, text) -> record.append(joined, column, text));
      } else if (token == JsonToken.START_ARRAY) {
        parser.skipChildren();
      } else if (token != JsonToken.VALUE_NULL && columns.contains(path)) {
        record.append(joined, path, parser.getText());
      }
    }
    joined.forEach((column, text) -> record.values().put(column, text.toString()));
    record.put(path + COUNT, Integer.toString(elements));
  }

  /** Whether a line holds whole JSON objects and nothing else. */
  static boolean isWhole(String line) {
    try (JsonParser parser = FACTORY.createParser(new StringReader(line))) {
      boolean objects = false;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token != JsonToken.START_OBJECT) {
          return false;
        }
        parser.skipChildren();
        objects = true;
      }
      return objects;
    } catch (IOException broken) {
      return false;
    }
  }

  /**
   * The paths of keys in the beginning of a file, at most 10,000 of them and 8 keys long.
   *
   * @param head the beginning; it may end anywhere
   */
  static Set<List<String>> paths(String head) {
    Set<List<String>> paths = new LinkedHashSet<>();
    try (JsonParser parser = FACTORY.createParser(new StringReader(head))) {
      Deque<String> open = new ArrayDeque<>();
      for (JsonToken token = parser.nextToken();
          token != null && paths.size() < MAX_PATHS;
          token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          open.addLast(MappedField.key(parser.currentName()));
          paths.add(List.copyOf(open));
          if (!parser.nextToken().isStructStart() || open.size() >= MAX_PATH_KEYS) {
            parser.skipChildren();
            open.removeLast();
          }
        } else if (token == JsonToken.END_OBJECT || token == JsonToken.END_ARRAY) {
          // An object in a list has no key of its own, so only what has one is taken back.
          if (parser.getParsingContext().hasCurrentName() && !open.isEmpty()) {
            open.removeLast();
          }
        }
      }
    } catch (IOException cutOrBroken) {
      return paths;
    }
    return paths;
  }
}
