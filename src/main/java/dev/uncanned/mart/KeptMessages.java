package dev.uncanned.mart;

/** How many messages of one input are left once copies are joined. */
public record KeptMessages(String input_id, String archive_id, long kept_n) {

  static final String INPUT_ID = "input_id";
  static final String ARCHIVE_ID = "archive_id";
  static final String KEPT_N = "kept_n";
}
