package dev.uncanned.archive;

/**
 * One row of what reading the archives yields: exactly one of the components beside the part is not
 * null.
 *
 * <p>One table for all, so that the archives are read once.
 *
 * @param part name of the part that was read, see {@link NamedPart}; null where it has none
 */
public record Parsed(
    String part, RawMessage message, Rejected rejected, InputCount count, OwnerClaim owner) {

  public static final String PART = "part";
  public static final String MESSAGE = "message";
  public static final String REJECTED = "rejected";
  public static final String COUNT = "count";
  public static final String OWNER = "owner";

  public static Parsed of(RawMessage message) {
    return new Parsed(null, message, null, null, null);
  }

  public static Parsed of(Rejected rejected) {
    return new Parsed(null, null, rejected, null, null);
  }

  public static Parsed of(InputCount count) {
    return new Parsed(null, null, null, count, null);
  }

  public static Parsed of(OwnerClaim owner) {
    return new Parsed(null, null, null, null, owner);
  }

  /** The same as what was read of a part. */
  Parsed of(String name) {
    return new Parsed(name, message, rejected, count, owner);
  }

  /** The same part with another count. */
  public Parsed with(InputCount other) {
    return new Parsed(part, null, null, other, null);
  }

  /** The same part with another hint at an owner. */
  public Parsed with(OwnerClaim other) {
    return new Parsed(part, null, null, null, other);
  }

  /** The same part with another rejected record. */
  public Parsed with(Rejected other) {
    return new Parsed(part, null, other, null, null);
  }
}
