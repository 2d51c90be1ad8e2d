package dev.uncanned.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * Leaves out Hadoop's defaults, which are most of its settings.
 *
 * <p>Spark copies all settings for each table it reads or writes and sends them with each job, each
 * packed for itself, which takes longer than a small table. Code that asks for a setting that is
 * left out falls back to the same default of its own.
 */
final class HadoopDefaults {

  /** Ends the names of the files that the defaults come from. */
  private static final String FILE = "-default.xml";

  /** What code asks for that has no default of its own. */
  private static final Set<String> NEEDED =
      Set.of("fs.AbstractFileSystem.file.impl", "fs.defaultFS", "hadoop.tmp.dir");

  private HadoopDefaults() {}

  /** Removes them from the settings of a run on this machine; what somebody has set stays. */
  static void drop(Configuration hadoop) {
    List<String> names = new ArrayList<>();
    hadoop.forEach(setting -> names.add(setting.getKey()));
    for (String name : names) {
      if (!NEEDED.contains(name) && isDefault(hadoop, name)) {
        hadoop.unset(name);
      }
    }
  }

  private static boolean isDefault(Configuration hadoop, String name) {
    String[] sources = hadoop.getPropertySources(name);
    return sources != null && sources.length == 1 && sources[0].endsWith(FILE);
  }
}
