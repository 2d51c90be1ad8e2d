package dev.uncanned.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** Reads the files of the state that are JSON. */
final class StateJson {

  private static final String VERSION = "format_version";

  private StateJson() {}

  /**
   * The record in a file. A newer layout may have fields that this program cannot bind, so its
   * version comes first.
   *
   * @param version the layout that this program knows
   * @param what names the file in the message to the user
   * @throws UserException if the layout is another one
   */
  static <R extends Record> R read(Path file, Class<R> record, String version, String what)
      throws IOException {
    ObjectMapper json = new ObjectMapper();
    JsonNode tree = json.readTree(file.toFile());
    if (!tree.path(VERSION).asText().equals(version)) {
      throw new UserException(ExitCode.CONFIG, what + " has an unknown layout; update the program");
    }
    return json.treeToValue(tree, record);
  }
}
