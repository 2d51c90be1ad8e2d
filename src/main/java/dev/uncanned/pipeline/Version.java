package dev.uncanned.pipeline;

/** The versions that a run records. */
public final class Version {

  /** Version of the program, as in the POM; a test holds the two together. */
  public static final String CODE = "0.1.0";

  /** Version of the metric definitions: changes whenever a published number may change. */
  public static final String METRICS = "1";

  /** Version of what is read from an archive: rows read by another version are read anew. */
  public static final String READING = "4";

  /**
   * Version of all that makes the masked text of a message: changes whenever a message may get
   * another one, and then the kept clusters have to be made anew.
   */
  public static final String TEXT = "6";

  /**
   * Version of what is kept of a message beside its masked text: documents of another version are
   * made anew.
   */
  public static final String DOCUMENT = "4";

  private Version() {}
}
