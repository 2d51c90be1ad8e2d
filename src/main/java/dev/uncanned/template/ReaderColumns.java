package dev.uncanned.template;

import java.util.List;

/** The columns of a text document that tell who got which text. */
public record ReaderColumns(String fingerprint, List<String> recipient_ids) {

  public static final String FINGERPRINT = "fingerprint";
  public static final String RECIPIENT_IDS = "recipient_ids";
}
