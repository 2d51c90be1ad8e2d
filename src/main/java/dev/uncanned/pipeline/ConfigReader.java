package dev.uncanned.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads the configuration: the shipped file, over it the user's file, over that the environment.
 *
 * <p>The shipped file names every key there is, so a key that it does not have is an error, with
 * the nearest key as the way out. {@code UNCANNED_CLUSTER_THRESHOLD=0.6} sets {@code
 * cluster.threshold}.
 */
public final class ConfigReader {

  private static final String SHIPPED = "/uncanned.yaml";
  private static final String ENVIRONMENT_PREFIX = "UNCANNED_";

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
      throw new UserException(
          ExitCode.CONFIG, "the configuration has a bad value: " + fault(wrong));
    }
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
      throw new UserException(ExitCode.CONFIG, file + ": not a YAML file: " + firstLine(wrong));
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
    Map<String, String> keys = new TreeMap<>();
    for (String key : keys(shipped(), "")) {
      keys.put(ENVIRONMENT_PREFIX + key.replace('.', '_').toUpperCase(Locale.ROOT), key);
    }
    for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
      String key = keys.get(variable.getKey());
      if (key != null) {
        set(tree, key, variable.getValue());
      }
    }
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
    String nearest = "";
    int best = Integer.MAX_VALUE;
    for (String known : keys(shipped(), "")) {
      int distance = EditDistance.between(key, known);
      if (distance < best) {
        best = distance;
        nearest = known;
      }
    }
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

  /**
   * Which key is wrong and why. What was given is not told: it may be a secret in a wrong place.
   */
  private static String fault(JsonProcessingException wrong) {
    if (wrong instanceof ValueInstantiationException
        && wrong.getCause() instanceof IllegalArgumentException range) {
      return range.getMessage();
    }
    String key =
        wrong instanceof JsonMappingException mapping
            ? mapping.getPath().stream()
                .map(part -> part.getFieldName() == null ? "[]" : part.getFieldName())
                .collect(Collectors.joining("."))
            : "a key";
    return key + " is not of the kind that it must be; conf/uncanned.yaml has an example";
  }

  private static String firstLine(Exception wrong) {
    String text = String.valueOf(wrong.getMessage());
    int problem = text.indexOf("problem: ");
    String rest = problem < 0 ? text : text.substring(problem + "problem: ".length());
    int end = rest.indexOf('\n');
    return end < 0 ? rest : rest.substring(0, end);
  }
}
