package dev.uncanned.archive;

import java.util.Locale;
import java.util.Set;

/**
 * Says which folder of a mailbox an mbox is, by its path.
 *
 * <p>The file itself is the folder: {@code Sent}, {@code Sent.mbox}, {@code Sent.mbox.gz}, or
 * {@code Sent.mbox/mbox} as Apple Mail exports it. Thunderbird keeps the folders below {@code X} in
 * {@code X.sbd}.
 */
final class MboxPath {

  private static final Set<String> ENDINGS = Set.of("mbox", "mbx", "mboxrd", "mboxo", "mboxcl");
  private static final String SUBFOLDERS = ".sbd";
  private static final String APPLE = "mbox";

  private MboxPath() {}

  /** Whether a file is named as an mbox, packed or not. */
  static boolean isNamedMbox(String path) {
    String name = withoutGzip(MailPath.name(path));
    return !withoutEnding(name).equals(name) || name.equalsIgnoreCase(APPLE);
  }

  /** The path of the folder that a file is. */
  static String folder(String path) {
    StringBuilder folder = new StringBuilder();
    for (String part : path.split("/", -1)) {
      String name = withoutEnding(withoutGzip(part));
      boolean sub = name.toLowerCase(Locale.ROOT).endsWith(SUBFOLDERS);
      name = sub ? name.substring(0, name.length() - SUBFOLDERS.length()) : name;
      folder.append(folder.isEmpty() ? "" : "/").append(name);
    }
    return isAppleFile(path) ? MailPath.parent(folder.toString()) : folder.toString();
  }

  /** Whether it is the one file in a folder that Apple Mail made of a mailbox. */
  static boolean isAppleFile(String path) {
    String folder = MailPath.name(MailPath.parent(path));
    return MailPath.name(path).equals(APPLE) && !withoutEnding(folder).equals(folder);
  }

  /** Whether a folder holds the folders below another one, in Thunderbird. */
  static boolean isSubfolders(String folder) {
    return MailPath.name(folder).toLowerCase(Locale.ROOT).endsWith(SUBFOLDERS);
  }

  private static String withoutGzip(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(".gz")
        ? name.substring(0, name.length() - 3)
        : name;
  }

  private static String withoutEnding(String name) {
    int dot = name.lastIndexOf('.');
    boolean ending = dot > 0 && ENDINGS.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    return ending ? name.substring(0, dot) : name;
  }
}
