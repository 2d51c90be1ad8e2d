package dev.uncanned.template;

/**
 * One distinct text of a cluster, as the aligner needs it.
 *
 * @param masked the masked tokens, joined by single spaces; may be empty
 * @param copies_n number of messages that carry the text; below 1 counts as 1
 * @param is_medoid whether it is the text that the others are aligned to
 * @param readers hashes of the people who got it, each once, in any order; empty if not known
 */
public record MemberText(
    String cluster_id,
    String fingerprint,
    String masked,
    long copies_n,
    boolean is_medoid,
    long[] readers) {

  public static final String CLUSTER_ID = "cluster_id";

  /** The column by which sampled texts find their words. */
  public static final String FINGERPRINT = "fingerprint";

  public static final String MASKED = "masked";
  public static final String READERS = "readers";

  public MemberText {
    readers = readers == null ? new long[0] : readers;
  }

  /** A text of which is not known who got it. */
  public MemberText(
      String cluster_id, String fingerprint, String masked, long copies_n, boolean is_medoid) {
    this(cluster_id, fingerprint, masked, copies_n, is_medoid, null);
  }
}
