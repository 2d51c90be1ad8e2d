package dev.uncanned.export;

/**
 * Whom a pair of sender and recipient protects; for the check of what was written, and never
 * exported.
 */
public record CoveredPerson(String dyad_id, String direction, Long person) {

  public static final String DYAD_ID = "dyad_id";
  public static final String DIRECTION = "direction";
  public static final String PERSON = "person";
}
