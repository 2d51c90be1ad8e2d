package dev.uncanned.cluster;

import dev.uncanned.signature.MinHasher;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.signature.TokenHash;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;

/**
 * The rules by which a state was made: versions and settings that decide shingles, band keys and
 * clusters. Segments made by different rules are never mixed.
 *
 * @param text_version version of everything that makes a masked text from a message; texts of
 *     different versions have other fingerprints; no line breaks
 */
public record StateRules(String text_version, SignatureConfig signature, ClusterConfig cluster)
    implements Serializable {

  private static final String FORMAT = "format";
  private static final String BANDS = "bands";

  /**
   * Version of the layout of segments and of the rule by which nights are joined.
   *
   * <p>1 ordered the texts of a night by their fingerprints, 2 by when they were first sent. A
   * state numbers its texts in their order, so segments of both are read alike. Up to 2 the guard
   * against chaining parted a component for good on the night that brought its texts, so these
   * segments hold its parts as components. 3 holds components. Up to 3 a bucket has its oldest and
   * its youngest text, 4 has its anchors. Merged segments are written in this version.
   */
  static final int FORMAT_VERSION = 4;

  private static final int OLDEST_READABLE = 1;

  /**
   * Checks the version.
   *
   * @throws IllegalArgumentException for a version of more than one line
   */
  public StateRules {
    if (text_version.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("text_version must be one line");
    }
  }

  /** One line for each rule: its name, a space, its value. */
  public String lines() {
    StringBuilder lines = new StringBuilder();
    values().forEach((name, value) -> lines.append(name).append(' ').append(value).append('\n'));
    return lines.toString();
  }

  /**
   * How other lines differ from these; empty if they do not. A version that can be read is no
   * difference.
   */
  public String differences(String lines) {
    Map<String, String> theirs = parsed(lines);
    StringJoiner differences = new StringJoiner(", ");
    values()
        .forEach(
            (name, value) -> {
              String other = theirs.remove(name);
              boolean same = name.equals(FORMAT) ? isReadable(other) : value.equals(other);
              if (!same) {
                differences.add(name + " " + other + ", now " + value);
              }
            });
    theirs.keySet().forEach(name -> differences.add(name + " is unknown"));
    return differences.toString();
  }

  /** The number of bands that the lines of some rules tell. */
  static int bands(String lines) {
    return Integer.parseInt(parsed(lines).get(BANDS));
  }

  /**
   * Whether this program can read segments that tell these lines; if not, a newer one wrote them.
   */
  public static boolean areReadable(String lines) {
    return isReadable(parsed(lines).get(FORMAT));
  }

  private static boolean isReadable(String format) {
    return IntStream.rangeClosed(OLDEST_READABLE, FORMAT_VERSION)
        .anyMatch(version -> Integer.toString(version).equals(format));
  }

  private static Map<String, String> parsed(String lines) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String line : lines.split("\n")) {
      int space = line.indexOf(' ');
      values.put(space < 0 ? line : line.substring(0, space), line.substring(space + 1));
    }
    return values;
  }

  private Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(FORMAT, Integer.toString(FORMAT_VERSION));
    values.put("text", text_version);
    values.put("token_hash", Integer.toString(TokenHash.VERSION));
    values.put("min_hash", Integer.toString(MinHasher.VERSION));
    values.put("shingle_words", Integer.toString(signature.shingle_words()));
    values.put(BANDS, Integer.toString(signature.bands()));
    values.put("rows", Integer.toString(signature.rows()));
    values.put("seed", Long.toString(signature.seed()));
    values.put("threshold", Double.toString(cluster.threshold()));
    values.put("representative_threshold", Double.toString(cluster.representative_threshold()));
    values.put("guard_size", Integer.toString(cluster.guard_size()));
    values.put("min_tokens", Integer.toString(cluster.min_tokens()));
    return values;
  }
}
