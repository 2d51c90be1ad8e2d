package dev.uncanned.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.TreeMap;

/** The numbers of the configuration by key, for the table of run metrics. */
final class Parameters {

  private Parameters() {}

  static Map<String, Double> of(String configJson) {
    try {
      Map<String, Double> numbers = new TreeMap<>();
      collect(new ObjectMapper().readTree(configJson), "", numbers);
      return numbers;
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("the configuration in force is JSON", impossible);
    }
  }

  private static void collect(JsonNode node, String path, Map<String, Double> numbers) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String key = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
      if (field.getValue().isNumber()) {
        numbers.put(key, field.getValue().doubleValue());
      } else if (field.getValue().isObject()) {
        collect(field.getValue(), key, numbers);
      }
    }
  }
}
