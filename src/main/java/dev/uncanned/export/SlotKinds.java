package dev.uncanned.export;

import dev.uncanned.mart.SlotRow;
import java.util.Iterator;

/** The slots of a template, counted by what they hold. */
public record SlotKinds(
    String cluster_id,
    int recipient_slots,
    int enumerated_slots,
    int optional_slots,
    int free_slots) {

  static final String CLUSTER_ID = "cluster_id";

  static SlotKinds of(String cluster, Iterator<SlotRow> slots) {
    int recipient = 0;
    int enumerated = 0;
    int optional = 0;
    int free = 0;
    while (slots.hasNext()) {
      String type = slots.next().type();
      recipient += type.startsWith("recipient_") ? 1 : 0;
      enumerated += type.equals("enumerated") ? 1 : 0;
      optional += type.equals("optional_block") ? 1 : 0;
      free += type.equals("free_text") || type.equals("mixed") ? 1 : 0;
    }
    return new SlotKinds(cluster, recipient, enumerated, optional, free);
  }
}
