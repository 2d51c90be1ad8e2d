package dev.uncanned.synthetic;

import dev.uncanned.archive.Contact;
import dev.uncanned.text.Masker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Masked texts of one sender in the prose of the generator of archives, but with nothing put in to
 * keep words from recurring.
 */
public final class HandWritten {

  private static final int SHORTEST = 18;
  private static final int LENGTHS = 60;
  private static final Corpus CORPUS = Corpus.load();

  private final Cast cast;
  private final Prose prose;
  private final SplittableRandom lengths;
  private final Masker masker = new Masker();
  private int met;

  /** A sender of whom everything follows from the seed. */
  public HandWritten(long seed) {
    cast = new Cast(seed);
    prose = new Prose(CORPUS, Seeds.of(seed, "prose", 0), false);
    lengths = Seeds.of(seed, "lengths", 0);
  }

  /** Letters from a greeting on, each to another person, of the lengths that archives have. */
  public List<String> letters(int n) {
    List<String> letters = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Person to = cast.person(met++);
      String letter = prose.letter(to, SHORTEST + lengths.nextInt(LENGTHS));
      letters.add(masker.mask(letter, null, List.of(contact(to))).text());
    }
    return letters;
  }

  /** So many words in sentences, the last of which may be cut short. */
  public String words(int n) {
    if (n == 0) {
      return "";
    }
    String[] words = masker.mask(prose.sentences(2 * n), null, List.of()).text().split(" ");
    return String.join(" ", Arrays.copyOf(words, n));
  }

  private static Contact contact(Person person) {
    return new Contact(
        person.display(),
        null,
        person.email(),
        person.first(),
        person.last(),
        person.company(),
        person.title());
  }
}
