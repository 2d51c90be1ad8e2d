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
 *   <li>After a greeting at the beginning of the text or of a line: up to three words before a
 *       punctuation mark or the end of the line, else the next word if it is capitalised. Words
 *       that greet many ("all", "there", "team") are no names. This needs no knowledge of the
 *       recipient.
 *   <li>Several words: whenever all of them stand in sequence, in any case.
 *   <li>One word of at least two letters: in any case, but where the name is a common word too
 *       ("Will", "May", "Target") only with a capital that does not come from the beginning of a
 *       sentence. Words of two letters need a capital.
 *   <li>A title of one word: as for common words.
 * </ul>
 *
 * <p>Case and diacritics do not matter, nor do a legal form after a company or a possessive 's.
 *
 * <p>Meant to be used for many texts one after the other; not thread-safe.
 */
public final class Masker {

  private static final int GREETING_SLOTS = 4096;
  private static final Set<String> GREETINGS = WordList.words("greetings.txt");
  private static final boolean[] GREETING_HASHES = hashes(GREETINGS);
  private static final Set<String> PREFIXES = WordList.words("greeting-prefixes.txt");
  private static final Set<String> STOPS = WordList.words("greeting-stops.txt");
  private static final Set<String> COMMON = WordList.words("common-words.txt");
  private static final int MAX_GREETED = 3;
  private static final int FIRST_CAPACITY = 1024;

  private final Tokenizer tokens = new Tokenizer();
  private final MessageFields fields = new MessageFields();
  private char[] out = new char[FIRST_CAPACITY];
  private int length;
  private String text = "";
  private int written;
  private int keyToken;
  private String key = "";
  private int lastSelfEnd;
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
    text = withUnspacedFields(Folding.compatible(original));
    write();
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
    text = withUnspacedFields(offsets.text());
    starts = new IntArrayList();
    ends = new IntArrayList();
    write();
    TokenPlaces places = offsets.places(new String(out, 0, length), starts, ends);
    offsets = null;
    starts = null;
    ends = null;
    return places;
  }

  private void write() {
    tokens.read(text);
    length = 0;
    written = 0;
    lastSelfEnd = -1;
    keyToken = -1;
    int i = 0;
    while (i < tokens.count()) {
      i = write(i);
    }
  }

  private String withUnspacedFields(String compatible) {
    String result = compatible;
    for (int i = 0; i < fields.unspaced().size(); i++) {
      char sign = (char) (Tokenizer.FIRST_FIELD + fields.unspacedKind(i).ordinal());
      String replacement = " " + sign + " ";
      if (offsets != null) {
        offsets.replace(fields.unspaced().get(i), replacement);
      }
      result = result.replace(fields.unspaced().get(i), replacement);
    }
    return result;
  }

  /** Writes the token {@code i}, or the field that begins with it; returns the next token. */
  private int write(int i) {
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
    return mayGreet(i) ? greeted(i) : i + 1;
  }

  private int writeField(int i, NameField field) {
    int next = i + field.length();
    if (field.placeholder() == Placeholder.ORG || field.placeholder() == Placeholder.SELF) {
      while (next < tokens.count()
          && ContactFields.isLegalForm(key(next))
          && onlySpaceOrComma(tokens.end(next - 1), tokens.start(next))
          && isCapitalised(next)) {
        next++;
      }
    }
    boolean joined =
        field.placeholder() == Placeholder.SELF
            && lastSelfEnd >= 0
            && text.substring(lastSelfEnd, tokens.start(i)).equals(" ");
    if (!joined) {
      append(field.placeholder().token());
      place(i, next);
    } else if (ends != null) {
      ends.set(written - 1, tokens.end(next - 1));
    }
    lastSelfEnd = field.placeholder() == Placeholder.SELF ? tokens.end(next - 1) : -1;
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
    if (i + length > tokens.count()) {
      return false;
    }
    for (int k = 0; k < length; k++) {
      if (!isWord(i + k, field.keys()[k])) {
        return false;
      }
    }
    return length > 1 || mayBeName(i, field);
  }

  /** Whether a token is the word, alone, with a possessive 's or after an elided article. */
  private boolean isWord(int i, String word) {
    String key = key(i);
    if (key.equals(word)) {
      return true;
    }
    int rest = key.length() - word.length();
    if (rest < 1 || rest > MAX_GREETED) {
      return false;
    }
    return (key.startsWith(word) && (key.endsWith("'s") && rest == 2))
        || (key.endsWith(word) && key.charAt(rest - 1) == '\'');
  }

  private boolean mayBeName(int i, NameField field) {
    String word = field.first();
    boolean ideographic = Scripts.isUnspaced(word.codePointAt(0));
    if (word.length() < 2 && !ideographic) {
      return false;
    }
    boolean ambiguous = field.placeholder() == Placeholder.TITLE || COMMON.contains(word);
    if (ambiguous) {
      return isCapitalised(i) && !beginsSentence(i);
    }
    return word.length() > 2 || isCapitalised(i);
  }

  /** Letters without case count as capitals. */
  private boolean isCapitalised(int i) {
    int c = text.codePointAt(tokens.start(i));
    if (tokens.end(i) - tokens.start(i) > 2 && text.charAt(tokens.start(i) + 1) == '\'') {
      c = text.codePointAt(tokens.start(i) + 2);
    }
    return !Character.isLowerCase(c);
  }

  private boolean beginsSentence(int i) {
    for (int k = tokens.start(i) - 1; k >= 0; k--) {
      char c = text.charAt(k);
      if (c == '.' || c == '!' || c == '?' || c == '\n' || c == ':') {
        return true;
      }
      if (Character.isLetterOrDigit(c) || c == ',') {
        return false;
      }
    }
    return true;
  }

  /** The name key of a token, kept since several fields are compared with one token in turn. */
  private String key(int i) {
    if (keyToken != i) {
      keyToken = i;
      key = tokens.isOdd(i) ? Folding.nameKey(tokens.token(i)) : tokens.token(i);
    }
    return key;
  }

  private boolean mayGreet(int i) {
    if (!tokens.isOdd(i) && !GREETING_HASHES[tokens.hash(i) & (GREETING_HASHES.length - 1)]) {
      return false;
    }
    return (i == 0 || (i == 1 && PREFIXES.contains(key(0))) || beginsLine(i))
        && GREETINGS.contains(key(i));
  }

  private static boolean[] hashes(Set<String> words) {
    boolean[] hashes = new boolean[GREETING_SLOTS];
    for (String word : words) {
      hashes[word.hashCode() & (GREETING_SLOTS - 1)] = true;
    }
    return hashes;
  }

  private boolean beginsLine(int i) {
    for (int k = tokens.start(i) - 1; k >= 0; k--) {
      char c = text.charAt(k);
      if (c == '\n') {
        return true;
      }
      if (c != ' ' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  /** Writes the names after the greeting {@code greeting}; returns the next token. */
  private int greeted(int greeting) {
    int i = greeting + 1;
    while (i < tokens.count()
        && tokens.kind(i) == null
        && adjoins(i)
        && (GREETINGS.contains(key(i)) || ContactFields.isHonorific(key(i)))) {
      appendWord(i++);
    }
    boolean formal = ContactFields.isHonorific(key(i - 1));
    int end = namesEnd(i);
    boolean first = !formal;
    while (i < end) {
      int next = i;
      NameField field = longestField(i);
      if (field != null) {
        next = writeField(i, field);
        first = false;
      } else {
        append((first ? Placeholder.FIRST : Placeholder.LAST).token());
        next = first ? i + 1 : end;
        while (first && next < end && text.charAt(tokens.end(next - 1)) == '-') {
          next++;
        }
        place(i, next);
        first = false;
      }
      i = next;
    }
    return i;
  }

  /** End (exclusive) of the names from {@code i} on; {@code i} if there is none. */
  private int namesEnd(int i) {
    int end = i;
    while (end < tokens.count() && end - i < MAX_GREETED + 1 && isNameLike(end) && adjoins(end)) {
      end++;
    }
    if (end == i) {
      return i;
    }
    boolean closed = end == tokens.count() || !adjoins(end);
    if (closed && end - i <= MAX_GREETED) {
      return end;
    }
    return isCapitalised(i) && !COMMON.contains(key(i)) ? i + 1 : i;
  }

  private boolean isNameLike(int i) {
    return tokens.kind(i) == null
        && !STOPS.contains(key(i))
        && Character.isLetter(text.codePointAt(tokens.start(i)));
  }

  /** Whether only spaces, hyphens and the dot of a short form stand before a token. */
  private boolean adjoins(int i) {
    for (int k = tokens.end(i - 1); k < tokens.start(i); k++) {
      char c = text.charAt(k);
      if (c != ' ' && c != '-' && !(c == '.' && ContactFields.isHonorific(key(i - 1)))) {
        return false;
      }
    }
    return true;
  }

  private boolean onlySpaceOrComma(int from, int to) {
    for (int k = from; k < to; k++) {
      char c = text.charAt(k);
      if (c != ' ' && c != ',') {
        return false;
      }
    }
    return true;
  }
}
