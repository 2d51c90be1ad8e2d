package dev.uncanned.score;

import dev.uncanned.template.Slot;
import dev.uncanned.template.SlotType;
import dev.uncanned.template.Template;
import dev.uncanned.text.Placeholder;
import java.util.ArrayList;
import java.util.List;

/** The fields of one template that hold given names and companies of its recipients. */
public record ClusterContexts(String cluster_id, List<FillContext> contexts) {

  private static final char OPEN = '{';

  public ClusterContexts {
    contexts = contexts == null ? List.of() : List.copyOf(contexts);
  }

  /** The fields that stand between tokens which all members share. */
  static ClusterContexts of(Template template) {
    String[] tokens = template.skeleton().split(" ");
    List<FillContext> contexts = new ArrayList<>();
    for (int i = 0; i < tokens.length; i++) {
      SlotType type = type(template, tokens[i]);
      if (type == SlotType.RECIPIENT_FIRST || type == SlotType.RECIPIENT_ORG) {
        String before = i == 0 ? null : shared(template, tokens[i - 1]);
        String behind = i + 1 == tokens.length ? null : shared(template, tokens[i + 1]);
        boolean open = i > 0 && before == null || i + 1 < tokens.length && behind == null;
        if (!open && (before != null || behind != null)) {
          contexts.add(new FillContext(type == SlotType.RECIPIENT_ORG, before, behind));
        }
      }
    }
    return new ClusterContexts(template.cluster_id(), contexts);
  }

  /** The token as masked texts have it; null for a slot in which anything may stand. */
  private static String shared(Template template, String token) {
    SlotType type = type(template, token);
    if (type == null) {
      return token;
    }
    return switch (type) {
      case RECIPIENT_FIRST -> Placeholder.FIRST.token();
      case RECIPIENT_LAST -> Placeholder.LAST.token();
      case RECIPIENT_ORG -> Placeholder.ORG.token();
      case RECIPIENT_TITLE -> Placeholder.TITLE.token();
      default -> null;
    };
  }

  /** The type of a slot; null for a word. */
  private static SlotType type(Template template, String token) {
    if (token.isEmpty() || token.charAt(0) != OPEN) {
      return null;
    }
    for (Slot slot : template.slots()) {
      if (token.equals("{" + slot.slot_no() + "}")) {
        return slot.type();
      }
    }
    return null;
  }
}
