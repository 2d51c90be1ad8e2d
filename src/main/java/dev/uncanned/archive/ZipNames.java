package dev.uncanned.archive;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** What the name and the attributes of a ZIP entry say. */
final class ZipNames {

  /** General purpose bit 11: the name is UTF-8. */
  static final int UTF_8_FLAG = 1 << 11;

  private static final int UNIX = 3;
  private static final int DARWIN = 19;
  private static final int TYPE = 0170000;
  private static final int FILE = 0100000;
  private static final int FOLDER = 0040000;

  private ZipNames() {}

  /**
   * The text of a name: UTF-8 if it is that, as most tools write without saying so; else, where it
   * says that it is UTF-8, with U+FFFD for what is not; else ISO 8859-1.
   */
  static String decode(byte[] name, boolean declaredUtf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(name, declaredUtf8 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
    }
  }

  /** Whether an entry is a file; links and devices are known where a Unix made the archive. */
  static boolean isRegular(int madeBy, int mode) {
    int type = type(madeBy, mode);
    return type == 0 || type == FILE;
  }

  static boolean isFolder(String name, int madeBy, int mode) {
    return name.endsWith("/") || type(madeBy, mode) == FOLDER;
  }

  private static int type(int madeBy, int mode) {
    return madeBy == UNIX || madeBy == DARWIN ? mode & TYPE : 0;
  }
}
