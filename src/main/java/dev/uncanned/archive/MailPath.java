package dev.uncanned.archive;

/** Takes apart the paths of mails and folders, on disk and in ZIPs: texts with {@code /}. */
final class MailPath {

  private MailPath() {}

  /** The folder above; empty at the top. */
  static String parent(String path) {
    int cut = path.lastIndexOf('/');
    return cut < 0 ? "" : path.substring(0, cut);
  }

  /** The last part. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Another name in the same folder. */
  static String sibling(String path, String name) {
    int cut = path.lastIndexOf('/');
    return cut < 0 ? name : path.substring(0, cut + 1) + name;
  }

  /** Whether a folder is named like the two of a Maildir that hold mail. */
  static boolean isCurOrNew(String folder) {
    String name = name(folder);
    return name.equals("cur") || name.equals("new");
  }
}
