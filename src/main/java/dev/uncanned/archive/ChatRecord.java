package dev.uncanned.archive;

/**
 * One record of a chat export as its reader sees it: a message, a reject, or neither.
 *
 * @param message null if it is none
 * @param reason why it cannot be read; null if it can, and with no message it is out of scope
 * @param detail fixed words for the reason
 */
record ChatRecord(ChatMessage message, Reason reason, String detail) {

  /** Written by a program: somebody joined, a call was missed, a bot spoke. */
  static final ChatRecord OUT_OF_SCOPE = new ChatRecord(null, null, null);

  static ChatRecord of(ChatMessage message) {
    return new ChatRecord(message, null, null);
  }

  static ChatRecord rejected(String detail) {
    return new ChatRecord(null, Reason.CHAT_SCHEMA, detail);
  }
}
