package dev.uncanned.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the mails of Apple Mail and says which folder and account each belongs to.
 *
 * <p>It is shown files that start with a number and a mail header, which is what decides. Apple
 * Mail keeps {@code V10/<account>/Sent Messages.mbox/<id>/Data/…/Messages/1.emlx}: the input is the
 * innermost folder that ends in {@code .mbox}, the owner's archive the folder above the outermost
 * one, which is the account. Outside of such folders the folder of the file is both, and where it
 * is named like sent mail or an inbox, the archive is the folder above.
 */
final class EmlxFinder implements FormatFinder {

  private static final int BATCH = 500;

  /** Opening a ZIP costs more than a mail, so its mails are read in larger pieces. */
  private static final int PACKED_BATCH = 20_000;

  @Override
  public List<FoundInput> find(ExportFiles files, List<ExportFile> left) {
    Map<String, List<ExportFile>> inputs = new TreeMap<>();
    for (ExportFile file : left) {
      inputs.computeIfAbsent(mailbox(file.path()), key -> new ArrayList<>()).add(file);
    }
    List<FoundInput> found = new ArrayList<>();
    for (Map.Entry<String, List<ExportFile>> input : inputs.entrySet()) {
      boolean packed = files.path(input.getValue().get(0)) == null;
      add(input.getKey(), input.getValue(), packed ? PACKED_BATCH : BATCH, found);
    }
    return found;
  }

  private static void add(
      String input, List<ExportFile> members, int batchSize, List<FoundInput> found) {
    for (int from = 0; from < members.size(); from += batchSize) {
      List<ExportFile> batch = members.subList(from, Math.min(from + batchSize, members.size()));
      found.add(
          new FoundInput(
              ArchivePart.Kind.EMLX,
              account(input),
              input,
              batch.stream().map(ExportFile::path).toList(),
              batch.stream().mapToLong(ExportFile::size).sum(),
              from + 1L,
              0,
              -1));
    }
  }

  /** The folder that is one mailbox in Apple Mail's window: the innermost that ends in .mbox. */
  static String mailbox(String path) {
    String folder = MailPath.parent(path);
    for (String at = folder; !at.isEmpty(); at = MailPath.parent(at)) {
      if (isMailbox(at)) {
        return at;
      }
    }
    return folder;
  }

  /** The name that Apple Mail's window shows for a mailbox folder. */
  static String shownName(String mailbox) {
    String name = MailPath.name(mailbox);
    return isMailbox(mailbox) ? name.substring(0, name.lastIndexOf('.')) : name;
  }

  private static String account(String input) {
    String account = null;
    for (String at = input; !at.isEmpty(); at = MailPath.parent(at)) {
      account = isMailbox(at) ? MailPath.parent(at) : account;
    }
    if (account != null) {
      return account;
    }
    return MailFolderNames.isTopOfMailbox(MailPath.name(input)) ? MailPath.parent(input) : input;
  }

  private static boolean isMailbox(String folder) {
    return folder.endsWith(".mbox") || folder.endsWith(".imapmbox");
  }
}
