package dev.uncanned.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * Recognises LinkedIn exports, packed and unpacked, by the headers of their files.
 *
 * <p>An export is the folder that directly holds messages, invitations or connections, with all CSV
 * files and articles below it.
 */
final class LinkedInFinder implements FormatFinder {

  private static final List<LinkedInCsv> TELLING =
      List.of(LinkedInCsv.MESSAGES, LinkedInCsv.INVITATIONS, LinkedInCsv.CONNECTIONS);

  @Override
  public List<FoundInput> find(ExportFiles files, List<ExportFile> left) {
    TreeSet<String> roots =
        new TreeSet<>(
            Comparator.<String>comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    for (ExportFile file : left) {
      if (isTelling(files, file)) {
        roots.add(file.folder());
      }
    }
    List<FoundInput> found = new ArrayList<>();
    List<ExportFile> rest = new ArrayList<>(left);
    for (String root : roots) {
      List<ExportFile> members = rest.stream().filter(file -> belongs(root, file)).toList();
      rest.removeAll(new HashSet<>(members));
      found.add(
          FoundInput.whole(
              ArchivePart.Kind.LINKEDIN,
              root,
              root,
              members.stream().map(ExportFile::path).toList(),
              members.stream().mapToLong(ExportFile::size).sum()));
    }
    return found;
  }

  private static boolean isTelling(ExportFiles files, ExportFile file) {
    LinkedInCsv kind = LinkedInCsv.ofName(file.base());
    if (kind == null || !TELLING.contains(kind)) {
      return false;
    }
    try (CsvSheet sheet = CsvSheet.open(() -> files.openUnpacked(file), kind)) {
      // What lacks columns is read as well, so that it is reported, with what it has and lacks.
      return sheet.head() == CsvSheet.Head.FITS || sheet.head() == CsvSheet.Head.INCOMPLETE;
    } catch (IOException unreadable) {
      // A broken entry of LinkedIn's name is read as one, so that it is reported as broken.
      return files.path(file) == null || unreadable instanceof UnreadableException;
    }
  }

  private static boolean belongs(String root, ExportFile file) {
    if (!file.isBelow(root)) {
      return false;
    }
    String name = file.base().toLowerCase(Locale.ROOT);
    return name.endsWith(".csv")
        || name.endsWith(".csv.gz")
        || (name.endsWith(".html") && file.path().substring(root.length()).contains("Articles"));
  }
}
