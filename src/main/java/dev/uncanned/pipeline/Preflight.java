package dev.uncanned.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.uncanned.archive.ArchiveConfig;
import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.ArchiveScanner;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.archive.NamedPart;
import dev.uncanned.message.Erasure;
import dev.uncanned.message.Pseudonyms;
import dev.uncanned.message.RosterEntry;
import dev.uncanned.store.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks a request before anything is touched, and names it by its content. */
final class Preflight {

  private final Map<String, String> environment;
  private final String home;

  Preflight(Map<String, String> environment, String home) {
    this.environment = environment;
    this.home = home;
  }

  /**
   * @param erasures the requests to be forgotten that the run has to obey
   * @throws UserException for whatever is wrong with the request
   */
  PreparedRun prepare(RunRequest request, Erasures erasures) {
    OutputPlace.requireApart(request.archives(), request.out());
    HeapCheck.require(Runtime.getRuntime().maxMemory());
    ConfigReader reader = new ConfigReader();
    Map<String, String> variables = new HashMap<>(environment);
    if (request.salvage()) {
      variables.put("UNCANNED_ARCHIVE_SALVAGE", "true");
    }
    PipelineConfig config = reader.read(request.config(), variables);
    ObjectNode tree = reader.tree(request.config(), variables);
    List<RosterEntry> roster =
        request.roster() == null ? List.of() : RosterReader.read(request.roster());
    Path usual = PseudonymKey.usual(environment, home);
    PseudonymKey.requireOutside(
        request.out(), request.keyFile() == null ? usual : request.keyFile());
    Pseudonyms pseudonyms = new Pseudonyms(PseudonymKey.read(request.keyFile(), usual));
    Erasure erasure = erasures.people(pseudonyms).with(roster);
    Instant oldest = config.retention().oldestMessage(request.asOf());
    List<ArchivePart> parts = parts(request.archives(), config.archive());
    String configJson = ConfigReader.canonical(tree);
    InputStamps stamps = InputStamps.of(parts);
    PartNames named = PartNames.of(parts, readingRules(tree, erasure, oldest));
    String key = key(request, configJson, pseudonyms, named.parts());
    return new PreparedRun(
        request,
        config,
        configJson,
        erasure.rest(roster),
        pseudonyms,
        erasures,
        erasure,
        oldest,
        named.parts(),
        named.contents(),
        stamps,
        key);
  }

  /** What decides, besides its content, which rows a part gives. */
  private static String readingRules(ObjectNode config, Erasure erasure, Instant oldest) {
    List<String> rules = new ArrayList<>();
    rules.add(Version.CODE);
    rules.add(Version.READING);
    rules.add(ConfigReader.canonical(config.withObject("archive")));
    if (!erasure.isEmpty()) {
      rules.add(erasure.digest());
    }
    if (oldest != null) {
      rules.add(oldest.toString());
    }
    return ContentHash.of(rules.toArray(String[]::new));
  }

  private static List<ArchivePart> parts(List<Path> archives, ArchiveConfig config) {
    for (Path archive : archives) {
      if (!Files.exists(archive)) {
        throw new UserException(
            ExitCode.NO_INPUT, archive + ": there is no such file or folder; check the path");
      }
      if (!Files.isReadable(archive)) {
        throw new UserException(ExitCode.NO_INPUT, archive + ": may not be read; check its rights");
      }
    }
    List<ArchivePart> parts = scanned(archives, config);
    if (parts.isEmpty()) {
      throw new UserException(
          ExitCode.NO_INPUT,
          archives.get(0)
              + ": the folder is empty; name a folder or file that holds message archives");
    }
    return parts;
  }

  /**
   * The parts of archives that are there.
   *
   * @throws UserException if a folder cannot be listed
   */
  static List<ArchivePart> scanned(List<Path> archives, ArchiveConfig config) {
    try {
      return ArchiveScanner.scan(archives, config);
    } catch (UncheckedIOException unlisted) {
      throw new UserException(ExitCode.IO, unlisted.getMessage());
    }
  }

  private static String key(
      RunRequest request, String configJson, Pseudonyms pseudonyms, List<NamedPart> parts) {
    List<String> all = new ArrayList<>();
    all.add(Version.CODE);
    all.add(Version.METRICS);
    all.add(configJson);
    all.add(pseudonyms.keyId());
    all.add(request.asOf() == null ? "newest day of the input" : request.asOf().toString());
    if (request.only() != null) {
      all.add("only " + request.only());
    }
    all.add(request.roster() == null ? "no roster" : hash(request.roster()));
    // The order of the parts follows from where the archives lie, which must not matter.
    parts.stream().map(NamedPart::name).sorted().forEach(all::add);
    return ContentHash.of(all.toArray(String[]::new));
  }

  private static String hash(Path file) {
    try {
      return Folders.sha256(file);
    } catch (IOException failure) {
      throw unreadable();
    }
  }

  private static UserException unreadable() {
    return new UserException(ExitCode.IO, "the roster cannot be read; check rights and disk");
  }
}
