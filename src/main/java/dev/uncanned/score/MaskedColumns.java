package dev.uncanned.score;

import java.util.List;

/** The columns of the texts that customisation reads. */
public record MaskedColumns(
    String message_id,
    List<String> recipient_ids,
    String sender_id,
    String masked,
    String fingerprint,
    boolean eligible) {

  public static final String ELIGIBLE = "eligible";
}
