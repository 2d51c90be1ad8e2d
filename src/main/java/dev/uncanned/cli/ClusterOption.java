package dev.uncanned.cli;

import dev.uncanned.pipeline.ExitCode;
import dev.uncanned.pipeline.UserException;
import picocli.CommandLine.Option;

/** On which machines a command works. */
final class ClusterOption {

  private static final String LOCAL = "local";

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark master of a cluster; default: this machine")
  private String master;

  /**
   * Spark master; null for this machine.
   *
   * @throws UserException for a master on this machine: it would lack the settings that keep others
   *     out
   */
  String master() {
    if (master != null && master.startsWith(LOCAL)) {
      throw new UserException(
          ExitCode.USAGE, "--master names a cluster; leave it out to work on this machine");
    }
    return master;
  }
}
