package dev.uncanned.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * Leaves out Hadoop's defaults for schedulers, daemons and remote storage, which are most of its
 * settings.
 *
 * <p>Spark copies all settings for each table it reads or writes and sends them with each job,
 * which takes longer than a small table. Code that asks for a setting that is left out falls back
 * to the same default of its own.
 */
final class HadoopDefaults {

  /** Ends the names of the files that the defaults come from. */
  private static final String FILE = "-default.xml";

  private static final List<String> REMOTE =
      List.of(
          "yarn.",
          "mapreduce.",
          "ipc.",
          "ha.",
          "hadoop.http.",
          "hadoop.registry.",
          "hadoop.security.",
          "hadoop.ssl.",
          "fs.azure.",
          "fs.gs.",
          "fs.s3a.",
          "fs.viewfs.");

  private HadoopDefaults() {}

  /** Removes them from the settings of a run on this machine; what somebody has set stays. */
  static void dropRemote(Configuration hadoop) {
    List<String> names = new ArrayList<>();
    hadoop.forEach(setting -> names.add(setting.getKey()));
    for (String name : names) {
      if (REMOTE.stream().anyMatch(name::startsWith) && isDefault(hadoop, name)) {
        hadoop.unset(name);
      }
    }
  }

  private static boolean isDefault(Configuration hadoop, String name) {
    String[] sources = hadoop.getPropertySources(name);
    return sources != null && sources.length == 1 && sources[0].endsWith(FILE);
  }
}
