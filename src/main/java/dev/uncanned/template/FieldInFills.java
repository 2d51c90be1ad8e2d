package dev.uncanned.template;

import dev.uncanned.text.Placeholder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds a merge field that nearly all fills of a place contain, such as the first name in "{good
 * morning Ann | hi Ann | Ann hello}": it is a slot of its own.
 */
final class FieldInFills {

  private static final double AGREEMENT = 0.8;

  private final FillSpans fills;

  FieldInFills(FillSpans fills) {
    this.fills = fills;
  }

  /** The placeholder that four in five of the fills contain beside other words; null if none. */
  String field() {
    Map<String, Long> having = new TreeMap<>();
    long lone = 0;
    for (int m = 0; m < fills.size(); m++) {
      Set<String> fields = new HashSet<>(fills.fill(m));
      fields.removeIf(token -> !Placeholder.isPlaceholder(token));
      for (String field : fields) {
        having.merge(field, fills.member(m).weight(), Long::sum);
      }
      lone += fields.size() == 1 && fills.words(m) == 1 ? fills.member(m).weight() : 0;
    }
    long filled = fills.filled();
    String most = null;
    for (Map.Entry<String, Long> entry : having.entrySet()) {
      boolean more = most == null || entry.getValue() > having.get(most);
      most = entry.getValue() >= AGREEMENT * filled && more ? entry.getKey() : most;
    }
    return lone >= AGREEMENT * filled ? null : most;
  }

  /** What stands before the field, the field, and what stands behind it. */
  List<FillSpans> parts(String field) {
    int[] before = fills.ends().clone();
    int[] behind = fills.ends().clone();
    for (int m = 0; m < before.length; m++) {
      int at = fills.fill(m).indexOf(field);
      if (at >= 0) {
        before[m] = fills.starts()[m] + at;
        behind[m] = before[m] + 1;
      }
    }
    List<FillSpans> parts = new ArrayList<>();
    parts.add(new FillSpans(fills.members(), fills.starts(), before));
    parts.add(new FillSpans(fills.members(), before, behind));
    parts.add(new FillSpans(fills.members(), behind, fills.ends()));
    return parts;
  }
}
