package dev.uncanned.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.uncanned.archive.ArchiveConfig;
import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.ArchiveScanner;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.archive.ListedPath;
import dev.uncanned.message.Pseudonyms;
import dev.uncanned.message.RosterEntry;
import dev.uncanned.store.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Checks a request before anything is touched, and names it by its content. */
final class Preflight {

  private final Map<String, String> environment;
  private final String home;

  Preflight(Map<String, String> environment, String home) {
    this.environment = environment;
    this.home = home;
  }

  /**
   * @throws UserException for whatever is wrong with the request
   */
  PreparedRun prepare(RunRequest request) {
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
    Pseudonyms pseudonyms = new Pseudonyms(PseudonymKey.read(request.keyFile(), usual));
    List<ArchivePart> parts = parts(request.archives(), config.archive());
    String configJson = ConfigReader.canonical(tree);
    InputStamps stamps = InputStamps.of(parts);
    String key = key(request, configJson, pseudonyms, parts);
    return new PreparedRun(request, config, configJson, roster, pseudonyms, parts, stamps, key);
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
    List<ArchivePart> parts = ArchiveScanner.scan(archives, config);
    if (parts.isEmpty()) {
      throw new UserException(
          ExitCode.NO_INPUT,
          archives.get(0)
              + ": the folder is empty; name a folder or file that holds message archives");
    }
    return parts;
  }

  private static String key(
      RunRequest request, String configJson, Pseudonyms pseudonyms, List<ArchivePart> parts) {
    List<String> all = new ArrayList<>();
    all.add(Version.CODE);
    all.add(Version.METRICS);
    all.add(configJson);
    all.add(pseudonyms.keyId());
    all.add(request.asOf() == null ? "newest day of the input" : request.asOf().toString());
    all.add(request.roster() == null ? "no roster" : hash(request.roster()));
    Map<Path, String> contents = contents(parts);
    List<String> inputs = new ArrayList<>();
    for (ArchivePart part : parts) {
      inputs.add(part.kind() + " " + part.archive_id() + " " + part.input_id());
      for (Path file : files(part)) {
        String name = Path.of(part.root()).relativize(file).toString();
        inputs.add(part.archive_id() + " " + name + " " + contents.get(file));
      }
    }
    // The order of the parts follows from where the archives lie, which must not matter.
    Collections.sort(inputs);
    all.addAll(inputs);
    return ContentHash.of(all.toArray(String[]::new));
  }

  /** The hash of each file, computed on all cores: there may be hundreds of thousands. */
  private static Map<Path, String> contents(List<ArchivePart> parts) {
    Set<Path> files = new LinkedHashSet<>();
    parts.forEach(part -> files.addAll(files(part)));
    Map<Path, String> contents = new ConcurrentHashMap<>();
    files.parallelStream().forEach(file -> contents.put(file, contents(file)));
    return contents;
  }

  /** The files on disk that a part is read from. */
  private static List<Path> files(ArchivePart part) {
    Path root = Path.of(part.root());
    if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      return List.of(root);
    }
    return part.files().stream().map(file -> ListedPath.of(root, file)).toList();
  }

  private static String contents(Path path) {
    boolean regular = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    return regular ? hash(path) : "not a regular file";
  }

  private static String hash(Path file) {
    try {
      return Folders.sha256(file);
    } catch (IOException failure) {
      throw unreadable();
    }
  }

  private static UserException unreadable() {
    return new UserException(
        ExitCode.IO, "a file of the archives cannot be read; check rights and disk");
  }
}
