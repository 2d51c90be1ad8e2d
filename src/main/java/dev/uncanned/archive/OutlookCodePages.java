package dev.uncanned.archive;

/** Names the charsets that Windows gives by number. */
final class OutlookCodePages {

  private OutlookCodePages() {}

  /** A label for {@link MailCharsets}; null for a number that means none. */
  static String name(int number) {
    return switch (number) {
      case 932 -> "shift_jis";
      case 936 -> "gbk";
      case 949, 51949 -> "euc-kr";
      case 950 -> "big5";
      case 1200 -> "utf-16le";
      case 1201 -> "utf-16be";
      case 20127 -> "us-ascii";
      case 20866 -> "koi8-r";
      case 20932, 51932 -> "euc-jp";
      case 21866 -> "koi8-u";
      case 38598 -> "iso-8859-8";
      case 50220, 50221, 50222 -> "iso-2022-jp";
      case 50225 -> "iso-2022-kr";
      case 51936 -> "gb2312";
      case 54936 -> "gb18030";
      case 65001 -> "utf-8";
      default -> range(number);
    };
  }

  private static String range(int number) {
    if (number >= 1250 && number <= 1258) {
      return "windows-" + number;
    }
    return number >= 28591 && number <= 28605 ? "iso-8859-" + (number - 28590) : null;
  }
}
