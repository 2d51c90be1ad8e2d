package dev.uncanned.text;

import dev.uncanned.archive.Contact;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Replaces by placeholders what a mail merge would fill in, so that copies of a template compare
 * equal.
 *
 * <p>In this order: fields of the recipients and the name after a greeting; patterns such as links
 * and numbers; name and company of the sender. Nothing is deleted, a field of several words gives
 * one placeholder, a run of the sender's own names gives one {@link Placeholder#SELF}.
 *
 * <p>Which spans count:
 *
 * <ul>
 *   <li>The names of a salutation, known or not: see {@link Salutations} and, for scripts without
 *       spaces, {@link UnspacedSalutations}.
 *   <li>Several words: whenever all of them stand in sequence, in any case; with a capital where
 *       all of them are everyday words ("About You").
 *   <li>One word of at least two letters: in any case, but where the name is a common word too
 *       ("Will", "May", "Target") only with a capital that does not come from the beginning of a
 *       sentence. Words of two letters, and those that are everyday words of some language ("Dan",
 *       "Weiß"), need a capital, or as given name marks that show an address ("thanks dan!"); a
 *       Korean name of one syllable that is a common word too needs another name or a title beside
 *       it.
 *   <li>A title of one word: as for common words.
 * </ul>
 *
 * <p>Case and diacritics do not matter, nor do a legal form after a company, a possessive 's or
 * another ending behind an apostrophe (Turkish), a patronymic after a given name, particles and
 * forms of address that are written onto a Korean name, or the Hebrew or Arabic preposition that is
 * written before a company.
 *
 * <p>Meant to be used for many texts one after the other; not thread-safe.
 */
public final class Masker {

  private static final int MAX_ELIDED = 3;
  private static final int MAX_SUFFIX = 6;

  /** Italian prepositions with an article, before an apostrophe. */
  private static final Set<String> ARTICLES =
      Set.of("all", "coll", "dall", "dell", "nell", "quell", "sull");

  private static final int MIN_PREPOSED = 3;
  private static final String PREPOSITIONS =
      "\u05D1\u05D4\u05D5\u05DB\u05DC\u05DE\u05E9\u0628\u0641\u0643\u0644\u0648";
  private static final int FIRST_CAPACITY = 1024;

  private final TokenText words = new TokenText();
  private final Tokenizer tokens = words.tokens();
  private final Salutations salutations = new Salutations(words);
  private final UnspacedText unspaced = new UnspacedText();
  private final MessageFields fields = new MessageFields();
  private char[] out = new char[FIRST_CAPACITY];
  private int length;
  private int written;
  private int lastSelfEnd;

  /** The first token of the line, and where the line ends. */
  private int lineStart;

  private int lineEnd;

  /** The token behind the name that was written last. */
  private int nameEnd;

  private SourceOffsets offsets;
  private IntArrayList starts;
  private IntArrayList ends;

  /**
   * Masks one text.
   *
   * @param sender null if unknown
   * @param recipients may be empty
   */
  public MaskedText mask(String original, Contact sender, List<Contact> recipients) {
    fields.read(sender, recipients);
    write(Folding.compatible(original));
    return new MaskedText(new String(out, 0, length), written);
  }

  /**
   * Masks a text once more and tells where each token stands in it.
   *
   * @param original the text whose masked form is known, with the same people
   */
  public TokenPlaces places(String original, Contact sender, List<Contact> recipients) {
    fields.read(sender, recipients);
    offsets = new SourceOffsets(original);
    starts = new IntArrayList();
    ends = new IntArrayList();
    write(offsets.text());
    TokenPlaces places = offsets.places(new String(out, 0, length), starts, ends);
    offsets = null;
    starts = null;
    ends = null;
    return places;
  }

  private void write(String folded) {
    read(folded);
    length = 0;
    written = 0;
    lastSelfEnd = -1;
    nameEnd = -1;
    lineStart = 0;
    lineEnd = lineEnd(0);
    int i = 0;
    while (i < words.count()) {
      i = write(i);
    }
  }

  /** Most texts have no letter of a script without spaces, and are read once. */
  private void read(String folded) {
    words.read(folded);
    if (tokens.hasUnspaced()) {
      String masked = unspaced.masked(folded, fields.unspaced(), offsets);
      if (!masked.equals(folded)) {
        words.read(masked);
      }
    }
  }

  /** Writes the token {@code i}, or the field that begins with it; returns the next token. */
  private int write(int i) {
    boolean first = i == 0 || beginsLine(i);
    if (first) {
      lineStart = i;
      int end = salutations.namesEndBefore(i);
      if (end > i) {
        return names(i, end, salutations.isHangulFamily(i));
      }
    }
    NameField field = longestField(i);
    if (field != null) {
      return writeField(i, field);
    }
    Placeholder kind = tokens.kind(i);
    if (kind != null) {
      append(kind.token());
      place(i, i + 1);
      return i + 1;
    }
    appendWord(i);
    boolean greeting =
        first ? salutations.greets(i) : i == lineStart + 1 && salutations.endsGreeting(i);
    return greeting ? greeted(i) : i + 1;
  }

  /** Looks for line breaks only once, since most tokens come long before the next one. */
  private boolean beginsLine(int i) {
    int start = tokens.start(i);
    if (start < lineEnd) {
      return false;
    }
    lineEnd = lineEnd(start);
    return words.beginsLine(i);
  }

  private int lineEnd(int from) {
    int end = words.text().indexOf('\n', from);
    return end < 0 ? Integer.MAX_VALUE : end;
  }

  private int writeField(int i, NameField field) {
    int next = i + field.length();
    Placeholder kind = field.placeholder();
    if (kind == Placeholder.ORG || kind == Placeholder.SELF) {
      while (next < words.count()
          && ContactFields.isLegalForm(words.key(next))
          && words.isListed(next)
          && words.isCapitalised(next)) {
        next++;
      }
    }
    boolean joined =
        kind == Placeholder.SELF
            && lastSelfEnd >= 0
            && lastSelfEnd + 1 == tokens.start(i)
            && words.text().charAt(lastSelfEnd) == ' ';
    if (!joined) {
      append(kind.token());
      place(i, next);
    } else if (ends != null) {
      ends.set(written - 1, tokens.end(next - 1));
    }
    lastSelfEnd = kind == Placeholder.SELF ? tokens.end(next - 1) : -1;
    nameEnd = next;
    return kind == Placeholder.FIRST ? patronymic(next) : next;
  }

  /** Writes the patronymic behind a given name, and the family name behind it, as one name. */
  private int patronymic(int i) {
    if (i == words.count() || !salutations.isPatronymic(i) || !words.adjoins(i)) {
      return i;
    }
    int next = i + 1;
    if (next < words.count() && words.adjoins(next)) {
      NameField family = longestField(next);
      boolean last = family != null && family.placeholder() == Placeholder.LAST;
      next += last ? family.length() : 0;
    }
    append(Placeholder.LAST.token());
    place(i, next);
    nameEnd = next;
    return next;
  }

  private void append(String token) {
    separate(token.length());
    token.getChars(0, token.length(), out, length);
    length += token.length();
  }

  private void appendWord(int i) {
    separate(tokens.end(i) - tokens.start(i));
    length = tokens.copyTo(out, length, i);
    place(i, i + 1);
  }

  /** Notes that what was written last stands for the tokens {@code from} to {@code to}. */
  private void place(int from, int to) {
    if (starts != null) {
      starts.add(tokens.start(from));
      ends.add(tokens.end(to - 1));
    }
  }

  /** Makes room for a token and the space before it. */
  private void separate(int room) {
    if (length + room >= out.length) {
      out = Arrays.copyOf(out, Math.max(length + room + 1, out.length * 2));
    }
    if (written++ > 0) {
      out[length++] = ' ';
    }
    lastSelfEnd = -1;
  }

  private NameField longestField(int i) {
    boolean odd = tokens.isOdd(i);
    int hash = tokens.hash(i);
    if (!odd && !fields.mayBegin(hash)) {
      return null;
    }
    NameField longest = null;
    for (int f = 0; f < fields.count(); f++) {
      if (odd || hash == fields.hash(f)) {
        NameField field = fields.field(f);
        if ((longest == null || field.length() > longest.length()) && matches(i, field)) {
          longest = field;
        }
      }
    }
    return longest;
  }

  private boolean matches(int i, NameField field) {
    int length = field.length();
    if (i + length > words.count()) {
      return false;
    }
    boolean company = field.placeholder() == Placeholder.ORG;
    for (int k = 0; k < length; k++) {
      if (!isWord(i + k, field.keys()[k], company && k == 0)) {
        return false;
      }
    }
    return length > 1 ? areWordsOfAName(i, field) : mayBeName(i, field);
  }

  /** Whether a token is the word, alone or with an ending or a beginning that a name may have. */
  private boolean isWord(int i, String word, boolean preposed) {
    String key = words.key(i);
    int rest = key.length() - word.length();
    if (rest <= 0) {
      return rest == 0 && key.equals(word);
    }
    if (key.startsWith(word)) {
      boolean hangul = Scripts.isSyllable(key.charAt(word.length()));
      boolean suffix = key.charAt(word.length()) == '\'' && isSuffix(key, word, rest);
      return suffix || (hangul && HangulNames.isEnding(key, word.length()));
    }
    if (!key.endsWith(word)) {
      return false;
    }
    boolean elided = rest <= MAX_ELIDED && key.charAt(rest - 1) == '\'';
    boolean preposition = rest == 1 && PREPOSITIONS.indexOf(key.charAt(0)) >= 0;
    return elided || (preposed && preposition && word.length() >= MIN_PREPOSED);
  }

  /** Not "don't" of Don and "dell'anno" of Dell. */
  private static boolean isSuffix(String key, String word, int rest) {
    boolean own = key.endsWith("'s");
    boolean other = !key.endsWith("'t") && !ARTICLES.contains(word);
    return rest > 1 && rest <= MAX_SUFFIX && (own || other);
  }

  private boolean mayBeName(int i, NameField field) {
    String word = field.first();
    if (Scripts.isSyllable(word.charAt(0)) && field.placeholder() != Placeholder.TITLE) {
      return mayBeHangulName(i, word);
    }
    boolean ideographic = Scripts.isUnspaced(word.codePointAt(0));
    if (word.length() < 2 && !ideographic) {
      return false;
    }
    boolean ambiguous =
        field.placeholder() == Placeholder.TITLE || SalutationWords.COMMON.contains(word);
    if (ambiguous) {
      return words.isCapitalised(i) && !words.beginsSentence(i);
    }
    if (words.isCapitalised(i) || word.length() > 2 && !CommonWords.contains(word)) {
      return true;
    }
    return field.placeholder() == Placeholder.FIRST && word.length() > 2 && isAddressed(i, word);
  }

  /** Whether marks show that somebody is spoken to: "thanks dan!", "ted, I saw", "is it, ted?". */
  private boolean isAddressed(int i, String word) {
    char behind = words.signBehind(i);
    if (behind != ',' && behind != '!' && behind != '?') {
      return false;
    }
    if (i > 0 && words.adjoins(i) && salutations.isThanks(i - 1)) {
      return true;
    }
    boolean first = behind != '?' && words.beginsSentence(i);
    boolean last = behind != ',' && i > 0 && words.follows(i, ",");
    return !CommonWords.isFunctionWord(word) && (first || last);
  }

  /** "We care about you" does not speak of the company About You. */
  private boolean areWordsOfAName(int i, NameField field) {
    if (words.isCapitalised(i) || field.placeholder() == Placeholder.TITLE) {
      return true;
    }
    for (String key : field.keys()) {
      if (!CommonWords.contains(key)) {
        return true;
      }
    }
    return false;
  }

  /** One syllable with a particle is too often another word, so is a name that is a word too. */
  private boolean mayBeHangulName(int i, String word) {
    String key = words.key(i);
    boolean addressed =
        HangulNames.isAddress(key, word.length())
            || (i + 1 < words.count() && words.adjoins(i + 1) && salutations.isHangulForm(i + 1));
    if (addressed || isBesideName(i)) {
      return true;
    }
    boolean whole = key.length() == word.length();
    return !SalutationWords.COMMON.contains(word) && (whole || word.length() > 1);
  }

  private boolean isBesideName(int i) {
    if (nameEnd == i && i > 0 && words.adjoins(i)) {
      return true;
    }
    if (i + 1 == words.count() || !words.adjoins(i + 1)) {
      return false;
    }
    for (int f = 0; f < fields.count(); f++) {
      NameField field = fields.field(f);
      boolean given = field.placeholder() == Placeholder.FIRST && field.first().length() > 1;
      if (given && isWord(i + 1, field.first(), false)) {
        return true;
      }
    }
    return false;
  }

  /** Writes the names after the greeting {@code greeting}; returns the next token. */
  private int greeted(int greeting) {
    int end = salutations.greetingEnd(greeting);
    int i = greeting + 1;
    while (i < end) {
      appendWord(i++);
    }
    int last = salutations.namesEnd(greeting, i);
    boolean formal = salutations.isFormal(i - 1) || (last > i && salutations.isHangulFamily(i));
    return names(i, last, formal);
  }

  /** Writes names that nobody may know: the first is a given name unless it is formal. */
  private int names(int from, int end, boolean formal) {
    boolean first = !formal;
    int i = from;
    while (i < end) {
      NameField field = longestField(i);
      if (field != null) {
        i = writeField(i, field);
      } else if (i > from && salutations.isEnding(i)) {
        appendWord(i++);
      } else {
        append((first ? Placeholder.FIRST : Placeholder.LAST).token());
        int next = i + 1;
        while (next < end && (first ? isJoined(next) : !salutations.isEnding(next))) {
          next++;
        }
        place(i, next);
        i = next;
      }
      first = false;
    }
    return i;
  }

  /** Whether a word is written onto the one before, as in Mary-Jane and in grams. */
  private boolean isJoined(int i) {
    boolean hyphen = words.text().charAt(tokens.end(i - 1)) == '-';
    return tokens.start(i) < tokens.end(i - 1) || (hyphen && !salutations.isEnding(i));
  }
}
