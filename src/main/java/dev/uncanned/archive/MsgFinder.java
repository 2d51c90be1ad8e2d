package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Recognises mails that Outlook saved, one a file: OLE2 files whose directory names the streams of
 * a message ([MS-CFB] 2.6, [MS-OXMSG] 2.2).
 *
 * <p>Only the head and the first piece of the directory are read. Word documents and the like are
 * OLE2 files too and are left alone; a file that is cut off before its directory is found if it is
 * called {@code .msg}, so that its reader says that it is damaged. The input is the folder, and the
 * mailbox too, unless folders named like sent mail or an inbox show that it is the one above.
 */
final class MsgFinder implements FormatFinder {

  private static final int BATCH = 500;

  /** Opening a ZIP costs more than a mail, so its mails are read in larger pieces. */
  private static final int PACKED_BATCH = 20_000;

  private static final int HEAD_BYTES = 512;
  private static final byte[] MAGIC = {
    (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
  };
  private static final int SECTOR_SHIFT_AT = 30;
  private static final int DIRECTORY_AT = 48;
  private static final int ENTRY_BYTES = 128;
  private static final int NAME_CHARS = 31;
  private static final int CLASS_AT = 80;

  /** The class that the top entry of a message has, [MS-OXMSG] 3.1. */
  private static final byte[] MESSAGE_CLASS = {
    0x0B, 0x0D, 0x02, 0, 0, 0, 0, 0, (byte) 0xC0, 0, 0, 0, 0, 0, 0, 0x46
  };

  @Override
  public List<FoundInput> find(ExportFiles files, List<ExportFile> left) {
    Map<String, List<ExportFile>> folders = new TreeMap<>();
    boolean packed = false;
    for (ExportFile file : left) {
      if (isMessage(files, file)) {
        folders.computeIfAbsent(file.folder(), key -> new ArrayList<>()).add(file);
        packed |= files.path(file) == null;
      }
    }
    TreeSet<String> mailboxes = mailboxes(folders.keySet());
    List<FoundInput> found = new ArrayList<>();
    for (Map.Entry<String, List<ExportFile>> folder : folders.entrySet()) {
      String mailbox = mailbox(folder.getKey(), mailboxes);
      add(folder.getKey(), mailbox, folder.getValue(), packed ? PACKED_BATCH : BATCH, found);
    }
    return found;
  }

  private static void add(
      String folder, String mailbox, List<ExportFile> files, int batch, List<FoundInput> found) {
    for (int from = 0; from < files.size(); from += batch) {
      List<ExportFile> some = files.subList(from, Math.min(from + batch, files.size()));
      found.add(
          new FoundInput(
              ArchivePart.Kind.MSG,
              mailbox,
              folder,
              some.stream().map(ExportFile::path).toList(),
              some.stream().mapToLong(ExportFile::size).sum(),
              from + 1L,
              0,
              -1));
    }
  }

  /** The folders above those named like sent mail or an inbox. */
  private static TreeSet<String> mailboxes(Iterable<String> folders) {
    TreeSet<String> mailboxes = new TreeSet<>();
    for (String folder : folders) {
      for (String at = folder; !at.isEmpty(); at = MailPath.parent(at)) {
        if (MailFolderNames.isTopOfMailbox(MailPath.name(at))) {
          mailboxes.add(MailPath.parent(at));
        }
      }
    }
    return mailboxes;
  }

  private static String mailbox(String folder, TreeSet<String> mailboxes) {
    String top = folder;
    for (String at = folder; !at.isEmpty(); at = MailPath.parent(at)) {
      top = mailboxes.contains(at) ? at : top;
    }
    return mailboxes.contains("") ? "" : top;
  }

  private static boolean isMessage(ExportFiles files, ExportFile file) {
    try {
      byte[] head = read(files.open(file), HEAD_BYTES);
      if (!startsWith(head, 0, MAGIC)) {
        return false;
      }
      byte[] directory = directory(files, file, head);
      return directory.length < ENTRY_BYTES
          ? file.base().endsWith(".msg")
          : isMessageDirectory(directory);
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static byte[] read(InputStream opened, int bytes) throws IOException {
    try (InputStream in = opened) {
      return in.readNBytes(bytes);
    }
  }

  /** The first sector of the directory; empty where the head leads out of the file. */
  private static byte[] directory(ExportFiles files, ExportFile file, byte[] head)
      throws IOException {
    if (head.length < HEAD_BYTES) {
      return new byte[0];
    }
    ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
    int shift = bytes.getShort(SECTOR_SHIFT_AT);
    long sector = bytes.getInt(DIRECTORY_AT) & 0xFFFFFFFFL;
    long at = shift == 9 || shift == 12 ? (sector + 1) << shift : Long.MAX_VALUE;
    boolean inside = at < file.size();
    return inside ? read(files.open(file, at), 1 << shift) : new byte[0];
  }

  private static boolean isMessageDirectory(byte[] directory) {
    if (startsWith(directory, CLASS_AT, MESSAGE_CLASS)) {
      return true;
    }
    for (int at = 0; at + ENTRY_BYTES <= directory.length; at += ENTRY_BYTES) {
      String name = new String(directory, at, 2 * NAME_CHARS, StandardCharsets.UTF_16LE);
      if (name.startsWith("__substg1.0_")
          || name.startsWith("__nameid_version1.0")
          || name.startsWith(MsgProperties.PROPERTIES)
          || name.startsWith("__recip_version1.0")
          || name.startsWith("__attach_version1.0")) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWith(byte[] bytes, int at, byte[] start) {
    if (bytes.length < at + start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if (bytes[at + i] != start[i]) {
        return false;
      }
    }
    return true;
  }
}
