package dev.uncanned.pipeline;

/** Whether the memory given to Java lets Spark start at all. */
final class HeapCheck {

  /** Spark refuses less: one and a half times what it reserves for itself. */
  private static final long LEAST = 471_859_200;

  private HeapCheck() {}

  /**
   * Refuses too little before any work is done.
   *
   * @param bytes the most that the heap may grow to
   * @throws UserException with the way out
   */
  static void require(long bytes) {
    if (bytes < LEAST) {
      throw tooLittle();
    }
  }

  /** What to do where the memory did not suffice. */
  static UserException tooLittle() {
    return new UserException(
        ExitCode.CONFIG,
        "the memory given to Java does not suffice; set UNCANNED_MEMORY to more, such as 8g, or on"
            + " a cluster spark.driver.memory and spark.executor.memory");
  }
}
