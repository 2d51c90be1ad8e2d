package dev.uncanned.synthetic;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.datafaker.Faker;

/**
 * Reads the word lists inside Datafaker.
 *
 * <p>The lists themselves, not Datafaker's providers: a provider reads more than a thousand files
 * before its first word, which takes longer than inventing ten thousand messages.
 */
final class FakerLists {

  private FakerLists() {}

  /**
   * The values of all lists of these names in a file, in order and without doubles; patterns that
   * refer to other lists are left out.
   *
   * @param path such as {@code de} or {@code en/job}
   * @param names names of lists; none for all
   */
  static List<String> read(String path, Set<String> names) {
    Set<String> values = new LinkedHashSet<>();
    String file = "/" + path + ".yml";
    try (InputStream in = Faker.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("Datafaker lacks the resource " + file);
      }
      try (JsonParser parser = new YAMLFactory().createParser(in)) {
        collect(parser, names, values);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the resource " + file, e);
    }
    return List.copyOf(values);
  }

  private static void collect(JsonParser parser, Set<String> names, Set<String> values)
      throws IOException {
    String name = "";
    for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
      if (token == JsonToken.FIELD_NAME) {
        name = parser.currentName().toLowerCase(Locale.ROOT);
      } else if (token == JsonToken.VALUE_STRING && (names.isEmpty() || names.contains(name))) {
        String value = Normalizer.normalize(parser.getText(), Normalizer.Form.NFC).strip();
        if (!value.isEmpty() && !value.contains("#{")) {
          values.add(value);
        }
      }
    }
  }

  /** So many values from all over a list. */
  static List<String> spread(List<String> values, int size) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < Math.min(size, values.size()); i++) {
      chosen.add(values.get((int) ((long) i * values.size() / Math.min(size, values.size()))));
    }
    return List.copyOf(chosen);
  }
}
