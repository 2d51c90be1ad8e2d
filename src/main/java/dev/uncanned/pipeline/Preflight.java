package dev.uncanned.pipeline;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.ArchiveScanner;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.message.Pseudonyms;
import dev.uncanned.message.RosterEntry;
import dev.uncanned.store.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
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
   * @throws UserException for whatever is wrong with the request
   */
  PreparedRun prepare(RunRequest request) {
    ConfigReader reader = new ConfigReader();
    PipelineConfig config = reader.read(request.config(), environment);
    ObjectNode tree = reader.tree(request.config(), environment);
    List<RosterEntry> roster =
        request.roster() == null ? List.of() : RosterReader.read(request.roster());
    Path usual = PseudonymKey.usual(environment, home);
    Pseudonyms pseudonyms = new Pseudonyms(PseudonymKey.read(request.keyFile(), usual));
    List<ArchivePart> parts = parts(request.archives());
    String configJson = ConfigReader.canonical(tree);
    String key = key(request, configJson, pseudonyms, parts);
    return new PreparedRun(request, config, configJson, roster, pseudonyms, parts, key);
  }

  private static List<ArchivePart> parts(List<Path> archives) {
    for (Path archive : archives) {
      if (!Files.exists(archive)) {
        throw new UserException(
            ExitCode.NO_INPUT, archive + ": there is no such file or folder; check the path");
      }
      if (!Files.isReadable(archive)) {
        throw new UserException(ExitCode.NO_INPUT, archive + ": may not be read; check its rights");
      }
    }
    List<ArchivePart> parts = ArchiveScanner.scan(archives);
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
    for (ArchivePart part : parts) {
      all.add(part.kind() + " " + part.archive_id());
      addContents(part, all);
    }
    return ContentHash.of(all.toArray(String[]::new));
  }

  private static void addContents(ArchivePart part, List<String> all) {
    Path root = Path.of(part.root());
    all.addAll(part.files());
    if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)) {
      all.add(contents(root));
      return;
    }
    for (String file : part.files()) {
      all.add(contents(root.resolve(file)));
    }
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
