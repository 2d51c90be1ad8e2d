package dev.uncanned.pipeline;

/** How a command ends; the numbers are those of BSD's sysexits.h, clear of Spark's own. */
public enum ExitCode {
  /** Done, or nothing to do. */
  OK(0),
  /** The command line is wrong. */
  USAGE(64),
  /** The data does not pass the checks. */
  DATA(65),
  /** An input is missing. */
  NO_INPUT(66),
  /** A bug, or an identity of the counts does not hold. */
  INTERNAL(70),
  /** The output cannot be made. */
  CANNOT_CREATE(73),
  /** Reading or writing failed. */
  IO(74),
  /** Another run is at it: the only code worth a retry. */
  TRY_AGAIN(75),
  /** The rights of a file are too wide or too narrow. */
  RIGHTS(77),
  /** The configuration is wrong, or the memory given to the program too little. */
  CONFIG(78),
  /** Told to stop by a signal: 128 and the number of SIGTERM. */
  TERMINATED(143);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /**
   * Whether the same request may end well later, once something is mended or a finding accepted, so
   * that it can go on from its last table.
   */
  boolean leavesWork() {
    return this == DATA || this == IO || this == CONFIG || this == TERMINATED;
  }

  public int number() {
    return number;
  }
}
