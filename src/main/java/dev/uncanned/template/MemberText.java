package dev.uncanned.template;

/**
 * One distinct text of a cluster, as the aligner needs it.
 *
 * @param masked the masked tokens, joined by single spaces; may be empty
 * @param copies_n number of messages that carry the text; below 1 counts as 1
 * @param is_medoid whether it is the text that the others are aligned to
 */
public record MemberText(
    String cluster_id, String fingerprint, String masked, long copies_n, boolean is_medoid) {

  /** The column by which sampled texts find their words. */
  public static final String FINGERPRINT = "fingerprint";
}
