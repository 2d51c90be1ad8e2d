package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Recognises data files of Outlook (PST and OST, experimental) by their head, [MS-PST] 2.2.2.6.
 *
 * <p>Every file is a mailbox of its own. Address books that Outlook kept in the same format are
 * none; files of a version that is not known are found, so that their reader says so.
 */
final class OutlookFinder implements FormatFinder {

  private static final int HEAD_BYTES = 12;
  private static final int CLIENT_AT = 8;

  @Override
  public List<FoundInput> find(ExportFiles files, List<ExportFile> left) {
    List<FoundInput> found = new ArrayList<>();
    for (ExportFile file : left) {
      if (isDataFile(files, file)) {
        found.add(
            FoundInput.whole(
                ArchivePart.Kind.OUTLOOK,
                file.path(),
                file.path(),
                List.of(file.path()),
                file.size()));
      }
    }
    return found;
  }

  private static boolean isDataFile(ExportFiles files, ExportFile file) {
    try (InputStream in = files.open(file)) {
      return isDataFile(in.readNBytes(HEAD_BYTES));
    } catch (IOException unreadable) {
      return false;
    }
  }

  private static boolean isDataFile(byte[] head) {
    boolean magic =
        head.length >= 4 && head[0] == '!' && head[1] == 'B' && head[2] == 'D' && head[3] == 'N';
    boolean addressBook =
        head.length > CLIENT_AT + 1 && head[CLIENT_AT] == 'A' && head[CLIENT_AT + 1] == 'B';
    return magic && !addressBook;
  }

  /** Whether a version of the format can be read: ANSI, Unicode, and Unicode with large pages. */
  static boolean isKnown(int version) {
    return isAnsi(version) || version == 23 || version == 36;
  }

  /** Whether a version is the older one, of up to 2 GB and with texts in one code page. */
  static boolean isAnsi(int version) {
    return version == 14 || version == 15;
  }
}
