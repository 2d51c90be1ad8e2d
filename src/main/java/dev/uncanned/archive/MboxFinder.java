package dev.uncanned.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds files that hold many mails one behind the other, and cuts large ones into ranges.
 *
 * <p>An mbox is a file in whose first megabyte two mails start, or one at its very beginning if the
 * file is longer or named as an mbox; the same in gzip. A file so named in which no mail starts is
 * found as well unless it is one mail or empty, so that its reader rejects it. A plain file on disk
 * becomes ranges of 64 MB, unless its mails are kept apart by their lengths.
 *
 * <p>Each file is an input. The mailbox is the folder that it lies in, as in Gmail Takeout's {@code
 * Mail}; of Thunderbird the profile, of {@code Sent.mbox/mbox} of Apple Mail the folder above.
 */
final class MboxFinder implements FormatFinder {

  static final long RANGE_BYTES = 64L << 20;

  private static final int HEAD_BYTES = MboxSplitter.HEAD;
  private static final int SMALLEST_WINDOW = 4 << 10;
  private static final String INDEX = ".msf";
  private static final Set<String> ACCOUNT_FOLDERS = Set.of("mail", "imapmail", "news");

  private final long rangeBytes;

  MboxFinder() {
    this(RANGE_BYTES);
  }

  MboxFinder(long rangeBytes) {
    this.rangeBytes = rangeBytes;
  }

  @Override
  public List<FoundInput> find(ExportFiles files, List<ExportFile> left) {
    Profiles profiles = new Profiles(files);
    List<FoundInput> found = new ArrayList<>();
    for (ExportFile file : left) {
      Head head = head(files, file);
      if (isMbox(head, profiles, file)) {
        addRanges(files, file, head, profiles.mailbox(file.path()), found);
      }
    }
    return found;
  }

  /**
   * The beginning of a file.
   *
   * @param whole whether it is all of it
   * @param gzip whether it was unpacked
   */
  private record Head(byte[] bytes, boolean whole, boolean gzip) {}

  private static Head head(ExportFiles files, ExportFile file) {
    try (InputStream in = files.open(file)) {
      byte[] first = in.readNBytes(ContentKind.HEAD_BYTES);
      boolean gzip = GzipInput.isGzip(first);
      boolean candidate =
          gzip
              || MboxPath.isNamedMbox(file.path())
              || ContentKind.of(first) == ContentKind.FROM_LINE;
      if (!candidate) {
        return new Head(new byte[0], true, false);
      }
      byte[] bytes = gzip ? unpacked(first, in, file) : joined(first, in);
      return new Head(bytes, bytes.length < HEAD_BYTES, gzip);
    } catch (IOException unreadable) {
      // Nobody can say what it is; it is listed with the unrecognised files.
      return new Head(new byte[0], true, false);
    }
  }

  private static byte[] joined(byte[] first, InputStream in) throws IOException {
    byte[] more = in.readNBytes(HEAD_BYTES - first.length);
    byte[] all = Arrays.copyOf(first, first.length + more.length);
    System.arraycopy(more, 0, all, first.length, more.length);
    return all;
  }

  /** As much as can be unpacked, also of a damaged file. */
  private static byte[] unpacked(byte[] first, InputStream in, ExportFile file) throws IOException {
    long packed = Math.max(file.packed(), 1);
    try (InputStream unpacked = GzipInput.unpacked(first, in, packed)) {
      MboxWindow window = new MboxWindow(unpacked, 0, HEAD_BYTES, HEAD_BYTES);
      return Arrays.copyOf(window.bytes(), window.filled());
    }
  }

  private static boolean isMbox(Head head, Profiles profiles, ExportFile file) {
    byte[] bytes = head.bytes();
    if (bytes.length == 0) {
      return false;
    }
    boolean named = MboxPath.isNamedMbox(file.path()) || profiles.hasIndex(file.path());
    boolean opens = MboxSeparator.opensMail(bytes, MailSniffer.skipBlank(bytes), bytes.length);
    int mails = mails(bytes);
    if (mails > 1 || (opens && (named || !head.whole()))) {
      return true;
    }
    return MboxPath.isNamedMbox(file.path()) && (mails > 0 || !MailSniffer.isMessage(bytes));
  }

  /** How many mails start in these bytes: 0, 1, or 2 for more. */
  private static int mails(byte[] bytes) {
    int[] mails = new int[1];
    int size = Math.max(bytes.length + 1, SMALLEST_WINDOW);
    MboxWindow window = new MboxWindow(new ByteArrayInputStream(bytes), 0, size, HEAD_BYTES);
    new MboxSplitter(
            window,
            0,
            bytes.length,
            piece -> mails[0] += piece.kind() == MboxPiece.Kind.MAIL ? 1 : 0)
        .split();
    return Math.min(2, mails[0]);
  }

  private void addRanges(
      ExportFiles files, ExportFile file, Head head, String mailbox, List<FoundInput> found) {
    long size = file.size();
    boolean oneRange =
        head.gzip()
            || files.path(file) == null
            || size <= rangeBytes
            || MboxLength.in(head.bytes(), head.bytes().length, head.whole())
                != MboxLength.Use.NONE;
    long step = oneRange ? Math.max(size, 1) : rangeBytes;
    for (long start = 0; start < Math.max(size, 1); start += step) {
      boolean last = size - start <= step;
      found.add(
          new FoundInput(
              ArchivePart.Kind.MBOX,
              mailbox,
              file.path(),
              List.of(file.path()),
              Math.min(step, size - start),
              1,
              start,
              last ? -1 : start + step));
    }
  }

  /** Knows the profiles of Thunderbird: beside each of its files lies an index. */
  private static final class Profiles {

    private final Set<String> indexed = new HashSet<>();
    private final Set<String> accounts = new HashSet<>();

    Profiles(ExportFiles files) {
      for (ExportFile file : files.files()) {
        String path = file.path();
        if (path.toLowerCase(Locale.ROOT).endsWith(INDEX)) {
          indexed.add(path.substring(0, path.length() - INDEX.length()));
          accounts.add(account(path));
        }
      }
    }

    boolean hasIndex(String path) {
      return indexed.contains(path);
    }

    /** The folder of an account: where the file lies, above all folders of subfolders. */
    private static String account(String path) {
      String account = MailPath.parent(path);
      for (String at = account; !at.isEmpty(); at = MailPath.parent(at)) {
        account = MboxPath.isSubfolders(at) ? MailPath.parent(at) : account;
      }
      return account;
    }

    String mailbox(String path) {
      String account = account(path);
      if (MboxPath.isAppleFile(path)) {
        return MailPath.parent(account);
      }
      String above = MailPath.parent(account);
      boolean profile =
          accounts.contains(account)
              && ACCOUNT_FOLDERS.contains(MailPath.name(above).toLowerCase(Locale.ROOT));
      return profile ? MailPath.parent(above) : account;
    }
  }
}
