package dev.uncanned.synthetic;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts what was planted, for the page that describes it. */
final class Tally {

  final Map<Kind, Long> messages = new EnumMap<>(Kind.class);
  final Map<Kind, Long> rows = new EnumMap<>(Kind.class);
  final Map<Kind, TreeSet<String>> campaigns = new EnumMap<>(Kind.class);
  final Map<String, Long> defects = new TreeMap<>();
  final Map<String, Long> channels = new TreeMap<>();
  private long copies;
  private long repeated;
  private long damaged;

  void add(Letter letter) {
    Wording wording = letter.wording();
    Kind kind = wording.kind();
    messages.merge(kind, 1L, Long::sum);
    if (kind.inScope()) {
      rows.merge(kind, (long) letter.recipients().size(), Long::sum);
      channels.merge(letter.way().name(), 1L, Long::sum);
    }
    if (!wording.campaign().isEmpty()) {
      campaigns.computeIfAbsent(kind, key -> new TreeSet<>()).add(wording.campaign());
    }
    if (!wording.defect().isEmpty()) {
      defects.merge(wording.defect(), 1L, Long::sum);
    }
  }

  void addCopy() {
    copies++;
  }

  void addRepeated() {
    repeated++;
  }

  void addDamaged() {
    damaged++;
  }

  /** Messages that lie in a second colleague's archive too. */
  long copies() {
    return copies;
  }

  /** Messages that an older export of the same member repeats. */
  long repeated() {
    return repeated;
  }

  /** Records that cannot be read. */
  long damaged() {
    return damaged;
  }

  long totalRows() {
    return rows.values().stream().mapToLong(Long::longValue).sum();
  }
}
