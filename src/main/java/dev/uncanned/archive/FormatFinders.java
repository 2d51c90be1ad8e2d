package dev.uncanned.archive;

import static dev.uncanned.archive.ContentKind.EMLX;
import static dev.uncanned.archive.ContentKind.FROM_LINE;
import static dev.uncanned.archive.ContentKind.GZIP;
import static dev.uncanned.archive.ContentKind.JSON;
import static dev.uncanned.archive.ContentKind.MAIL;
import static dev.uncanned.archive.ContentKind.OLE2;
import static dev.uncanned.archive.ContentKind.OUTLOOK;
import static dev.uncanned.archive.ContentKind.TEXT;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** All formats that are recognised, in the order in which they may take files. */
final class FormatFinders {

  /** A finder, the kinds of files that it is shown, and which others for their names. */
  private record Entry(FormatFinder finder, Set<ContentKind> kinds, Predicate<String> names) {

    Entry(FormatFinder finder, ContentKind... kinds) {
      this(finder, Set.of(kinds), name -> false);
    }

    boolean looksAt(ExportFile file, ContentKind kind) {
      return kinds.contains(kind) || names.test(file.path());
    }
  }

  private final List<Entry> entries;

  FormatFinders(ArchiveConfig config) {
    entries =
        List.of(
            new Entry(new LinkedInFinder(), TEXT, GZIP),
            new Entry(new SlackFinder(), JSON),
            new Entry(new MetaFinder(), JSON),
            new Entry(new XFinder(), TEXT),
            new Entry(new EmlxFinder(), EMLX),
            new Entry(new MboxFinder(), Set.of(FROM_LINE, GZIP), MboxPath::isNamedMbox),
            new Entry(new MailFinder(), MAIL, FROM_LINE, GZIP),
            new Entry(new OutlookFinder(), OUTLOOK),
            new Entry(new MsgFinder(), OLE2),
            new Entry(new MappedFinder(config), TEXT, JSON, GZIP),
            new Entry(new WhatsAppFinder(), TEXT, JSON));
  }

  /** What each file looks like, in the order of the paths. */
  Map<ExportFile, ContentKind> kinds(ExportFiles files) {
    List<ExportFile> all = files.files();
    boolean onDisk = !all.isEmpty() && files.path(all.get(0)) != null;
    // Files of a ZIP come through one stream; opening many files on disk is worth all cores.
    Stream<ExportFile> order = onDisk ? all.parallelStream() : all.stream();
    List<ContentKind> looks = order.map(file -> kind(files, file)).toList();
    Map<ExportFile, ContentKind> kinds = new LinkedHashMap<>();
    for (int i = 0; i < looks.size(); i++) {
      kinds.put(all.get(i), looks.get(i));
    }
    return kinds;
  }

  private static ContentKind kind(ExportFiles files, ExportFile file) {
    try (InputStream in = files.open(file)) {
      return ContentKind.of(in.readNBytes(ContentKind.HEAD_BYTES));
    } catch (IOException unreadable) {
      return ContentKind.BINARY;
    }
  }

  /** What the formats have among the files; each file belongs to one input at most. */
  List<FoundInput> find(ExportFiles files, Map<ExportFile, ContentKind> kinds) {
    List<FoundInput> found = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Entry entry : entries) {
      List<ExportFile> left =
          kinds.entrySet().stream()
              .filter(file -> entry.looksAt(file.getKey(), file.getValue()))
              .map(Map.Entry::getKey)
              .filter(file -> !taken.contains(file.path()))
              .toList();
      for (FoundInput input : find(entry.finder(), files, left)) {
        found.add(input);
        taken.addAll(input.files());
      }
    }
    return found;
  }

  private static List<FoundInput> find(
      FormatFinder finder, ExportFiles files, List<ExportFile> left) {
    if (left.isEmpty()) {
      return List.of();
    }
    try {
      return finder.find(files, left);
    } catch (IOException unreadable) {
      // What this finder could not look at is left for the others, and in the end is listed.
      return List.of();
    }
  }
}
