package dev.uncanned.archive;

import java.time.Instant;
import java.util.List;

/**
 * A message of a chat program before it gets its place in the archive.
 *
 * @param direction null where the export does not say whose it is
 * @param id the program's own id, null if it gives none
 * @param conversation the conversation or the thread in it, null if the export names none
 * @param recipients everybody in the conversation but the sender; empty where they are many and
 *     unknown
 * @param text as people read it: names instead of ids, no escapes
 * @param attachments number of files, pictures and the like
 */
record ChatMessage(
    MessageKind kind,
    Direction direction,
    String id,
    String conversation,
    Instant at,
    DateQuality quality,
    Contact sender,
    List<Contact> recipients,
    String text,
    int attachments) {

  static final int MAX_CHARS = Budgets.CHAT_TEXT_CHARS;
}
