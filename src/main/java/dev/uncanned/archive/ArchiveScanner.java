package dev.uncanned.archive;

import java.io.IOException;
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
import java.util.TreeSet;

/**
 * Finds the archives among files and folders, by content and not by name alone.
 *
 * <p>Links are never followed; what is no regular file becomes a part that its reader rejects. The
 * parts and their ids depend on the paths below the given ones only, not on the order in which they
 * are given or listed.
 */
public final class ArchiveScanner {

  private final LinkedInFinder finder = new LinkedInFinder();
  private final Map<String, Integer> ids = new HashMap<>();
  private final Set<Path> seen = new HashSet<>();

  /** Finds all parts below the given files and folders. */
  public static List<ArchivePart> scan(List<Path> given) {
    return new ArchiveScanner().parts(given);
  }

  private ArchiveScanner() {}

  private List<ArchivePart> parts(List<Path> given) {
    List<ArchivePart> parts = new ArrayList<>();
    Set<Path> sorted = new TreeSet<>();
    given.forEach(path -> sorted.add(path.toAbsolutePath().normalize()));
    for (Path path : sorted) {
      parts.addAll(below(path));
    }
    parts.sort(
        Comparator.comparing(ArchivePart::root)
            .thenComparing(ArchivePart::kind)
            .thenComparing(part -> String.join("\n", part.files())));
    return List.copyOf(parts);
  }

  private List<ArchivePart> below(Path given) {
    Listing listing = new Listing();
    try {
      Files.walkFileTree(given, listing);
    } catch (IOException unreadable) {
      listing.others.add(given);
    }
    List<ArchivePart> parts = new ArrayList<>();
    Set<Path> left = new TreeSet<>(listing.files);
    for (Path other : new TreeSet<>(listing.others)) {
      parts.add(part(ArchivePart.Kind.UNRECOGNISED, given, other, "", List.of(), 0));
    }
    parts.addAll(folders(given, left));
    for (Path file : List.copyOf(left)) {
      List<ArchivePart> zip = zip(given, file);
      if (!zip.isEmpty()) {
        parts.addAll(zip);
        left.remove(file);
      }
    }
    parts.addAll(MailFolders.parts(given, List.copyOf(left)));
    return parts;
  }

  private List<ArchivePart> folders(Path given, Set<Path> left) {
    List<ArchivePart> parts = new ArrayList<>();
    Set<Path> roots = new TreeSet<>();
    for (Path file : left) {
      if (finder.isMessageFile(file)) {
        roots.add(file.getParent());
      }
    }
    Comparator<Path> deepest =
        Comparator.<Path>comparingInt(Path::getNameCount).reversed().thenComparing(p -> p);
    for (Path root : roots.stream().sorted(deepest).toList()) {
      List<String> names = new ArrayList<>();
      long bytes = 0;
      for (Path file : List.copyOf(left)) {
        if (file.startsWith(root) && finder.belongsToExport(root, file)) {
          names.add(slashed(root.relativize(file)));
          bytes += size(file);
          left.remove(file);
        }
      }
      Path named = root.startsWith(given) ? root : given;
      parts.add(folder(given, named, root, names, bytes));
    }
    return parts;
  }

  private ArchivePart folder(Path given, Path named, Path root, List<String> names, long bytes) {
    String id = id(given, named, "");
    return new ArchivePart(
        ArchivePart.Kind.LINKEDIN_FOLDER, id, id, root.toString(), List.copyOf(names), bytes);
  }

  private List<ArchivePart> zip(Path given, Path file) {
    List<ArchivePart> parts = new ArrayList<>();
    for (String inner : finder.exportsIn(file)) {
      List<String> files = inner.isEmpty() ? List.of() : List.of(inner);
      parts.add(part(ArchivePart.Kind.LINKEDIN_ZIP, given, file, inner, files, size(file)));
    }
    return parts;
  }

  private ArchivePart part(
      ArchivePart.Kind kind, Path given, Path path, String inner, List<String> files, long bytes) {
    String id = id(given, path, inner);
    return new ArchivePart(kind, id, id, path.toString(), files, bytes);
  }

  /** Two archives of one name, given from different places, get different ids. */
  private String id(Path given, Path path, String inner) {
    Path parent = given.getParent();
    String name = slashed(parent == null ? path : parent.relativize(path));
    String full = inner.isEmpty() ? name : name + "/" + inner;
    int copies = ids.merge(full, 1, Integer::sum);
    return copies == 1
        ? ContentHash.shortOf(full)
        : ContentHash.shortOf(full, Integer.toString(copies));
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private static long size(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
          .size();
    } catch (IOException gone) {
      return 0;
    }
  }

  /** All files below a path that no earlier path has listed, and all that is no regular file. */
  private final class Listing extends SimpleFileVisitor<Path> {

    private final List<Path> files = new ArrayList<>();
    private final List<Path> others = new ArrayList<>();

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (seen.add(file)) {
        (attributes.isRegularFile() ? files : others).add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
      if (seen.add(file)) {
        others.add(file);
      }
      return FileVisitResult.CONTINUE;
    }
  }
}
