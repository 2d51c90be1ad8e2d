package dev.uncanned.pipeline;

/**
 * Something that the user can mend: the message says in one line which file or key, what is wrong,
 * and the way out.
 */
public final class UserException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ExitCode exitCode;

  public UserException(ExitCode exitCode, String message) {
    super(message);
    this.exitCode = exitCode;
  }

  public ExitCode exitCode() {
    return exitCode;
  }
}
