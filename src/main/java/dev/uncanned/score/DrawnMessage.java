package dev.uncanned.score;

/**
 * A message of a large template, before it is decided whether it is drawn.
 *
 * @param cluster_n messages of the template
 */
public record DrawnMessage(String message_id, String cluster_id, long cluster_n) {

  public static final String CLUSTER_N = "cluster_n";
  private static final int SAMPLE = 300;

  /** Whether it is drawn: about {@value #SAMPLE} messages of each template, by their ids. */
  boolean drawn() {
    long draw = PhraseHash.mix(PhraseHash.of(message_id, 0, message_id.length())) >>> 1;
    return draw % cluster_n < SAMPLE;
  }
}
