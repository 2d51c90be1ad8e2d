package dev.uncanned.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * What of the contingency table of found campaigns and labels is worth a look, as two tables: found
 * campaigns whose messages do not belong together, and labels that are in several found campaigns.
 * Those that most messages are wrong in come first.
 */
final class ContingencyTable {

  private static final String NONE = "(none)";

  private ContingencyTable() {}

  /**
   * A sender's cells of one found campaign, or of one label.
   *
   * @param parts messages by label, or by found campaign; those that have none are in no part
   */
  private record Group(
      String sender, String name, List<ContingencyCell> cells, Map<String, Long> parts) {

    private static final Comparator<Group> WORST =
        Comparator.comparingLong(Group::strays)
            .reversed()
            .thenComparing(Group::name)
            .thenComparing(Group::sender);

    Group(Key key) {
      this(key.sender(), key.name(), new ArrayList<>(), new HashMap<>());
    }

    void add(ContingencyCell cell, String part) {
      cells.add(cell);
      if (part != null) {
        parts.merge(part, cell.messages_n(), Long::sum);
      }
    }

    long messages() {
      return cells.stream().mapToLong(ContingencyCell::messages_n).sum();
    }

    /** Messages outside the largest part. */
    long strays() {
      return messages() - parts.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    /** Whether its messages are not all of one part; a message without a part is one of its own. */
    boolean isMixed() {
      return messages() > 1 && strays() > 0;
    }
  }

  private record Key(String sender, String name) {}

  /** Found campaigns by their labels, and labels by the found campaigns they are in. */
  static List<EvaluationTable> of(List<ContingencyCell> cells) {
    return List.of(mixed(cells), split(cells));
  }

  private static EvaluationTable mixed(List<ContingencyCell> cells) {
    List<Group> founds = groups(cells, ContingencyCell::campaign_id, ContingencyCell::label);
    List<Group> mixed = founds.stream().filter(Group::isMixed).toList();
    return table(
        "Mixed campaigns",
        mixed.size()
            + " of "
            + founds.size()
            + " found campaigns, each sender's by itself, hold messages that the labels keep apart;"
            + " the others are pure and left out ("
            + (founds.size() - mixed.size())
            + ").",
        mixed);
  }

  private static EvaluationTable split(List<ContingencyCell> cells) {
    List<Group> labels = groups(cells, ContingencyCell::label, ContingencyCell::campaign_id);
    List<Group> split = labels.stream().filter(group -> group.parts().size() > 1).toList();
    long nowhere = labels.stream().filter(group -> group.parts().isEmpty()).count();
    return table(
        "Split labels",
        split.size()
            + " of "
            + labels.size()
            + " labelled campaigns, each sender's by itself, are in several found ones; left out are "
            + (labels.size() - split.size() - nowhere)
            + " in one and "
            + nowhere
            + " in none.",
        split);
  }

  private static List<Group> groups(
      List<ContingencyCell> cells,
      Function<ContingencyCell, String> name,
      Function<ContingencyCell, String> part) {
    Map<Key, Group> groups = new LinkedHashMap<>();
    for (ContingencyCell cell : cells) {
      if (name.apply(cell) != null) {
        Key key = new Key(cell.sender_id(), name.apply(cell));
        groups.computeIfAbsent(key, Group::new).add(cell, part.apply(cell));
      }
    }
    return List.copyOf(groups.values());
  }

  private static EvaluationTable table(String title, String notes, List<Group> groups) {
    List<List<String>> rows = new ArrayList<>();
    for (Group group : groups.stream().sorted(Group.WORST).toList()) {
      group.cells().stream()
          .sorted(Comparator.comparingLong(ContingencyCell::messages_n).reversed())
          .forEach(cell -> rows.add(row(cell)));
    }
    return new EvaluationTable(
        title,
        notes + " Of found, of label: shares of the sender's messages there.",
        List.of("found", "label", "kind", "messages", "of found", "of label", "sender"),
        rows);
  }

  private static List<String> row(ContingencyCell cell) {
    return List.of(
        Objects.requireNonNullElse(cell.campaign_id(), NONE),
        Objects.requireNonNullElse(cell.label(), NONE),
        cell.kind(),
        Long.toString(cell.messages_n()),
        EvaluationTable.share(cell.campaign_share()),
        EvaluationTable.share(cell.label_share()),
        cell.sender_id());
  }
}
