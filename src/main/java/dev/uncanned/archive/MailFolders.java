package dev.uncanned.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Finds the mails among the files of an archive and says which folder and mailbox each belongs to.
 *
 * <p>Content decides what is a mail ({@link MailSniffer}). The input is the folder that holds the
 * files, for a Maildir the one above {@code cur} and {@code new}. The mailbox is that folder too,
 * unless it lies beside or below folders named like sent mail or an inbox: then the folder above
 * those. Maildir++ folders ({@code .Sent}) belong to the Maildir that they lie in. Ids come from
 * paths relative to the parent of the given path, with {@code /}.
 */
public final class MailFolders {

  private static final int MAX_BATCH = 500;
  private static final int ID_DIGITS = 16;

  private final Path base;
  private final Path given;

  private MailFolders(Path given) {
    this.given = given.toAbsolutePath().normalize();
    Path parent = this.given.getParent();
    this.base = parent == null ? this.given : parent;
  }

  /**
   * The parts that a reader of mail reads, and the files that are no mail, each as a part of its
   * own of kind UNRECOGNISED.
   *
   * @param given the archive as named by the user, a file or a folder
   * @param files regular files at or below {@code given}, in any order
   */
  public static List<ArchivePart> parts(Path given, List<Path> files) {
    return new MailFolders(given).parts(files);
  }

  private List<ArchivePart> parts(List<Path> files) {
    Map<String, List<Path>> inputs = new TreeMap<>();
    List<ArchivePart> parts = new ArrayList<>();
    Function<Path, String> order = this::relative;
    List<Path> sorted =
        files.stream()
            .map(file -> file.toAbsolutePath().normalize())
            .sorted(Comparator.comparing(order))
            .toList();
    for (Path file : sorted) {
      if (isMail(file)) {
        String kind = isMaildirFile(file) ? "maildir " : "eml ";
        inputs.computeIfAbsent(kind + relative(folder(file)), key -> new ArrayList<>()).add(file);
      } else {
        parts.add(unrecognised(file));
      }
    }
    TreeSet<Path> mailboxes = new TreeSet<>(Comparator.comparing(order));
    inputs.values().forEach(members -> addMailboxes(folder(members.get(0)), mailboxes));
    inputs.values().forEach(members -> addParts(members, mailboxes, parts));
    return parts;
  }

  /** A mail may lie in a Maildir's cur or new, not in its tmp, where deliveries are unfinished. */
  private static boolean isMail(Path file) {
    Path folder = file.getParent();
    boolean unfinished =
        isNamed(folder, "tmp")
            && (Files.isDirectory(folder.resolveSibling("cur"))
                || Files.isDirectory(folder.resolveSibling("new")));
    try {
      return !unfinished && MailSniffer.isMessage(file);
    } catch (IOException unreadable) {
      // Not a mail as far as anybody can see; it is listed as unrecognised.
      return false;
    }
  }

  static boolean isCurOrNew(Path folder) {
    boolean named = isNamed(folder, "cur") || isNamed(folder, "new");
    return named
        && Files.isDirectory(folder.resolveSibling("cur"))
        && Files.isDirectory(folder.resolveSibling("new"));
  }

  private static boolean isNamed(Path folder, String name) {
    return folder != null
        && folder.getFileName() != null
        && folder.getFileName().toString().equals(name);
  }

  /** Archivers drop empty folders, so the flags in the name are a sign as well. */
  private static boolean isMaildirFile(Path file) {
    Path folder = file.getParent();
    String name = file.getFileName().toString();
    boolean flagged = name.contains(":2,") || name.contains(";2,");
    return isCurOrNew(folder) || (flagged && (isNamed(folder, "cur") || isNamed(folder, "new")));
  }

  private Path folder(Path file) {
    Path folder = file.getParent();
    return isMaildirFile(file) && folder.getParent() != null ? folder.getParent() : folder;
  }

  /** Folders above one named like sent mail or an inbox, inside of the given path only. */
  private void addMailboxes(Path folder, TreeSet<Path> mailboxes) {
    for (Path at = folder; isBelowGiven(at); at = at.getParent()) {
      String name = at.getFileName().toString();
      Path parent = at.getParent();
      boolean maildirSub = name.startsWith(".") && Files.isDirectory(parent.resolve("cur"));
      if (maildirSub || MailFolderNames.isTopOfMailbox(name)) {
        mailboxes.add(parent);
      }
    }
  }

  private boolean isBelowGiven(Path folder) {
    return folder != null && !folder.equals(given) && folder.startsWith(given);
  }

  /** The topmost of the known mailboxes that a folder is in, else the folder itself. */
  private Path mailbox(Path folder, TreeSet<Path> mailboxes) {
    Path top = folder;
    for (Path at = folder; at != null && at.startsWith(given); at = at.getParent()) {
      top = mailboxes.contains(at) ? at : top;
    }
    return top;
  }

  private void addParts(List<Path> files, TreeSet<Path> mailboxes, List<ArchivePart> parts) {
    Path folder = folder(files.get(0));
    boolean maildir = isMaildirFile(files.get(0));
    // A file given by itself is an input of its own, not the folder that it happens to lie in.
    String name = relative(given.equals(files.get(0)) ? given : folder);
    Path box = given.equals(files.get(0)) ? given : mailbox(folder, mailboxes);
    for (int from = 0; from < files.size(); from += MAX_BATCH) {
      List<Path> batch = files.subList(from, Math.min(from + MAX_BATCH, files.size()));
      parts.add(
          new ArchivePart(
              maildir ? ArchivePart.Kind.MAILDIR : ArchivePart.Kind.EML,
              id("mailbox", relative(box)),
              id(maildir ? "maildir" : "mail", name),
              folder.toString(),
              batch.stream().map(file -> slashed(folder.relativize(file))).toList(),
              batch.stream().mapToLong(MailFolders::size).sum(),
              from + 1L));
    }
  }

  private ArchivePart unrecognised(Path file) {
    String id = id("other", relative(file));
    ArchivePart.Kind kind = ArchivePart.Kind.UNRECOGNISED;
    return new ArchivePart(kind, id, id, file.toString(), List.of(), size(file));
  }

  private static String id(String sort, String path) {
    return ContentHash.of(sort, path).substring(0, ID_DIGITS);
  }

  private String relative(Path path) {
    return slashed(base.relativize(path));
  }

  private static String slashed(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  /** A size that cannot be told counts as nothing; the reader finds out why. */
  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException unreadable) {
      return 0;
    }
  }
}
