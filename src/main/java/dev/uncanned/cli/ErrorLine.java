package dev.uncanned.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.pipeline.ExitCode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Says in one line why a command failed. */
final class ErrorLine {

  private ErrorLine() {}

  /** For people: names of files may hold anything, so what is no printable character is escaped. */
  static String text(String message) {
    StringBuilder line = new StringBuilder("uncanned: ");
    message
        .codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean shown =
                  type != Character.CONTROL
                      && type != Character.FORMAT
                      && type != Character.LINE_SEPARATOR
                      && type != Character.PARAGRAPH_SEPARATOR
                      && type != Character.SURROGATE;
              line.append(
                  shown
                      ? Character.toString(c)
                      : String.format(java.util.Locale.ROOT, "\\u%04x", c));
            });
    return line.toString();
  }

  /** For machines: one object. */
  static String json(ExitCode code, String message) {
    return json(code, message, null);
  }

  /**
   * For machines: one object.
   *
   * @param bug whose place is told too, or null
   */
  static String json(ExitCode code, String message, Throwable bug) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("ts", Instant.now().toString());
    line.put("level", "error");
    line.put("event", "failed");
    line.put("exit_code", code.number());
    line.put("message", message);
    if (bug != null) {
      line.put("trace", SafeTrace.lines(bug));
    }
    try {
      return new ObjectMapper().writeValueAsString(line);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("texts and numbers can be written", impossible);
    }
  }
}
