package dev.uncanned.synthetic;

import dev.uncanned.archive.Contact;
import dev.uncanned.text.Masker;
import java.util.ArrayList;
import java.util.List;

/** Masked letters as the generator of archives writes them by hand, each to another person. */
public final class HandWritten {

  private static final int SHORTEST = 18;
  private static final int LENGTHS = 60;
  private static final Corpus CORPUS = Corpus.load();

  private HandWritten() {}

  /**
   * The letters of one sender.
   *
   * @param avoidsRepetition whether three words in a row are kept from going out to many, as the
   *     generator does
   */
  public static List<String> letters(long seed, int n, boolean avoidsRepetition) {
    Cast cast = new Cast(seed);
    Prose prose = new Prose(CORPUS, Seeds.of(seed, "prose", 0), avoidsRepetition);
    var lengths = Seeds.of(seed, "lengths", 0);
    Masker masker = new Masker();
    List<String> letters = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      Person to = cast.person(i);
      String letter = prose.letter(to, SHORTEST + lengths.nextInt(LENGTHS));
      letters.add(masker.mask(letter, null, List.of(contact(to))).text());
    }
    return letters;
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
