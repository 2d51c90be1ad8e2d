package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NothingInSentenceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "your role as NULL at Initech caught my eye",
        "as undefined at Initech, you know this",
        "Your work as null at Initech is great.",
        "As NULL at Initech, you know this",
        "in Ihrer Rolle als NULL bei Initech",
        "Als NULL bei Initech kennen Sie das.",
        "en tant que NULL chez Initech",
        "como NULL en Initech sabe",
        "Como NULL na Initech, sabe",
        "Hi Anna,\n\nas NULL at Initech you know this",
        "I noticed NULL is hiring",
        "how does NULL handle payroll?",
        "NULL's growth is great",
        "NULL’s recent growth is great",
        "congrats on joining NULL!",
        "Congratulations on joining NULL, Anna.",
        "I saw that NULL is growing fast"
      })
  void nothingInPlaceOfATitleOrACompanyIsASlot(String text) {
    assertThat(scan(text)).extracting(Defect::type).containsExactly(Defect.Type.NULL_LITERAL);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The column is stored as NULL at Oracle and elsewhere.",
        "It treats it as undefined at runtime.",
        "keep it as NULL at rest",
        "como NULL en la tabla",
        "Se guarda como NULL en Postgres.",
        "Como NULL en SQL no es igual a nada, usa IS NULL.",
        "wird als NULL bei PostgreSQL gespeichert",
        "Como NULL en MySQL, hay que usar IS NULL",
        "traité en tant que NULL dans la base",
        "NULL is not equal to NULL in SQL.",
        "NULL is returned when the query fails.",
        "a NULL is stored",
        "the function returns undefined",
        "the contract is null and void",
        "I noticed NULL is a valid value",
        "how does NULL behave in joins?",
        "does NULL equal NULL?",
        "How does NULL work in SQL?",
        "NULL's value is unknown",
        "NULL's semantics are odd",
        "joining NULL keys is slow",
        "after joining NULL, the row is lost",
        "The number of NULL is growing",
        "When NULL is growing the heap",
        "this returns null as the default",
        "NOT NULL is set",
        "a table with NULL is opening",
        "X_NULL is hiring",
        "The field is treated\nas NULL at Google and elsewhere.",
        "Use NULL-safe joins; NULL's type is unknown.",
        "My congrats on joining NULL values!"
      })
  void nothingInTheProseOfProgrammersIsNoSlot(String text) {
    assertThat(scan(text)).isEmpty();
  }

  @Test
  void saysWhereNothingStands() {
    assertThat(scan("In your role as NULL at Initech I noticed NULL is hiring"))
        .extracting(Defect::start, Defect::end)
        .containsExactly(tuple(16, 20), tuple(42, 46));
  }

  private static List<Defect> scan(String text) {
    List<Defect> found = new ArrayList<>();
    NothingInSentence.scan(text, found);
    return found;
  }
}
