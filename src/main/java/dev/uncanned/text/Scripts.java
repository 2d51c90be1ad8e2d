package dev.uncanned.text;

/**
 * Tells scripts by code points: which are written without spaces, and which are a good sign of a
 * language.
 */
final class Scripts {

  static final int LATIN_END = 0x250;
  private static final String[] LANGUAGES = {
    "el", "ru", "uk", "he", "ar", "hi", "th", "ja", "zh", "ko"
  };
  private static final int GREEK = 0;
  private static final int RUSSIAN = 1;
  private static final int UKRAINIAN = 2;
  private static final int HEBREW = 3;
  private static final int ARABIC = 4;
  private static final int HINDI = 5;
  private static final int THAI = 6;
  private static final int JAPANESE = 7;
  private static final int CHINESE = 8;
  private static final int KOREAN = 9;

  private static final int FIRST_UNSPACED = 0x0E00;
  private static final int LAO_END = 0x0F00;
  private static final int KANA = 0x3040;
  private static final int KANA_END = 0x3100;
  private static final int HAN = 0x3400;
  private static final int HAN_END = 0xA000;
  private static final int SYLLABLES = 0xAC00;
  private static final int SYLLABLES_END = 0xD7B0;

  private Scripts() {}

  /**
   * Whether a character is of a script that is written without spaces between words: Han of every
   * plane, kana, Bopomofo, Thai, Lao, Khmer, Burmese and their smaller kin. Digits and signs of the
   * blocks of Thai, Lao and kana count as well.
   *
   * <p>What most texts are made of is told by comparisons alone; the table of scripts is asked for
   * the rest.
   */
  static boolean isUnspaced(int point) {
    if (point < FIRST_UNSPACED) {
      return false;
    }
    if (point < LAO_END
        || (point >= KANA && point < KANA_END)
        || (point >= HAN && point < HAN_END)) {
      return true;
    }
    return !isSyllable(point) && isOfUnspacedScript(point);
  }

  private static boolean isOfUnspacedScript(int point) {
    return switch (Character.UnicodeScript.of(point)) {
      case HAN,
          HIRAGANA,
          KATAKANA,
          BOPOMOFO,
          THAI,
          LAO,
          MYANMAR,
          KHMER,
          YI,
          TAI_LE,
          NEW_TAI_LUE,
          TAI_THAM,
          TAI_VIET,
          TANGUT,
          NUSHU,
          KHITAN_SMALL_SCRIPT ->
          true;
      default -> false;
    };
  }

  /** Whether a character is Han. */
  static boolean isHan(int point) {
    return (point >= HAN && point < HAN_END)
        || (point > HAN_END && Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
  }

  /** Whether a character is a whole syllable of Hangul, as folded Korean is written. */
  static boolean isSyllable(int point) {
    return point >= SYLLABLES && point < SYLLABLES_END;
  }

  /** The language whose script most of the letters are in; null for Latin and for no letters. */
  static String languageOf(char[] text, int length) {
    int latin = 0;
    int[] counts = null;
    for (int i = 0; i < length; i++) {
      char c = text[i];
      if (c < LATIN_END) {
        latin += c > ' ' ? 1 : 0;
      } else {
        int script = scriptOf(c);
        if (script >= 0) {
          counts = counts == null ? new int[LANGUAGES.length] : counts;
          counts[script]++;
        }
      }
    }
    return counts == null ? null : most(counts, latin);
  }

  private static String most(int[] counts, int latin) {
    if (counts[UKRAINIAN] > 0) {
      counts[UKRAINIAN] += counts[RUSSIAN];
    }
    // Japanese is written with Chinese characters between its own.
    if (counts[JAPANESE] > 0) {
      counts[JAPANESE] += counts[CHINESE];
    }
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] || (counts[i] == counts[best] && i == UKRAINIAN) ? i : best;
    }
    if (counts[JAPANESE] > 0 && best == CHINESE) {
      best = JAPANESE;
    }
    return counts[best] > latin ? LANGUAGES[best] : null;
  }

  private static int scriptOf(char c) {
    if (c >= 0x370 && c < 0x400) {
      return GREEK;
    }
    if (c >= 0x400 && c < 0x530) {
      return "іїєґІЇЄҐ".indexOf(c) >= 0 ? UKRAINIAN : RUSSIAN;
    }
    if (c >= 0x590 && c < 0x600) {
      return HEBREW;
    }
    if (c >= 0x600 && c < 0x700) {
      return ARABIC;
    }
    if (c >= 0x900 && c < 0x980) {
      return HINDI;
    }
    if (c >= 0xE00 && c < 0xE80) {
      return THAI;
    }
    if (c >= 0x3040 && c < 0x3100) {
      return JAPANESE;
    }
    if (c >= 0x3400 && c < 0xA000) {
      return CHINESE;
    }
    return c >= 0xAC00 && c < 0xD7B0 ? KOREAN : -1;
  }
}
