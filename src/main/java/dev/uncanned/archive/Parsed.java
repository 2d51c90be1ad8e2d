package dev.uncanned.archive;

/**
 * One row of what reading the archives yields: exactly one of the components is not null.
 *
 * <p>One table for all, so that the archives are read once.
 */
public record Parsed(RawMessage message, Rejected rejected, InputCount count, OwnerClaim owner) {

  public static final String MESSAGE = "message";
  public static final String REJECTED = "rejected";
  public static final String COUNT = "count";
  public static final String OWNER = "owner";

  public static Parsed of(RawMessage message) {
    return new Parsed(message, null, null, null);
  }

  public static Parsed of(Rejected rejected) {
    return new Parsed(null, rejected, null, null);
  }

  public static Parsed of(InputCount count) {
    return new Parsed(null, null, count, null);
  }

  public static Parsed of(OwnerClaim owner) {
    return new Parsed(null, null, null, owner);
  }
}
