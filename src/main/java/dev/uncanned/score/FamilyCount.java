package dev.uncanned.score;

/**
 * How many recipients of a template belong to one family.
 *
 * @param family null for those whose title is not known
 */
public record FamilyCount(String cluster_id, TitleFamily family, long recipients_n) {

  public static final String RECIPIENTS_N = "recipients_n";
}
