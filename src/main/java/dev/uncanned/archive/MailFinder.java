package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds mails, one a file, and says which folder and mailbox each belongs to.
 *
 * <p>Content decides what is a mail ({@link MailSniffer}). The input is the folder that holds the
 * files, for a Maildir the one above {@code cur} and {@code new}. The mailbox is that folder too,
 * unless it lies beside or below folders named like sent mail or an inbox: then the folder above
 * those. Maildir++ folders ({@code .Sent}) belong to the Maildir that they lie in.
 */
final class MailFinder implements FormatFinder {

  private static final int BATCH = 500;

  /** Opening a ZIP costs more than a mail, so its mails are read in larger pieces. */
  private static final int PACKED_BATCH = 20_000;

  @Override
  public List<FoundInput> find(ExportFiles files, List<ExportFile> left) {
    Tree tree = new Tree(files);
    Map<String, List<ExportFile>> inputs = new TreeMap<>();
    boolean packed = false;
    for (ExportFile file : left) {
      if (!tree.isUnfinished(file) && isMail(files, file)) {
        String kind = tree.isMaildirFile(file) ? "maildir " : "eml ";
        inputs.computeIfAbsent(kind + tree.input(file), key -> new ArrayList<>()).add(file);
        packed |= files.path(file) == null;
      }
    }
    TreeSet<String> mailboxes = new TreeSet<>();
    inputs.values().forEach(members -> tree.addMailboxes(tree.input(members.get(0)), mailboxes));
    List<FoundInput> found = new ArrayList<>();
    for (List<ExportFile> members : inputs.values()) {
      addParts(tree, members, mailboxes, packed ? PACKED_BATCH : BATCH, found);
    }
    return found;
  }

  private static boolean isMail(ExportFiles files, ExportFile file) {
    try (InputStream in = files.open(file)) {
      return MailSniffer.isMessage(in);
    } catch (IOException unreadable) {
      // Not a mail as far as anybody can see; it is listed as unrecognised.
      return false;
    }
  }

  private static void addParts(
      Tree tree,
      List<ExportFile> members,
      TreeSet<String> mailboxes,
      int batchSize,
      List<FoundInput> found) {
    ExportFile first = members.get(0);
    String input = tree.input(first);
    ArchivePart.Kind kind =
        tree.isMaildirFile(first) ? ArchivePart.Kind.MAILDIR : ArchivePart.Kind.EML;
    for (int from = 0; from < members.size(); from += batchSize) {
      List<ExportFile> batch = members.subList(from, Math.min(from + batchSize, members.size()));
      found.add(
          new FoundInput(
              kind,
              tree.mailbox(input, mailboxes),
              input,
              batch.stream().map(ExportFile::path).toList(),
              batch.stream().mapToLong(ExportFile::size).sum(),
              from + 1L,
              0,
              -1));
    }
  }

  /** The folders around the files. */
  private static final class Tree {

    private final Set<String> folders;

    Tree(ExportFiles files) {
      this.folders = new HashSet<>(files.folders());
    }

    /** Whether it lies in a Maildir's tmp, where deliveries are unfinished. */
    boolean isUnfinished(ExportFile file) {
      String folder = file.folder();
      return MailPath.name(folder).equals("tmp")
          && (folders.contains(MailPath.sibling(folder, "cur"))
              || folders.contains(MailPath.sibling(folder, "new")));
    }

    /** Archivers drop empty folders, so the flags in the name are a sign as well. */
    boolean isMaildirFile(ExportFile file) {
      String folder = file.folder();
      if (!MailPath.isCurOrNew(folder)) {
        return false;
      }
      boolean both =
          folders.contains(MailPath.sibling(folder, "cur"))
              && folders.contains(MailPath.sibling(folder, "new"));
      return both || file.path().contains(":2,") || file.path().contains(";2,");
    }

    String input(ExportFile file) {
      return isMaildirFile(file) ? MailPath.parent(file.folder()) : file.folder();
    }

    /** Folders above one named like sent mail or an inbox. */
    void addMailboxes(String folder, TreeSet<String> mailboxes) {
      for (String at = folder; !at.isEmpty(); at = MailPath.parent(at)) {
        String name = MailPath.name(at);
        String parent = MailPath.parent(at);
        boolean maildirSub =
            name.startsWith(".") && folders.contains(parent.isEmpty() ? "cur" : parent + "/cur");
        if (maildirSub || MailFolderNames.isTopOfMailbox(name)) {
          mailboxes.add(parent);
        }
      }
    }

    /** The topmost of the known mailboxes that a folder is in, else the folder itself. */
    String mailbox(String folder, TreeSet<String> mailboxes) {
      String top = folder;
      for (String at = folder; !at.isEmpty(); at = MailPath.parent(at)) {
        top = mailboxes.contains(at) ? at : top;
      }
      return mailboxes.contains("") ? "" : top;
    }
  }
}
