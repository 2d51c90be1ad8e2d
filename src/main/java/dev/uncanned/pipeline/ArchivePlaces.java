package dev.uncanned.pipeline;

import dev.uncanned.archive.ArchivePart;
import dev.uncanned.archive.NamedPart;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where on the disk each archive lies: its ZIP, its only file, or the folder of all its files. */
final class ArchivePlaces {

  private static final String SLASH = "/";

  private ArchivePlaces() {}

  /** Absolute paths by the id of the archive; what no reader knows is left out. */
  static Map<String, String> of(List<NamedPart> parts) {
    Map<String, String> places = new TreeMap<>();
    for (NamedPart named : parts) {
      ArchivePart part = named.part();
      if (part.kind() != ArchivePart.Kind.UNRECOGNISED) {
        places.merge(part.archive_id(), place(part), ArchivePlaces::common);
      }
    }
    return places;
  }

  /**
   * A name is listed with replacements where its bytes are no text, so it is put together as one.
   */
  private static String place(ArchivePart part) {
    if (PartNames.isOneFile(part)) {
      return part.root();
    }
    return part.files().stream()
        .map(file -> part.root() + SLASH + file)
        .reduce(ArchivePlaces::common)
        .orElse(part.root());
  }

  /** The folder that holds both, or the path that both are. */
  private static String common(String one, String other) {
    String folder = one;
    while (!other.equals(folder) && !other.startsWith(folder + SLASH)) {
      int cut = folder.lastIndexOf('/');
      if (cut <= 0) {
        return SLASH;
      }
      folder = folder.substring(0, cut);
    }
    return folder;
  }
}
