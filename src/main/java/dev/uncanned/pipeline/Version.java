package dev.uncanned.pipeline;

/** The versions that a run records. */
public final class Version {

  /** Version of the program, as in the POM; a test holds the two together. */
  public static final String CODE = "0.1.0";

  /** Version of the metric definitions: changes whenever a published number may change. */
  public static final String METRICS = "1";

  private Version() {}
}
