package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.text.Placeholder;
import dev.uncanned.text.TokenPlaces;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * Finds names and companies in the fields of a template that are not those of the recipient.
 *
 * <p>A field is known by the tokens before and behind it. In a salutation any name is masked, so
 * there the name itself is compared. Texts to several people are passed over: any of them may be
 * meant.
 */
public final class ForeignFills implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final int MAX_NAME = 2;
  private static final int MAX_ORG = 4;
  private static final int MAX_SALUTATION = 5;
  private static final int MIN_LETTERS = 3;

  private final double similarity;
  private final TextPlaces textPlaces;

  /** With the configured similarity of two spellings of one name. */
  public ForeignFills(ScoreConfig config) {
    this(config, new TextPlaces());
  }

  /** The same, which shares the places of tokens with others that read the same texts. */
  ForeignFills(ScoreConfig config, TextPlaces textPlaces) {
    this.similarity = config.name_similarity();
    this.textPlaces = textPlaces;
  }

  /** What one message has, place by place. */
  public Iterator<ForeignFill> of(FilledText message) {
    List<ForeignFill> fills = new ArrayList<>();
    boolean single = message.recipient_ids().size() == 1 && message.recipients().size() == 1;
    if (single && message.text() != null && message.masked() != null) {
      greeted(message, fills);
      if (!message.contexts().isEmpty()) {
        fields(message, fills);
      }
    }
    return fills.iterator();
  }

  private void greeted(FilledText message, List<ForeignFill> fills) {
    Greeting greeting = Greeting.of(message.text());
    if (greeting == null || greeting.words().isEmpty()) {
      masked(message, fills);
      return;
    }
    if (!greeting.closed()) {
      masked(message, fills);
      return;
    }
    List<Greeting.Word> names = GreetingWords.names(greeting.words());
    List<Greeting.Word> given = withoutFamilyName(greeting, message.recipients().get(0));
    boolean mayBeRole = greeting.title() != null && greeting.words().size() > 1;
    // A wrong name beside the right given name is judged where the whole salutation is.
    if (names.isEmpty()
        || mayBeRole
        || GreetingCheck.matchesAny(given, message.recipients(), similarity)
        || GreetingCheck.isCompany(names, message.recipients())) {
      return;
    }
    Greeting.Word word = names.get(0);
    if (isForeignName(word.text(), message.recipients().get(0))) {
      fills.add(name(message, word.text(), word.start(), word.end()));
    }
  }

  private static List<Greeting.Word> withoutFamilyName(Greeting greeting, Contact recipient) {
    String family = recipient == null ? null : GreetingCheck.familyName(recipient);
    List<String> known = family == null ? List.of() : NameMatch.words(family);
    List<Greeting.Word> given = GreetingWords.unjoined(greeting.words());
    given.removeIf(word -> known.contains(NameMatch.fold(word.text())));
    return given;
  }

  /** "Ann, hello", "Hi Ann I saw" and greetings of other languages: masking has found the name. */
  private void masked(FilledText message, List<ForeignFill> fills) {
    String[] tokens = message.masked().split(" ", MAX_SALUTATION + 1);
    for (int i = 0; i < Math.min(tokens.length, MAX_SALUTATION); i++) {
      if (tokens[i].equals(Placeholder.FIRST.token())) {
        TokenPlaces places = places(message);
        String words = message.text().substring(places.start(i), places.end(i));
        if (Character.isUpperCase(words.codePointAt(0))
            && isForeignName(words, message.recipients().get(0))) {
          // It may be another word: only another reader of that name makes it a fault.
          String value = NameMatch.fold(words);
          fills.add(fill(message, false, value, places.start(i), places.end(i), false, false));
        }
        return;
      }
    }
  }

  private void fields(FilledText message, List<ForeignFill> fills) {
    String[] tokens = message.masked().split(" ");
    TokenPlaces places = null;
    for (FillContext field : message.contexts()) {
      int first = first(tokens, field);
      int end = first < 0 ? -1 : end(tokens, field, first);
      if (end > first) {
        places = places == null ? places(message) : places;
        if (end <= places.count()) {
          judge(message, places, field, first, end, fills);
        }
      }
    }
  }

  private TokenPlaces places(FilledText message) {
    return textPlaces.of(message.text(), message.sender(), message.recipients());
  }

  private void judge(
      FilledText message,
      TokenPlaces places,
      FillContext field,
      int first,
      int end,
      List<ForeignFill> fills) {
    int start = places.start(first);
    int behind = places.end(end - 1);
    String words = message.text().substring(start, behind);
    Contact recipient = message.recipients().get(0);
    if (field.org()) {
      String value = NameMatch.fold(Companies.withoutLegalForm(words));
      if (value.length() >= MIN_LETTERS) {
        fills.add(fill(message, true, value, start, behind, false, false));
      }
    } else if (isForeignName(words, recipient)) {
      fills.add(name(message, words, start, behind));
    }
  }

  /** Nobody can tell of a recipient without a known name. */
  private boolean isForeignName(String words, Contact recipient) {
    List<String> known = recipient == null ? List.of() : GreetingCheck.candidates(recipient);
    String folded = NameMatch.fold(words);
    boolean capital = !Character.isLowerCase(words.codePointAt(0));
    return !known.isEmpty()
        && capital
        && folded.length() >= MIN_LETTERS
        && areNames(words, recipient)
        && !NameMatch.matches(folded, known, similarity);
  }

  private static boolean areNames(String words, Contact recipient) {
    String company = recipient.company();
    List<String> own = company == null ? List.of() : NameMatch.words(company);
    for (String word : words.split(" ")) {
      if (GreetingWords.isNoName(word) || own.contains(NameMatch.fold(word))) {
        return false;
      }
    }
    return true;
  }

  private static ForeignFill name(FilledText message, String words, int start, int end) {
    Contact recipient = message.recipients().get(0);
    boolean known = GreetingCheck.isKnownPerson(recipient);
    boolean comparable = GreetingCheck.isLatin(words, recipient);
    boolean wrong = known && comparable;
    boolean otherScript = known && !comparable;
    return fill(message, false, NameMatch.fold(words), start, end, wrong, otherScript);
  }

  private static ForeignFill fill(
      FilledText message,
      boolean org,
      String value,
      int start,
      int end,
      boolean wrong,
      boolean otherScript) {
    return new ForeignFill(
        message.cluster_id(),
        message.message_id(),
        message.recipient_ids().get(0),
        org,
        value,
        start,
        end,
        wrong,
        otherScript);
  }

  /** First token behind the one before a field, if it is a word; -1 if there is none. */
  private static int first(String[] tokens, FillContext field) {
    if (field.before() == null) {
      return isWord(tokens, 0) ? 0 : -1;
    }
    for (int i = 0; i + 1 < tokens.length; i++) {
      if (tokens[i].equals(field.before()) && isWord(tokens, i + 1)) {
        int end = end(tokens, field, i + 1);
        if (end > 0) {
          return i + 1;
        }
      }
    }
    return -1;
  }

  /** Token behind the few words of a field; -1 if what follows is not as in the template. */
  private static int end(String[] tokens, FillContext field, int first) {
    int most = field.org() ? MAX_ORG : MAX_NAME;
    for (int i = first + 1; i <= first + most; i++) {
      if (i >= tokens.length) {
        return field.behind() == null && i == tokens.length ? i : -1;
      }
      if (tokens[i].equals(field.behind())) {
        return i;
      }
      if (!isWord(tokens, i)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isWord(String[] tokens, int i) {
    return i < tokens.length && !tokens[i].isEmpty() && !Placeholder.isPlaceholder(tokens[i]);
  }
}
