package dev.uncanned.template;

/** What stands in a slot; the first rule that holds, in this order. */
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
  /** Names of people who are not the recipient. */
  PERSON_OTHER,
  /** Names of companies and institutions that are not the recipient's. */
  ORG_OTHER,
  /** Names of places. */
  LOCATION,
  FREE_TEXT,
  MIXED
}
