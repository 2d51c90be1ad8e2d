package dev.uncanned.mart;

import java.time.Instant;

/** How often, by whom and to whom the texts of one template or campaign were sent. */
public record TemplateUse(
    String id,
    int members_n,
    int outbound_n,
    int templates_n,
    int recipients_n,
    int senders_n,
    Instant first_seen,
    Instant last_seen,
    int replies_n,
    int eligible_n) {

  static final String ID = "id";
  static final String SENDERS_N = "senders_n";
}
