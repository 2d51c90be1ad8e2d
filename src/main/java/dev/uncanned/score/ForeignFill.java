package dev.uncanned.score;

/**
 * A name or company in a field of a template that is not its recipient's.
 *
 * @param org whether the field is the company; else the given name
 * @param value what stands there, folded: letters only
 * @param start first character in the cleaned text
 * @param end character behind the last
 * @param wrong whether it is wrong whoever else it may belong to
 * @param other_script whether the recipient's name is in another script, so that the two do not
 *     compare
 */
public record ForeignFill(
    String cluster_id,
    String message_id,
    String recipient_id,
    boolean org,
    String value,
    int start,
    int end,
    boolean wrong,
    boolean other_script) {

  public static final String CLUSTER_ID = "cluster_id";
}
