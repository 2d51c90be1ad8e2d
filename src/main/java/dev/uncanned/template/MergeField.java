package dev.uncanned.template;

import dev.uncanned.text.Placeholder;

/** What a placeholder that masking left in a text makes of its slot. */
final class MergeField {

  private MergeField() {}

  static SlotType typeOf(String token) {
    for (Placeholder placeholder : Placeholder.values()) {
      if (placeholder.token().equals(token)) {
        return typeOf(placeholder);
      }
    }
    return SlotType.MIXED;
  }

  // An unfilled merge field is machine residue: it says nothing of the recipient.
  private static SlotType typeOf(Placeholder placeholder) {
    return switch (placeholder) {
      case FIRST -> SlotType.RECIPIENT_FIRST;
      case LAST -> SlotType.RECIPIENT_LAST;
      case ORG -> SlotType.RECIPIENT_ORG;
      case TITLE -> SlotType.RECIPIENT_TITLE;
      case URL -> SlotType.URL;
      case EMAIL -> SlotType.EMAIL;
      case PHONE -> SlotType.PHONE;
      case DATE -> SlotType.DATE;
      case NUM -> SlotType.NUMBER;
      case SELF -> SlotType.SENDER_SELF;
      case TOKEN -> SlotType.NOISE;
    };
  }
}
