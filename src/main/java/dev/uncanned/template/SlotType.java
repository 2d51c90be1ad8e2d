package dev.uncanned.template;

/** What stands in a slot; the first rule that holds for 80 % of the fills. */
public enum SlotType {
  RECIPIENT_FIRST,
  RECIPIENT_LAST,
  RECIPIENT_ORG,
  RECIPIENT_TITLE,
  URL,
  EMAIL,
  DATE,
  NUMBER,
  PHONE,
  SENDER_SELF,
  ENUMERATED,
  OPTIONAL_BLOCK,
  NOISE,
  FREE_TEXT,
  MIXED
}
