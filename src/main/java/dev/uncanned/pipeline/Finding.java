package dev.uncanned.pipeline;

/**
 * What one look at a machine or a cluster found.
 *
 * @param subject what was looked at, such as {@code sockets}
 * @param finding one sentence
 * @param way_out what to do about it; null if nothing
 */
public record Finding(String subject, Verdict verdict, String finding, String way_out) {

  /** How bad it is. */
  public enum Verdict {
    OK,
    WARN,
    BAD
  }

  static Finding ok(String subject, String finding) {
    return new Finding(subject, Verdict.OK, finding, null);
  }

  static Finding warn(String subject, String finding, String wayOut) {
    return new Finding(subject, Verdict.WARN, finding, wayOut);
  }

  static Finding bad(String subject, String finding, String wayOut) {
    return new Finding(subject, Verdict.BAD, finding, wayOut);
  }
}
