package dev.uncanned.pipeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is wrong with a value of the configuration.
 *
 * <p>What was given is not told unless it is a number: it may be a secret in a wrong place.
 *
 * @param key the key it is about, as far as that is known
 * @param message says key and rule
 */
record ConfigFault(String key, String message) {

  static ConfigFault of(JsonProcessingException wrong) {
    List<String> path = path(wrong);
    if (wrong instanceof ValueInstantiationException
        && wrong.getCause() instanceof IllegalArgumentException range) {
      return rule(path, range.getMessage());
    }
    String key = path.isEmpty() ? "a key" : String.join(".", path);
    return new ConfigFault(
        key, key + " must be " + kind(wrong) + "; conf/uncanned.yaml has an example");
  }

  private static List<String> path(JsonProcessingException wrong) {
    return wrong instanceof JsonMappingException mapping
        ? mapping.getPath().stream()
            .map(part -> part.getFieldName() == null ? "[]" : part.getFieldName())
            .toList()
        : List.of();
  }

  /** The rules of a section name its keys, some of them with the section and some without. */
  private static ConfigFault rule(List<String> path, String rule) {
    if (path.size() != 1) {
      String key = String.join(".", path);
      return new ConfigFault(key, path.isEmpty() ? rule : key + ": " + rule);
    }
    String section = path.get(0) + ".";
    String whole = rule.startsWith(section) ? rule : section + rule;
    return new ConfigFault(whole.substring(0, whole.indexOf(' ')), whole);
  }

  private static String kind(JsonProcessingException wrong) {
    boolean known =
        wrong instanceof MismatchedInputException
            && !(wrong instanceof UnrecognizedPropertyException);
    Class<?> type = known ? ((MismatchedInputException) wrong).getTargetType() : null;
    if (type == null) {
      return "of another kind";
    }
    if (type.isEnum()) {
      return Arrays.stream(type.getEnumConstants())
          .map(one -> ((Enum<?>) one).name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining(" or "));
    }
    if (type == double.class || type == Double.class) {
      return "a number";
    }
    if (type == boolean.class || type == Boolean.class) {
      return "true or false";
    }
    if (type == String.class) {
      return "a text";
    }
    if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
      return "a whole number";
    }
    return Collection.class.isAssignableFrom(type) ? "a list" : "a group of keys";
  }
}
