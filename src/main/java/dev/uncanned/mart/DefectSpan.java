package dev.uncanned.mart;

import dev.uncanned.table.Doc;

/** A fault of the mail merge and where it stands. */
public record DefectSpan(
    @Doc("Kind, such as unresolved_token or wrong_name.") String type,
    @Doc("hard or soft.") String severity,
    @Doc("First character in the cleaned text, from 0.") int start,
    @Doc("Character behind the last.") int end) {

  static final String TYPE = "type";
  static final String SEVERITY = "severity";
  static final String START = "start";
  static final String END = "end";
}
