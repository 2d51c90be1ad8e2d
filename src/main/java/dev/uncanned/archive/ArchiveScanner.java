package dev.uncanned.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the archives among files and folders, by content and not by name alone.
 *
 * <p>Links are never followed; what is no regular file becomes a part that its reader rejects. ZIPs
 * are looked into, and ZIPs in them. What no finder recognises is listed by folder and kind. The
 * parts and their ids depend on the paths below the given ones only, not on the order in which they
 * are given or listed.
 */
public final class ArchiveScanner {

  private final FormatFinders finders;
  private final boolean salvage;
  private final Map<String, Integer> names = new HashMap<>();
  private final Set<Path> seen = new HashSet<>();
  private final List<ArchivePart> parts = new ArrayList<>();

  /**
   * Finds all parts below the given files and folders. A link that is given is followed, links
   * below are not.
   *
   * @throws UncheckedIOException if a folder cannot be listed to its end: what lies in it would be
   *     missing without a trace
   */
  public static List<ArchivePart> scan(List<Path> given) {
    return scan(given, ArchiveConfig.defaults());
  }

  /**
   * The same, with the user's own mappings of tables.
   *
   * @param config how tables are read that no fixed format describes
   */
  public static List<ArchivePart> scan(List<Path> given, ArchiveConfig config) {
    return new ArchiveScanner(config).parts(given);
  }

  private ArchiveScanner(ArchiveConfig config) {
    this.finders = new FormatFinders(config);
    this.salvage = config.salvage();
  }

  private List<ArchivePart> parts(List<Path> given) {
    Set<Path> sorted = new TreeSet<>();
    given.forEach(path -> sorted.add(path.toAbsolutePath().normalize()));
    for (Path path : sorted) {
      scan(path);
    }
    parts.sort(
        Comparator.comparing(ArchivePart::root)
            .thenComparing(ArchivePart::inner)
            .thenComparing(ArchivePart::kind)
            .thenComparing(ArchivePart::input_id)
            .thenComparing(ArchivePart::first_row)
            .thenComparing(ArchivePart::byte_start));
    return List.copyOf(parts);
  }

  private void scan(Path given) {
    Path start = behindLink(given);
    Listing listing = new Listing(start);
    try {
      Files.walkFileTree(start, listing);
    } catch (IOException unlisted) {
      throw new UncheckedIOException(
          given + ": a folder in it cannot be listed; check rights and disk", unlisted);
    }
    String name = name(given);
    if (!listing.others.isEmpty()) {
      List<String> others = listing.others.stream().map(listing::relative).sorted().toList();
      parts.add(unrecognised(listing.root, "", name, "", "not-regular", others, 0));
    }
    if (!listing.files.isEmpty()) {
      FolderExport files =
          FolderExport.of(
              listing.root,
              listing.files.stream().map(listing::relative).toList(),
              listing.folders);
      look(new Place(listing.root, "", name), files);
    }
  }

  /**
   * Where files are looked for.
   *
   * @param root folder or ZIP on disk
   * @param inner ZIP inside of the ZIP, empty if none
   * @param name what ids are made of: the same wherever the archive lies
   */
  private record Place(Path root, String inner, String name) {

    String name(String path) {
      return path.isEmpty() ? name : name + "/" + path;
    }

    /** Files of a folder on disk may be ZIPs, which are looked into; so may those of a ZIP. */
    boolean isFolder() {
      return Files.isDirectory(root);
    }
  }

  /** Adds the parts of a folder or ZIP; whether anything was recognised. */
  private boolean look(Place place, ExportFiles files) {
    Map<ExportFile, ContentKind> kinds = finders.kinds(files);
    List<FoundInput> found = finders.find(files, kinds);
    Set<String> taken = new HashSet<>();
    for (FoundInput input : found) {
      parts.add(part(place, input));
      taken.addAll(input.files());
    }
    kinds.keySet().removeIf(file -> taken.contains(file.path()));
    boolean recognised = !found.isEmpty();
    Map<String, List<ExportFile>> others = new TreeMap<>();
    for (Map.Entry<ExportFile, ContentKind> entry : kinds.entrySet()) {
      ExportFile file = entry.getKey();
      boolean zip = entry.getValue() == ContentKind.ZIP;
      if (zip && lookInto(place, file)) {
        recognised = true;
      } else {
        // An archive that lies too deep is listed, and rejected by the reader of what is listed.
        recognised |= zip && !place.inner().isEmpty() && UnrecognisedReader.isArchive(files, file);
        String group = file.folder() + "\n" + entry.getValue().label();
        others.computeIfAbsent(group, key -> new ArrayList<>()).add(file);
      }
    }
    if (recognised || place.isFolder()) {
      others.forEach((group, members) -> addOthers(place, group, members));
    }
    return recognised;
  }

  /** Whether a ZIP holds anything that was recognised. */
  private boolean lookInto(Place outer, ExportFile file) {
    Place place;
    if (outer.isFolder()) {
      place = new Place(outer.root.resolve(file.path()), "", outer.name(file.path()));
    } else if (outer.inner.isEmpty()) {
      place = new Place(outer.root, file.path(), outer.name(file.path()));
    } else {
      return false;
    }
    try (ZipExport zip = open(place, false)) {
      return look(place, zip);
    } catch (IOException damaged) {
      // Its reader meets the same damage and rejects it with the reason.
      parts.add(unreadable(place));
    }
    if (salvage) {
      salvage(place);
    }
    return true;
  }

  private void salvage(Place place) {
    try (ZipExport zip = open(place, true)) {
      look(place, zip);
    } catch (IOException beyondSalvage) {
      // The whole is rejected already.
      return;
    }
  }

  private static ZipExport open(Place place, boolean salvage) throws IOException {
    return ZipExport.open(place.root, place.inner.isEmpty() ? null : place.inner, salvage);
  }

  private ArchivePart part(Place place, FoundInput input) {
    String kind = input.kind().name();
    return new ArchivePart(
        input.kind(),
        ContentHash.shortOf(place.name(input.archive())),
        ContentHash.shortOf(place.name(input.input()), kind),
        place.root.toString(),
        place.inner,
        input.files(),
        input.bytes(),
        input.firstRow(),
        input.byteStart(),
        input.byteEnd());
  }

  private ArchivePart unreadable(Place place) {
    String id = ContentHash.shortOf(place.name);
    return new ArchivePart(
        ArchivePart.Kind.UNRECOGNISED,
        id,
        ContentHash.shortOf(place.name, "unreadable"),
        place.root.toString(),
        place.inner,
        List.of(),
        0,
        1,
        0,
        -1);
  }

  private void addOthers(Place place, String group, List<ExportFile> members) {
    int cut = group.indexOf('\n');
    String folder = group.substring(0, cut);
    String label = group.substring(cut + 1);
    parts.add(
        unrecognised(
            place.root,
            place.inner,
            place.name(folder),
            folder,
            label,
            members.stream().map(ExportFile::path).toList(),
            members.stream().mapToLong(ExportFile::size).sum()));
  }

  private static ArchivePart unrecognised(
      Path root,
      String inner,
      String name,
      String folder,
      String label,
      List<String> files,
      long bytes) {
    return new ArchivePart(
        ArchivePart.Kind.UNRECOGNISED,
        ContentHash.shortOf(name),
        ContentHash.shortOf(name, label),
        root.toString(),
        inner,
        files,
        bytes,
        1,
        0,
        -1);
  }

  private static Path behindLink(Path given) {
    try {
      return Files.isSymbolicLink(given) ? given.toRealPath() : given;
    } catch (IOException broken) {
      return given;
    }
  }

  /** Two archives of one name, given from different places, get different names. */
  private String name(Path given) {
    String name = given.getFileName() == null ? "" : given.getFileName().toString();
    int copies = names.merge(name, 1, Integer::sum);
    return copies == 1 ? name : name + "\n" + copies;
  }

  /** All files below a path that no earlier path has listed, and all that is no regular file. */
  private final class Listing extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<Path> files = new ArrayList<>();
    private final List<Path> others = new ArrayList<>();
    private final Set<String> folders = new HashSet<>();

    Listing(Path given) {
      Path parent = given.getParent();
      this.root = Files.isDirectory(given) || parent == null ? given : parent;
    }

    String relative(Path path) {
      String separator = path.getFileSystem().getSeparator();
      return root.relativize(path).toString().replace(separator, "/");
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      folders.add(relative(folder));
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (seen.add(file)) {
        (attributes.isRegularFile() ? files : others).add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** What has gone meanwhile is left to its reader; a folder that may not be opened is not. */
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
      if (!Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
        throw failure;
      }
      if (seen.add(file)) {
        others.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
