package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameMatchTest {

  @ParameterizedTest
  @CsvSource({
    "Bob, Robert Smith",
    "Juergen, Jürgen Klein",
    "Jurgen, Jürgen Klein",
    "Łukasz, Lukasz Nowak",
    "Dmitri, Дмитрий Иванов",
    "Kim, Kim Min-jun",
    "Minjun, Min-jun Kim",
    "Alex, Alexandra Ruiz",
    "JP, Jean-Pierre Martin",
    "Katherine, Catherine Jones",
    "Sofía, Sofia Perez",
    "O'Brien, Pat O’Brien",
    "Nan, Nancy Hill",
    "Smith, 'Smith, Anna (HR)'",
    "Nacho, Ignacio Pérez",
    "Paco, Francisco Pérez",
    "Chico, Francisco Silva",
    "Zé, José Silva",
    "Dudu, Eduardo Silva",
    "Sepp, Josef Huber",
    "Uli, Ulrike Huber",
    "Mimmo, Domenico Rossi",
    "Enzo, Vincenzo Rossi",
    "Dédé, André Petit",
    "Manon, Marie Petit",
    "Julia, Юлия Иванова",
    "Dima, Dmitri Ivanov",
    "Саша, Alexander Ivanov",
    "Slava, Вячеслав Иванов",
    "Gosia, Małgorzata Nowak",
    "Wojtek, Wojciech Nowak",
    "Uschi, Ursula Huber",
    "Hajo, Hans-Joachim Huber",
    "Kalle, Karl-Heinz Huber",
    "Kalle, Karlheinz Huber",
    "Didi, Dietmar Huber",
    "Resi, Theresa Huber",
    "Chema, José María Pérez",
    "Majo, María José Pérez",
    "Mafer, María Fernanda Pérez",
    "Chelo, Consuelo Pérez",
    "Lalo, Gerardo Pérez",
    "Jano, Alejandro Pérez",
    "Anita, Ana Pérez",
    "Cacá, Carlos Silva",
    "Cadu, Ricardo Silva",
    "Teté, Teresa Silva",
    "Molly, Mary Hill",
    "Daisy, Margaret Hill",
    "Maisie, Margaret Hill",
    "Kit, Katherine Hill",
    "Gus, Augustus Hill",
    "Toni, Antoinette Hill",
    "Lisbeth, Elizabeth Hill",
    "Chris, Krzysztof Nowak",
    "Kees, Cornelis Smit",
    "Piet, Petrus Smit",
    "Gerrit, Gerardus Smit",
    "Laxmi, Lakshmi Rao",
    "Venky, Venkatesh Rao",
    "Subbu, Subramanian Rao",
    "Aasa, Åsa Berg",
    "Åsa, Aasa Berg",
    "Paal, Pål Berg"
  })
  void knowsTheSamePersonBySeveralNames(String word, String name) {
    assertThat(matches(word, name)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "Anna, Peter Smith",
    "Grace, Will Turner",
    "Mark, Maria Silva",
    "Tom, Tim Jones",
    "Priya, Paula Weber",
    "JP, Anna Martin",
    "Nacho, Francisco Pérez",
    "Sepp, Johann Huber",
    "Dima, Михаил Иванов",
    "Wojtek, Zbigniew Nowak",
    "Uschi, Brigitte Huber",
    "Chema, Juan Pérez",
    "Kees, Petrus Smit",
    "Daisy, Mary Hill",
    "Aasa, Åke Berg"
  })
  void tellsPeopleApart(String word, String name) {
    assertThat(matches(word, name)).isFalse();
  }

  @Test
  void knowsTheTextbookValuesOfJaroWinkler() {
    assertThat(NameMatch.jaroWinkler("martha", "marhta")).isCloseTo(0.961, within());
    assertThat(NameMatch.jaroWinkler("dwayne", "duane")).isCloseTo(0.84, within());
    assertThat(NameMatch.jaroWinkler("dixon", "dicksonx")).isCloseTo(0.813, within());
    assertThat(NameMatch.jaroWinkler("abc", "xyz")).isZero();
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.api.Assertions.within(0.001);
  }

  private static boolean matches(String word, String name) {
    List<String> names = NameMatch.namesOf(Contact.of(name, null, null));
    return NameMatch.matches(NameMatch.fold(word), names, 0.85);
  }
}
