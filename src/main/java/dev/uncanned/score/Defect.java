package dev.uncanned.score;

/**
 * A fault of a mail merge in one message.
 *
 * @param start first character in the cleaned text, from 0
 * @param end character behind the last
 */
public record Defect(Type type, Severity severity, int start, int end) {

  public static final String SEVERITY = "severity";

  /** How bad it is: a hard defect names the wrong person or shows the machinery. */
  public enum Severity {
    HARD,
    SOFT
  }

  /** The kinds of defects. */
  public enum Type {
    UNRESOLVED_TOKEN(Severity.HARD),
    NULL_LITERAL(Severity.HARD),
    WRONG_NAME(Severity.HARD),
    LEAKED_NAME(Severity.HARD),
    LEAKED_ORG(Severity.HARD),
    ROW_SHIFT(Severity.HARD),
    EMPTY_SLOT(Severity.SOFT),
    RAW_FIELD(Severity.SOFT),
    CASE_ERROR(Severity.SOFT),
    STALE_ORG(Severity.SOFT),
    MOJIBAKE(Severity.SOFT),
    GENERIC_GREETING(Severity.SOFT);

    private final Severity severity;

    Type(Severity severity) {
      this.severity = severity;
    }

    public Severity severity() {
      return severity;
    }
  }
}
