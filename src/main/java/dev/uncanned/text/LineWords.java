package dev.uncanned.text;

import java.util.Set;

/** The words and signs of one line that tell a signature from prose, in one pass over it. */
final class LineWords {

  private static final int MAX_NAME_WORDS = 5;
  private static final int MIN_NUMBER = 9;
  private static final int MIN_LABELLED_NUMBER = 6;
  private static final int MIN_COUNTRY_NUMBER = 7;
  private static final int MAX_NUMBER = 15;
  private static final int POSTCODE = 5;
  private static final int YEAR = 4;
  private static final int MIN_HOST_END = 2;
  private static final String NUMBER_SIGNS = " ()-/.\u00A0\u2011\u2013";
  private static final String BULLETS = "-*\u2022\u00B7\u25AA\u2013>";

  /** Words in lower case that stand in names and titles. */
  private static final Set<String> PARTICLES =
      Set.of(
          "de", "da", "do", "dos", "das", "di", "du", "del", "des", "della", "van", "von", "vom",
          "der", "den", "la", "le", "el", "les", "y", "e", "et", "und", "and", "of", "at", "for",
          "für", "bei", "en", "og", "och", "i", "in", "im", "am", "an", "zu", "zur", "the", "ter",
          "ten", "bin", "al", "c/o", "a", "to");

  private static final Set<String> LEGAL_FORMS = WordList.words("legal-forms.txt");

  private final String line;
  private int count;
  private int small;
  private int digits;
  private int longest;
  private boolean legalForm;
  private boolean says;
  private boolean mail;
  private boolean web;
  private boolean place;
  private boolean street;
  private boolean question;
  private boolean unnamed;

  LineWords(String line) {
    this.line = line;
    int i = 0;
    while (i < line.length()) {
      if (TextBounds.isSpace(line.charAt(i))) {
        i++;
      } else {
        int start = i;
        while (i < line.length() && !TextBounds.isSpace(line.charAt(i))) {
          i++;
        }
        read(start, i);
      }
    }
    readNumbers();
  }

  private void read(int from, int to) {
    int start = from;
    int end = to;
    while (start < end && !Character.isLetterOrDigit(line.charAt(start))) {
      question |= line.charAt(start) == '\u00BF';
      start++;
    }
    while (end > start && !Character.isLetterOrDigit(line.charAt(end - 1))) {
      question |= isQuestionMark(line.charAt(--end));
    }
    if (start == end) {
      unnamed |= "|,&-\u2013\u2014".indexOf(line.charAt(from)) < 0;
      return;
    }
    readWord(line.substring(start, end), start, end == to);
  }

  private void readWord(String word, int start, boolean bare) {
    count++;
    boolean isMail = word.indexOf('@') > 0;
    mail |= isMail;
    if (isMail || isWeb(word)) {
      web |= !isMail;
      return;
    }
    boolean lower = Character.isLowerCase(word.codePointAt(0));
    boolean particle = PARTICLES.contains(word);
    boolean followedBySmall =
        start + 2 < line.length() && Character.isLowerCase(line.charAt(start + 2));
    says |= bare && word.equals("I") && followedBySmall;
    small += lower && !particle ? 1 : 0;
    unnamed |= lower && !particle || !Character.isLetter(word.codePointAt(0));
    legalForm |=
        !lower && count > 1 && LEGAL_FORMS.contains(Folding.nameKey(word.replace(".", "")));
    readPlace(word, start);
  }

  /** A place before a town, a house number behind a street. */
  private void readPlace(String word, int start) {
    boolean number = Character.isDigit(word.charAt(0));
    if (number && street) {
      place = true;
    }
    street = isStreet(word);
    int town = start + POSTCODE + 1;
    if (word.length() == POSTCODE
        && isNumber(word)
        && town < line.length()
        && Character.isUpperCase(line.charAt(town))) {
      place |= start == 0 || start > 2 && ",|-\u00B7\u2022".indexOf(line.charAt(start - 2)) >= 0;
    }
  }

  private static boolean isStreet(String word) {
    return word.endsWith("straße")
        || word.endsWith("strasse")
        || word.endsWith("str")
        || word.endsWith("allee")
        || word.endsWith("platz")
        || word.endsWith("gasse")
        || word.endsWith("weg")
        || word.endsWith("straat")
        || word.endsWith("laan")
        || word.endsWith("gatan")
        || word.endsWith("vägen");
  }

  private static boolean isNumber(String word) {
    return word.chars().allMatch(Character::isDigit);
  }

  /** A web address or the bare name of a host. */
  private static boolean isWeb(String word) {
    int dot = word.lastIndexOf('.');
    return word.startsWith("www.")
        || word.startsWith("http") && word.contains("://")
        || dot > MIN_HOST_END
            && Character.isLetter(word.charAt(dot - 1))
            && word.length() - dot > MIN_HOST_END
            && word.chars().allMatch(LineWords::isHostSign);
  }

  private static boolean isHostSign(int c) {
    return c == '.' || c == '-' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
  }

  /** The longest run of digits as telephone numbers are written; a date ends in its year. */
  private void readNumbers() {
    int run = 0;
    int group = 0;
    boolean country = false;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (Character.isDigit(c)) {
        digits++;
        group++;
        run = group == YEAR && isYear(i - YEAR + 1) ? 0 : run + 1;
        longest = Math.max(longest, country && run >= MIN_COUNTRY_NUMBER ? MIN_NUMBER : run);
      } else {
        group = 0;
        boolean goesOn = NUMBER_SIGNS.indexOf(c) >= 0;
        run = goesOn ? run : 0;
        country = c == '+' || goesOn && country;
      }
    }
  }

  /** Whether a year of a date stands here, such as "04.03.2026" or "2026-03-04". */
  private boolean isYear(int at) {
    boolean century = line.startsWith("19", at) || line.startsWith("20", at);
    char before = at == 0 ? ' ' : line.charAt(at - 1);
    char after = at + YEAR < line.length() ? line.charAt(at + YEAR) : ' ';
    return century && !Character.isDigit(after) && (".-/".indexOf(before) >= 0 || after == '-');
  }

  private static boolean isQuestionMark(char c) {
    return c == '?' || c == '\uFF1F' || c == '\u061F';
  }

  int length() {
    return line.length();
  }

  int count() {
    return count;
  }

  /** Words in lower case but for those that stand in names. */
  int small() {
    return small;
  }

  boolean asks() {
    return question;
  }

  boolean saysI() {
    return says;
  }

  boolean hasDigit() {
    return digits > 0;
  }

  boolean hasLegalForm() {
    return legalForm;
  }

  /** Whether a mail address or a telephone number is there. */
  boolean hasContact() {
    return mail || longest >= MIN_NUMBER && digits <= 2 * MAX_NUMBER;
  }

  /** Whether a web address is there, a postcode with its town or a street with its number. */
  boolean hasAddress() {
    return web || place;
  }

  /** Whether a number is there that is one of a telephone if a label says so. */
  boolean hasShortNumber() {
    return longest >= MIN_LABELLED_NUMBER;
  }

  /** Whether the line is an item of a list. */
  boolean listed() {
    int i = 0;
    while (i < line.length() && Character.isDigit(line.charAt(i))) {
      i++;
    }
    boolean numbered = i > 0 && i < 3 && i < line.length() && ".)".indexOf(line.charAt(i)) >= 0;
    int space = numbered ? i + 1 : 1;
    return (numbered || BULLETS.indexOf(line.charAt(0)) >= 0)
        && space < line.length()
        && TextBounds.isSpace(line.charAt(space));
  }

  /** Whether a full stop or the like ends the line. */
  boolean ends() {
    return ".!:;\u2026".indexOf(line.charAt(line.length() - 1)) >= 0;
  }

  /** Whether the line is a name: words with capitals, or one word, as it may be written. */
  boolean areName() {
    boolean begins = Character.isLetter(line.codePointAt(0)) || line.charAt(0) == '*';
    boolean ended = "!:;\u2026".indexOf(line.charAt(line.length() - 1)) >= 0;
    return begins
        && !ended
        && !mail
        && !web
        && digits == 0
        && (count == 1 || count > 1 && count <= MAX_NAME_WORDS && !unnamed);
  }
}
