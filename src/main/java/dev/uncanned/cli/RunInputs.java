package dev.uncanned.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/** What decides the results of a run beside its archives: the same options for every command. */
final class RunInputs {

  @Option(
      names = "--roster",
      paramLabel = "FILE",
      description = "CSV of the team: sender,email,profile_url,team")
  private Path roster;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "day up to which to look, YYYY-MM-DD; default: the newest day in the input")
  private LocalDate asOf;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "YAML file over conf/uncanned.yaml")
  private Path config;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "pseudonym key; default: uncanned/pseudonym.key in the configuration folder")
  private Path keyFile;

  Path roster() {
    return roster;
  }

  /** Null: the newest day in the input. */
  LocalDate asOf() {
    return asOf;
  }

  Path config() {
    return config;
  }

  Path keyFile() {
    return keyFile;
  }
}
