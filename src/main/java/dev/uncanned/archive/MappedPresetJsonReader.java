package dev.uncanned.archive;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the mappings that come with the program, one file for each tool.
 *
 * <p>The files are written as a user writes a configuration, so that one can be copied for a start.
 */
final class MappedPresetJsonReader {

  private static final String FOLDER = "/archive/mappings/";
  private static final List<String> TOOLS =
      List.of(
          "heyreach",
          "hubspot",
          "instantly",
          "outlook-csv",
          "phantombuster",
          "salesforce",
          "smartlead");

  private static final List<Mapping> PRESETS = load();

  private MappedPresetJsonReader() {}

  /** All of them, in the order of the tools. */
  static List<Mapping> presets() {
    return PRESETS;
  }

  private static List<Mapping> load() {
    List<Mapping> mappings = new ArrayList<>();
    for (String tool : TOOLS) {
      String resource = FOLDER + tool + ".yaml";
      try (InputStream in = MappedPresetJsonReader.class.getResourceAsStream(resource)) {
        mappings.addAll(read(in).mappings());
      } catch (IOException broken) {
        throw new UncheckedIOException("cannot read the resource " + resource, broken);
      }
    }
    return List.copyOf(mappings);
  }

  /** The section {@code archive} of a configuration file. */
  static ArchiveConfig read(InputStream yaml) throws IOException {
    JsonNode section = new YAMLMapper().readTree(yaml).get("archive");
    ObjectMapper records =
        JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .build();
    return records.treeToValue(section, ArchiveConfig.class);
  }
}
