package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;

/** The text of a message. */
@Table(
    name = "messages_text",
    grain = "message",
    restricted = true,
    sortedBy = {"message_id"})
@Doc("The texts of the messages; restricted.")
public record MessageTextRow(
    @Doc("Message, as in messages.") String message_id,
    @Doc("Subject; null if none.") String subject,
    @Doc("Text without quoted thread, sign-off and footer, as it was spelled.") String body_clean,
    @Doc("The same, folded and with fields and patterns replaced by placeholders.")
        String body_masked,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {

  static final String BODY_CLEAN = "body_clean";
  static final String BODY_MASKED = "body_masked";
}
