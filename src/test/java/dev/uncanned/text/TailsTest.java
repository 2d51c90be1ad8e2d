package dev.uncanned.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TailsTest {

  private static final Map<String, List<String>> LETTERS =
      Map.of(
          "en",
          List.of(
              "Hi Ann,\n\n"
                  + "I saw your talk in Lisbon. We help teams like yours to write better mails.",
              "Hi Ann,\n\n"
                  + "your profile caught my eye.\n"
                  + "Shall we talk about your project next week?"),
          "de",
          List.of(
              "Hallo Ann,\n\n"
                  + "ich habe Ihren Vortrag gesehen. Wir helfen Teams wie Ihrem im Vertrieb.",
              "Hallo Ann,\n\n"
                  + "Ihr Profil ist mir aufgefallen.\n"
                  + "Haben Sie nächste Woche Zeit für mich?"),
          "fr",
          List.of(
              "Bonjour Ann,\n\n"
                  + "j'ai vu votre conférence à Lyon. Nous aidons des équipes comme la vôtre.",
              "Bonjour Ann,\n\nvotre profil a retenu mon attention.\nAvez-vous un moment jeudi ?"),
          "es",
          List.of(
              "Hola Ann:\n\n"
                  + "vi su charla en Madrid. Ayudamos a equipos como el suyo a vender mejor.",
              "Hola Ann:\n\nsu perfil me llamó la atención.\n¿Tiene un momento la próxima semana?"),
          "pt",
          List.of(
              "Olá Ann,\n\n"
                  + "vi a sua palestra em Lisboa. Ajudamos equipes como a sua a vender melhor.",
              "Olá Ann,\n\no seu perfil chamou a minha atenção.\nPodemos falar na próxima semana?"),
          "it",
          List.of(
              "Ciao Ann,\n\n"
                  + "ho visto il tuo intervento a Roma. Aiutiamo gruppi come il tuo a vendere.",
              "Ciao Ann,\n\nil tuo profilo mi ha colpito.\nHai un momento la prossima settimana?"),
          "nl",
          List.of(
              "Hoi Ann,\n\nik zag je praatje in Utrecht. Wij helpen teams zoals dat van jou.",
              "Hoi Ann,\n\n"
                  + "je profiel viel me op.\n"
                  + "Heb je volgende week een moment voor een gesprek?"),
          "sv",
          List.of(
              "Hej Ann,\n\n"
                  + "jag såg ditt föredrag i Malmö. Vi hjälper grupper som din att sälja mer.",
              "Hej Ann,\n\n"
                  + "din profil fångade mitt intresse.\n"
                  + "Har du tid för ett samtal nästa vecka?"));

  @Test
  void cutsEveryTailFromLettersWithLines() throws IOException {
    assertThat(wrong(false)).isEmpty();
  }

  @Test
  void cutsEveryTailFromLettersWhoseLinesWereJoined() throws IOException {
    assertThat(wrong(true)).isEmpty();
  }

  @Test
  void keepsProseThatSpeaksOfFooters() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String line : lines("prose.tsv")) {
      String letter = line.substring(3).replace("\\n", "\n");
      if (!QuoteStripper.strip(letter).equals(letter)) {
        wrong.add("lines: " + line + " => " + QuoteStripper.strip(letter));
      }
      if (!QuoteStripper.strip(flat(letter)).equals(flat(letter))) {
        wrong.add("flat: " + line + " => " + QuoteStripper.strip(flat(letter)));
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void knowsEveryKindOfTailInEveryLanguage() throws IOException {
    Map<String, Set<String>> kinds = new TreeMap<>();
    for (String line : lines("tails.tsv")) {
      String[] cells = line.split("\t");
      kinds.computeIfAbsent(cells[0], unused -> new TreeSet<>()).add(cells[1]);
    }
    assertThat(kinds).hasSize(LETTERS.size());
    kinds.forEach(
        (language, found) ->
            assertThat(found)
                .as(language)
                .contains(
                    "header",
                    "linkedin",
                    "block",
                    "forward",
                    "device",
                    "signoff",
                    "legal",
                    "optout",
                    "tracking",
                    "mixed"));
  }

  private static List<String> wrong(boolean flat) throws IOException {
    List<String> wrong = new ArrayList<>();
    for (String line : lines("tails.tsv")) {
      String[] cells = line.split("\t");
      if (flat && cells[1].startsWith("lines:")) {
        continue;
      }
      for (String own : LETTERS.get(cells[0])) {
        String letter = own + "\n\n" + cells[2].replace("\\n", "\n");
        String expected = flat ? flat(own) : own;
        String stripped = QuoteStripper.strip(flat ? flat(letter) : letter);
        if (!stripped.equals(expected)) {
          wrong.add(line + " => " + stripped);
        }
      }
    }
    return wrong;
  }

  /** As LinkedIn exported texts until 2026: line breaks are spaces. */
  private static String flat(String text) {
    return text.replace('\n', ' ');
  }

  private static List<String> lines(String resource) throws IOException {
    try (InputStream in = TailsTest.class.getResourceAsStream("/text/" + resource)) {
      String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return all.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }
}
