package dev.uncanned.pipeline;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which variable of the environment sets which key of the configuration: {@code
 * UNCANNED_CLUSTER_THRESHOLD} sets {@code cluster.threshold}.
 */
final class EnvironmentKeys {

  private static final String PREFIX = "UNCANNED_";

  /** What Kubernetes and Docker tell of a service whose name begins as this program's. */
  private static final Pattern SERVICE =
      Pattern.compile(".*_(SERVICE_(HOST|PORT)|PORT)(_[A-Z0-9_]+)?");

  /** What the launcher and the measurements below jobs/bench read. */
  private static final Set<String> OTHERS =
      Set.of("UNCANNED_MEMORY", "UNCANNED_BENCH", "UNCANNED_BENCH_HEAP", "UNCANNED_CLASSES");

  private final Map<String, String> keys = new TreeMap<>();

  /**
   * @param known all keys, with a dot between their parts
   */
  EnvironmentKeys(Collection<String> known) {
    known.forEach(key -> keys.put(variable(key), key));
  }

  /** The variable that sets a key. */
  static String variable(String key) {
    return PREFIX + key.replace('.', '_').toUpperCase(Locale.ROOT);
  }

  /**
   * The values that the environment gives, by key.
   *
   * @throws UserException for a variable of this program that sets nothing
   */
  Map<String, String> values(Map<String, String> environment) {
    Map<String, String> values = new TreeMap<>();
    for (Map.Entry<String, String> variable : new TreeMap<>(environment).entrySet()) {
      String name = variable.getKey();
      String key = keys.get(name);
      if (key != null) {
        values.put(key, variable.getValue());
      } else if (name.startsWith(PREFIX)
          && !OTHERS.contains(name)
          && !SERVICE.matcher(name).matches()) {
        throw unknown(name);
      }
    }
    return values;
  }

  private UserException unknown(String name) {
    Set<String> all = new TreeSet<>(keys.keySet());
    all.addAll(OTHERS);
    return new UserException(
        ExitCode.CONFIG,
        "the environment sets "
            + name
            + ", which is no key; did you mean "
            + EditDistance.nearest(name, all)
            + "? Unset it if it is not for this program");
  }
}
