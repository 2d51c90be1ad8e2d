package dev.uncanned.pipeline;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads the configuration: the shipped file, over it the user's file, over that the environment.
 *
 * <p>The shipped file names every key there is, so a key that it does not have is an error, with
 * the nearest key as the way out. {@code UNCANNED_CLUSTER_THRESHOLD=0.6} sets {@code
 * cluster.threshold}.
 */
public final class ConfigReader {

  private static final String SHIPPED = "/uncanned.yaml";

  private final YAMLMapper yaml = new YAMLMapper();
  private final JsonMapper records =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .build();

  /** The keys and values in force, in the order of the shipped file. */
  public ObjectNode tree(Path file, Map<String, String> environment) {
    ObjectNode tree = shipped();
    if (file != null) {
      overlay(tree, read(file), file.toString(), "");
    }
    overlayEnvironment(tree, environment);
    return tree;
  }

  /**
   * The configuration in force.
   *
   * @param file the user's file or null
   * @throws UserException for a missing file, an unknown key or a value out of range
   */
  public PipelineConfig read(Path file, Map<String, String> environment) {
    try {
      return records.treeToValue(tree(file, environment), PipelineConfig.class);
    } catch (JsonProcessingException wrong) {
      ConfigFault fault = ConfigFault.of(wrong);
      throw new UserException(
          ExitCode.CONFIG, source(fault.key(), file, environment) + ": " + fault.message());
    }
  }

  /** Where a value that is wrong was set, as far as its key is known. */
  private String source(String key, Path file, Map<String, String> environment) {
    String origin = origin(key, file == null ? null : read(file), file, environment);
    boolean found = !origin.equals(ConfigValue.DEFAULT);
    return found ? origin : file == null ? "the configuration" : file.toString();
  }

  /** The values in force with their origins, in the order of the shipped file. */
  public List<ConfigValue> values(Path file, Map<String, String> environment) {
    ObjectNode tree = tree(file, environment);
    JsonNode own = file == null ? null : read(file);
    ObjectNode shipped = shipped();
    List<ConfigValue> values = new ArrayList<>();
    for (String key : keys(shipped, "")) {
      JsonPointer place = place(key);
      if (!shipped.at(place).isObject()) {
        String value = tree.at(place).toString();
        values.add(new ConfigValue(key, value, origin(key, own, file, environment)));
      }
    }
    return values;
  }

  private String origin(String key, JsonNode own, Path file, Map<String, String> environment) {
    for (String part = key; !part.isEmpty(); part = above(part)) {
      String variable = EnvironmentKeys.variable(part);
      if (environment.containsKey(variable)) {
        return variable;
      }
    }
    return own == null || own.at(place(key)).isMissingNode()
        ? ConfigValue.DEFAULT
        : file.toString();
  }

  private static String above(String key) {
    int dot = key.lastIndexOf('.');
    return dot < 0 ? "" : key.substring(0, dot);
  }

  private static JsonPointer place(String key) {
    return JsonPointer.compile("/" + key.replace('.', '/'));
  }

  /**
   * The configuration that an earlier run has written down.
   *
   * @throws UserException if it is none of this version
   */
  PipelineConfig recorded(JsonNode tree) {
    try {
      return records.treeToValue(tree, PipelineConfig.class);
    } catch (JsonProcessingException other) {
      throw new UserException(
          ExitCode.CONFIG, "the configuration of that run is not one of this version; run again");
    }
  }

  private ObjectNode shipped() {
    try (InputStream in = ConfigReader.class.getResourceAsStream(SHIPPED)) {
      return (ObjectNode) yaml.readTree(in);
    } catch (IOException impossible) {
      throw new IllegalStateException("the shipped configuration cannot be read", impossible);
    }
  }

  private JsonNode read(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new UserException(
          ExitCode.NO_INPUT,
          file + ": there is no such configuration file; see conf/uncanned.yaml for a start");
    }
    try {
      JsonNode tree = yaml.readTree(file.toFile());
      return tree == null ? yaml.createObjectNode() : tree;
    } catch (IOException wrong) {
      throw new UserException(
          ExitCode.CONFIG, file + line(wrong) + ": not a YAML file: " + firstLine(wrong));
    }
  }

  private void overlay(ObjectNode tree, JsonNode over, String source, String path) {
    if (over.isMissingNode() || over.isNull()) {
      return;
    }
    if (!over.isObject()) {
      throw new UserException(
          ExitCode.CONFIG, source + ": " + (path.isEmpty() ? "the file" : path) + " holds no keys");
    }
    for (Map.Entry<String, JsonNode> field : over.properties()) {
      String key = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      JsonNode known = tree.get(field.getKey());
      if (known == null) {
        throw unknown(source, key);
      }
      if (known.isObject()) {
        overlay((ObjectNode) known, field.getValue(), source, key);
      } else {
        tree.set(field.getKey(), field.getValue());
      }
    }
  }

  private void overlayEnvironment(ObjectNode tree, Map<String, String> environment) {
    environmentKeys().values(environment).forEach((key, value) -> set(tree, key, value));
  }

  private EnvironmentKeys environmentKeys() {
    return new EnvironmentKeys(keys(shipped(), ""));
  }

  private void set(ObjectNode tree, String key, String value) {
    int dot = key.indexOf('.');
    if (dot >= 0) {
      set((ObjectNode) tree.get(key.substring(0, dot)), key.substring(dot + 1), value);
      return;
    }
    try {
      tree.set(key, yaml.readTree(value));
    } catch (IOException wrong) {
      throw new UserException(ExitCode.CONFIG, "the environment's value of " + key + " is no YAML");
    }
  }

  private UserException unknown(String source, String key) {
    String nearest = EditDistance.nearest(key, keys(shipped(), ""));
    return new UserException(
        ExitCode.CONFIG, source + ": there is no key " + key + "; did you mean " + nearest + "?");
  }

  private static List<String> keys(ObjectNode tree, String path) {
    List<String> keys = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : tree.properties()) {
      String key = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      keys.add(key);
      if (field.getValue().isObject()) {
        keys.addAll(keys((ObjectNode) field.getValue(), key));
      }
    }
    return keys;
  }

  /** The tree as one line of JSON with sorted keys, for hashing. */
  static String canonical(ObjectNode tree) {
    try {
      ObjectMapper sorted =
          JsonMapper.builder()
              .enable(com.fasterxml.jackson.databind.SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
              .build();
      return sorted.writeValueAsString(sorted.treeToValue(tree, Object.class));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree is always JSON", impossible);
    }
  }

  private static String line(IOException wrong) {
    boolean placed = wrong instanceof JsonProcessingException at && at.getLocation() != null;
    return placed ? " line " + ((JsonProcessingException) wrong).getLocation().getLineNr() : "";
  }

  private static String firstLine(Exception wrong) {
    String text = String.valueOf(wrong.getMessage());
    int problem = text.indexOf("problem: ");
    String rest = problem < 0 ? text : text.substring(problem + "problem: ".length());
    int end = rest.indexOf('\n');
    return end < 0 ? rest : rest.substring(0, end);
  }
}
