package dev.uncanned.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Cuts a text into words and into the patterns that a placeholder stands for.
 *
 * <p>A word is a run of letters, marks and digits. An apostrophe between letters stays ({@code
 * don't}, always as U+0027); every other sign separates and is dropped, emoji too. Runs of scripts
 * without spaces (Han, kana, Bopomofo, Thai, Lao, Khmer, Burmese) become overlapping 3-grams of
 * characters, a character beyond the basic plane being one of the three. Web and mail addresses,
 * telephone numbers, dates, numbers and unfilled merge fields are one token each, with the kind to
 * match.
 *
 * <p>The text is read by {@link #read}; the other methods speak of the text read last. Linear time.
 * Not thread-safe.
 */
public final class Tokenizer {

  private static final int FIRST_CAPACITY = 128;
  private static final int ASCII_END = 0x80;
  private static final byte OTHER = 0;
  private static final byte LETTER = 1;
  private static final byte DIGIT = 2;
  private static final byte TRIGGER = 3;
  private static final byte UNSPACED = 4;
  private static final byte FIELD = 5;
  private static final byte[] CLASSES = classes();
  private static final int GRAM = 3;
  private static final int MAX_UNIT = 2;

  /** The zero of years and house numbers in Han: a letter to its readers, a number to Unicode. */
  private static final int HAN_ZERO = 0x3007;

  /** First of the characters that stand for a field found before tokenising. */
  static final char FIRST_FIELD = '\uE000';

  private static final Placeholder[] KINDS = Placeholder.values();
  private static final byte A_WORD = -1;
  private static final byte A_DATE = (byte) Placeholder.DATE.ordinal();
  private static final byte A_NUM = (byte) Placeholder.NUM.ordinal();
  private static final Set<String> MONTHS = WordList.words("months.txt");
  private static final Set<String> DATE_LINKS = Set.of("of", "de", "del", "di", "do", "the");

  private static final char[] LOWER = lowerCase();

  /** Letters in lower case and digits, 0 for all other signs. */
  private static final char[] WORD = wordCharacters();

  private String text = "";
  private char[] chars = new char[0];
  private int count;
  private int numbers;
  private boolean unspaced;
  private int[] starts = new int[FIRST_CAPACITY];
  private int[] ends = new int[FIRST_CAPACITY];
  private int[] hashes = new int[FIRST_CAPACITY];
  private boolean[] odd = new boolean[FIRST_CAPACITY];
  private byte[] kinds = new byte[FIRST_CAPACITY];

  /** The words of a text, folded; patterns are spelled as they stand in the text. */
  public static List<String> words(String text) {
    Tokenizer tokenizer = new Tokenizer();
    tokenizer.read(Folding.compatible(text));
    List<String> words = new ArrayList<>(tokenizer.count);
    for (int i = 0; i < tokenizer.count; i++) {
      words.add(tokenizer.token(i));
    }
    return words;
  }

  /**
   * Reads a text, replacing the one before.
   *
   * @param compatible a text as {@link Folding#compatible} returns it
   */
  public void read(String compatible) {
    text = compatible;
    int length = compatible.length();
    if (chars.length < length) {
      chars = new char[length];
    }
    compatible.getChars(0, length, chars, 0);
    count = 0;
    numbers = 0;
    unspaced = false;
    char[] letters = chars;
    int i = 0;
    while (i < length) {
      char c = letters[i];
      byte type = c < ASCII_END ? CLASSES[c] : wideClass(i, c);
      if (type == OTHER) {
        i++;
        continue;
      }
      i =
          switch (type) {
            case LETTER -> word(i);
            case DIGIT -> number(i);
            case TRIGGER -> trigger(i);
            case UNSPACED -> grams(i);
            case FIELD -> add(i, i + 1, 0, KINDS[text.charAt(i) - FIRST_FIELD]);
            default -> i + 1;
          };
    }
    if (numbers > 0) {
      joinDates();
    }
  }

  /** Number of tokens. */
  public int count() {
    return count;
  }

  /** Whether the text has a letter of a script without spaces. */
  boolean hasUnspaced() {
    return unspaced;
  }

  /** The pattern that a token is, null for a word. */
  public Placeholder kind(int token) {
    return kinds[token] == A_WORD ? null : KINDS[kinds[token]];
  }

  /** Where a token begins in the text that was read. */
  public int start(int token) {
    return starts[token];
  }

  /** Where a token ends (exclusive) in the text that was read. */
  public int end(int token) {
    return ends[token];
  }

  /** {@link String#hashCode} of {@link #token}, without making that string; 0 for a pattern. */
  int hash(int token) {
    return hashes[token];
  }

  /** A token in lower case. */
  public String token(int token) {
    int start = starts[token];
    int length = ends[token] - start;
    if (kinds[token] == A_WORD) {
      return new String(chars, start, length);
    }
    char[] out = new char[length];
    copyTo(out, 0, token);
    return new String(out);
  }

  /** Writes {@link #token} to a place in an array that has room for it; returns its end there. */
  public int copyTo(char[] out, int at, int token) {
    int start = starts[token];
    int length = ends[token] - start;
    if (kinds[token] == A_WORD) {
      System.arraycopy(chars, start, out, at, length);
    } else {
      for (int i = 0; i < length; i++) {
        out[at + i] = lower(chars[start + i]);
      }
    }
    return at + length;
  }

  /** Whether the name key of a token may differ from the token: accents and apostrophes. */
  boolean isOdd(int token) {
    return odd[token];
  }

  private static char lower(char c) {
    if (c < ASCII_END) {
      return LOWER[c];
    }
    return c == '\u2019' || c == '\u02BC' ? '\'' : Character.toLowerCase(c);
  }

  private byte wideClass(int i, char c) {
    if (c == '\u00AB') {
      return TRIGGER;
    }
    if (c >= FIRST_FIELD && c < FIRST_FIELD + KINDS.length) {
      return FIELD;
    }
    int point = Character.isHighSurrogate(c) ? text.codePointAt(i) : c;
    if (!Character.isLetter(point) && point != HAN_ZERO) {
      return Character.isDigit(point) ? DIGIT : OTHER;
    }
    return Scripts.isUnspaced(point) ? UNSPACED : LETTER;
  }

  private int add(int start, int end, int hash, Placeholder kind) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      hashes = Arrays.copyOf(hashes, count * 2);
      odd = Arrays.copyOf(odd, count * 2);
      kinds = Arrays.copyOf(kinds, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    hashes[count] = hash;
    odd[count] = false;
    kinds[count++] = kind == null ? A_WORD : (byte) kind.ordinal();
    return end;
  }

  /** Reads a word and puts its letters into lower case on the way. */
  private int word(int from) {
    int length = text.length();
    char[] chars = this.chars;
    int hash = 0;
    boolean strange = false;
    int i = from;
    while (i < length) {
      char c = chars[i];
      if (c < ASCII_END) {
        char word = WORD[c];
        if (word == 0) {
          if (c != '\'' || i + 1 == length || !Character.isLetter(text.codePointAt(i + 1))) {
            break;
          }
          strange = true;
        } else {
          c = word;
        }
      } else if (Character.isHighSurrogate(c)) {
        int point = text.codePointAt(i);
        if (!isWordPart(point)) {
          break;
        }
        strange = true;
        point = Character.toLowerCase(point);
        char high = Character.highSurrogate(point);
        chars[i++] = high;
        hash = 31 * hash + high;
        c = Character.lowSurrogate(point);
      } else if (isWordPart(c) || isInnerApostrophe(i, c)) {
        strange = true;
        c = lower(c);
      } else {
        break;
      }
      chars[i++] = c;
      hash = 31 * hash + c;
    }
    int next =
        i < length && isAddressSign(chars[i]) ? address(from, i, hash) : add(from, i, hash, null);
    odd[count - 1] = strange;
    return next;
  }

  private boolean isInnerApostrophe(int i, char c) {
    return (c == '\u2019' || c == '\u02BC')
        && i + 1 < text.length()
        && Character.isLetter(text.codePointAt(i + 1));
  }

  private static boolean isWordPart(int point) {
    return Character.isLetterOrDigit(point) ? !Scripts.isUnspaced(point) : isMark(point);
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean isAddressSign(char c) {
    return c == ':' || c == '.' || c == '@' || c == '_';
  }

  private int address(int from, int wordEnd, int hash) {
    char sign = text.charAt(wordEnd);
    int end =
        switch (sign) {
          case ':' -> Addresses.schemeEnd(text, from, wordEnd);
          case '.' -> Addresses.domainEnd(text, from, wordEnd);
          default -> -1;
        };
    if (end > 0) {
      return add(from, end, 0, Placeholder.URL);
    }
    int mailEnd = sign == '@' ? Addresses.mailEnd(text, wordEnd) : -1;
    if (mailEnd < 0) {
      return add(from, wordEnd, hash, null);
    }
    int start = from;
    while (count > 0 && ends[count - 1] + 1 == start && isLocalPart(text.charAt(start - 1))) {
      start = starts[--count];
    }
    return add(start, mailEnd, 0, Placeholder.EMAIL);
  }

  private static boolean isLocalPart(char c) {
    return c == '.' || c == '_' || c == '-' || c == '+';
  }

  private int number(int from) {
    int phone = Numbers.phoneEnd(text, from);
    if (phone > 0) {
      return add(from, phone, 0, Placeholder.PHONE);
    }
    int end = Numbers.numberEnd(text, from);
    int unit = end;
    while (unit < text.length()
        && Character.isLetterOrDigit(text.charAt(unit))
        && !Scripts.isUnspaced(text.charAt(unit))) {
      unit++;
    }
    // A digit of a script without spaces is no part of a word.
    if (unit - end > MAX_UNIT && !Scripts.isUnspaced(text.codePointAt(from))) {
      return word(from);
    }
    if (unit < text.length() && text.charAt(unit) == '@') {
      return address(from, unit, 0);
    }
    numbers++;
    return add(from, unit, spelledHash(from, unit), Numbers.kind(text, from, end));
  }

  /** Companies such as 3M are found by their spelling, though they look like a number. */
  private int spelledHash(int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = 31 * hash + lower(text.charAt(i));
    }
    return hash;
  }

  private int trigger(int from) {
    char c = text.charAt(from);
    if (c == '+' || c == '(') {
      int phone = Numbers.phoneEnd(text, from);
      return phone < 0 ? from + 1 : add(from, phone, 0, Placeholder.PHONE);
    }
    int end = MergeTokens.end(text, from);
    return end < 0 ? from + 1 : add(from, end, 0, Placeholder.TOKEN);
  }

  private int grams(int from) {
    unspaced = true;
    int end = from;
    while (end < text.length() && isUnspacedPart(text.codePointAt(end))) {
      end = next(end);
    }
    int start = from;
    int stop = from;
    for (int i = 0; i < GRAM && stop < end; i++) {
      stop = next(stop);
    }
    add(start, stop, spelledHash(start, stop), null);
    while (stop < end) {
      start = next(start);
      stop = next(stop);
      add(start, stop, spelledHash(start, stop), null);
    }
    return end;
  }

  private int next(int i) {
    return i + (Character.isHighSurrogate(chars[i]) ? 2 : 1);
  }

  private static boolean isUnspacedPart(int point) {
    return Scripts.isUnspaced(point)
        && (Character.isLetter(point) || point == HAN_ZERO || isMark(point));
  }

  /** A month beside a number makes one date of both: 22 November 2026, Nov 22nd, 3 de mayo. */
  private void joinDates() {
    int kept = 0;
    int i = 0;
    while (i < count) {
      int next = dateEnd(i);
      int last = Math.max(i, next - 1);
      starts[kept] = starts[i];
      ends[kept] = ends[last];
      hashes[kept] = next > i ? 0 : hashes[i];
      odd[kept] = odd[i];
      kinds[kept++] = next > i ? A_DATE : kinds[i];
      i = last + 1;
    }
    count = kept;
  }

  /** End of the date that begins with token {@code i}, or {@code i} if none does. */
  private int dateEnd(int i) {
    if (kinds[i] == A_NUM) {
      int month = i + 1 < count && isLink(i + 1) ? i + 2 : i + 1;
      return isMonth(month) ? yearEnd(month + 1) : i;
    }
    return i + 1 < count && kinds[i + 1] == A_NUM && isMonth(i) ? yearEnd(i + 2) : i;
  }

  private int yearEnd(int i) {
    int year = i < count && isLink(i) ? i + 1 : i;
    return year < count && kinds[year] == A_NUM && ends[year] - starts[year] == 4 ? year + 1 : i;
  }

  private boolean isLink(int i) {
    return kinds[i] == A_WORD && ends[i] - starts[i] <= 3 && DATE_LINKS.contains(token(i));
  }

  private boolean isMonth(int i) {
    return i < count
        && kinds[i] == A_WORD
        && ends[i] - starts[i] >= 3
        && MONTHS.contains(Folding.nameKey(token(i)));
  }

  private static char[] lowerCase() {
    char[] lower = new char[ASCII_END];
    for (char c = 0; c < ASCII_END; c++) {
      lower[c] = Character.toLowerCase(c);
    }
    return lower;
  }

  private static char[] wordCharacters() {
    char[] word = new char[ASCII_END];
    for (char c = 0; c < ASCII_END; c++) {
      word[c] = Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0;
    }
    return word;
  }

  private static byte[] classes() {
    byte[] classes = new byte[ASCII_END];
    Arrays.fill(classes, 'a', 'z' + 1, LETTER);
    Arrays.fill(classes, 'A', 'Z' + 1, LETTER);
    Arrays.fill(classes, '0', '9' + 1, DIGIT);
    for (char c : "{[<%*$#+(".toCharArray()) {
      classes[c] = TRIGGER;
    }
    return classes;
  }
}
