package dev.uncanned.archive;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One object of a JSON file while it is read: its wanted values, and the messages listed in it.
 *
 * <p>Messages wait for the end of their record, since what they inherit may stand behind them, but
 * not more than {@link Budgets#CSV_RECORD_BYTES} characters of them.
 */
final class MappedJsonRecord {

  /** Takes the rows of a file, in order. */
  interface Sink {
    void row(MappedRow row);

    void rejected(Reason reason, String detail);
  }

  /** The wanted values of one message. */
  private record Row(Map<String, String> values, boolean lossy) implements MappedRow {

    @Override
    public String value(String column) {
      return values.getOrDefault(column, "");
    }

    @Override
    public Set<QualityFlag> flags() {
      Set<QualityFlag> flags = EnumSet.noneOf(QualityFlag.class);
      if (lossy && values.values().stream().anyMatch(text -> text.indexOf('\uFFFD') >= 0)) {
        flags.add(QualityFlag.DECODE_REPLACED);
      }
      return flags;
    }
  }

  private final MappedJsonRecord parent;
  private final Sink sink;
  private final boolean lossy;
  private final Map<String, String> values;
  private final List<Map<String, String>> waiting = new ArrayList<>();
  private boolean holding;
  private long waitingChars;
  private int room = Budgets.CSV_RECORD_BYTES;
  private boolean over;
  private boolean listing;
  private boolean known;

  private MappedJsonRecord(
      MappedJsonRecord parent,
      Sink sink,
      boolean lossy,
      Map<String, String> inherited,
      boolean holding) {
    this.parent = parent;
    this.sink = sink;
    this.lossy = lossy;
    this.values = new HashMap<>(inherited);
    this.holding = holding;
  }

  /**
   * The outermost record.
   *
   * @param sink null if only its own values are wanted
   * @param lossy whether U+FFFD in it stands for bytes that could not be decoded
   * @param known what its messages inherit already; null: that is found out, and they wait for it
   */
  static MappedJsonRecord outermost(Sink sink, boolean lossy, Map<String, String> known) {
    return new MappedJsonRecord(null, sink, lossy, known == null ? Map.of() : known, known == null);
  }

  /** A record in a list of this one. */
  MappedJsonRecord inner() {
    return new MappedJsonRecord(this, sink, lossy, values, true);
  }

  /** A message in a list of this one. */
  MappedJsonRecord message() {
    return new MappedJsonRecord(this, sink, lossy, Map.of(), false);
  }

  boolean wantsMessages() {
    return sink != null;
  }

  /** Notes that there is a list of messages or records, though it may be empty. */
  void startList() {
    listing = true;
  }

  boolean hasList() {
    return listing;
  }

  /** Notes that it has a key that the mapping names, with a value or without. */
  void startKnown() {
    known = true;
  }

  Map<String, String> values() {
    return values;
  }

  /** Keeps a value; of a key that stands twice the later one. */
  void put(String column, String text) {
    room -= text.length();
    if (room < 0) {
      over = true;
    } else {
      values.put(column, text);
    }
  }

  /** Keeps the values of a record in a list, joined by line breaks with those before. */
  void append(Map<String, StringBuilder> lists, String column, String text) {
    room -= text.length() + 1;
    if (room < 0) {
      over = true;
      return;
    }
    StringBuilder joined = lists.computeIfAbsent(column, key -> new StringBuilder());
    joined.append(joined.isEmpty() ? "" : "\n").append(text);
  }

  void reject(Reason reason, String detail) {
    if (sink != null) {
      sink.rejected(reason, detail);
    }
  }

  /** Ends a message, or a record that is one. */
  void endMessage() {
    if (!known) {
      reject(Reason.JSON_SCHEMA, "none of the keys of the mapping");
    } else if (over) {
      reject(Reason.TOO_LARGE, "a message is too large");
    } else if (parent == null) {
      sink.row(new Row(values, lossy));
    } else {
      parent.add(values);
    }
  }

  /** Ends a record of lists: what waits in it is handed on. */
  void endList() {
    waiting.forEach(this::handOn);
    waiting.clear();
  }

  private void add(Map<String, String> message) {
    if (!holding) {
      handOn(message);
      return;
    }
    waiting.add(message);
    for (String text : message.values()) {
      waitingChars += text.length();
    }
    if (waitingChars > Budgets.CSV_RECORD_BYTES) {
      holding = false;
      endList();
    }
  }

  private void handOn(Map<String, String> message) {
    Map<String, String> whole = new HashMap<>(values);
    whole.putAll(message);
    if (parent == null) {
      sink.row(new Row(whole, lossy));
    } else {
      parent.add(whole);
    }
  }
}
