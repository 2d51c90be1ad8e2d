package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.archive.Contact;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PraiseTest {

  private static final double MIN_PRECISION = 0.9;
  private static final double MIN_RECALL = 0.8;
  private static final Contact SENDER =
      new Contact("Tom Ashby", null, null, "Tom", "Ashby", "Contoso", null);
  private static final Contact RECIPIENT =
      new Contact("Anna Berger", null, null, "Anna", "Berger", "Initech", "Head of Sales");

  private final Praise praise = new Praise();

  /** A sentence with the judgement of a person: h hollow, s specific, n neither. */
  private record Judged(char label, String sentence) {}

  /** The first half was written before the lists were frozen, the second half after it. */
  @ParameterizedTest
  @CsvSource({
    "en,first",
    "en,second",
    "de,first",
    "de,second",
    "fr,first",
    "fr,second",
    "es,first",
    "es,second",
    "pt,first",
    "pt,second"
  })
  void findsHollowPraise(String lang, String half) throws IOException {
    int found = 0;
    int right = 0;
    int all = 0;
    List<String> mistakes = new ArrayList<>();
    for (Judged judged : sentences(lang, half)) {
      char told = label(find(judged.sentence(), lang));
      found += told == 'h' ? 1 : 0;
      right += told == 'h' && judged.label() == 'h' ? 1 : 0;
      all += judged.label() == 'h' ? 1 : 0;
      if (told != judged.label()) {
        mistakes.add(told + " " + judged);
      }
    }
    assertThat((double) right / found)
        .as("precision, %s", mistakes)
        .isGreaterThanOrEqualTo(MIN_PRECISION);
    assertThat((double) right / all).as("recall, %s", mistakes).isGreaterThanOrEqualTo(MIN_RECALL);
  }

  /** Letters made of the generator's texts, with some of the judged sentences put in between. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es", "pt"})
  void findsHollowPraiseInsideGeneratedLetters(String lang) throws IOException {
    List<Judged> judged = new ArrayList<>(sentences(lang, "first"));
    judged.addAll(sentences(lang, "second"));
    List<String> bodies = bodies(lang);
    Random random = new Random(20);
    int found = 0;
    int right = 0;
    int all = 0;
    for (int i = 0; i < 300; i++) {
      List<String> paragraphs = new ArrayList<>(List.of("", ""));
      if (!bodies.isEmpty()) {
        paragraphs.addAll(List.of(bodies.get(i % bodies.size()).split("\n\n")));
      }
      int hollow = 0;
      for (int k = random.nextInt(3); k > 0; k--) {
        Judged one = judged.get(random.nextInt(judged.size()));
        hollow += one.label() == 'h' ? 1 : 0;
        int at = random.nextInt(paragraphs.size());
        paragraphs.set(
            at, paragraphs.get(at) + (random.nextBoolean() ? " " : "\n") + one.sentence());
      }
      int told = find(String.join("\n\n", paragraphs), lang).hollow_praise_n();
      found += told;
      right += Math.min(told, hollow);
      all += hollow;
    }
    assertThat(all).isGreaterThan(50);
    assertThat((double) right / found).as("precision").isGreaterThanOrEqualTo(MIN_PRECISION);
    assertThat((double) right / all).as("recall").isGreaterThanOrEqualTo(MIN_RECALL);
  }

  /**
   * The texts of the generator in a language, with the recipient's data; it does not know all
   * languages.
   */
  private static List<String> bodies(String lang) throws IOException {
    List<String> bodies = new ArrayList<>();
    for (String name : List.of("blast", "merge", "semi", "spintax", "inbound", "follow-up")) {
      try (InputStream in = PraiseTest.class.getResourceAsStream("/synthetic/" + name + ".txt")) {
        String[] texts = new String(in.readAllBytes(), StandardCharsets.UTF_8).split("(?m)^== ");
        for (int i = 1; i < texts.length; i++) {
          int end = texts[i].indexOf('\n');
          if (texts[i].substring(0, end).split("\\|")[1].strip().equals(lang)) {
            bodies.add(filled(texts[i].substring(end).strip()));
          }
        }
      }
    }
    return bodies;
  }

  private static String filled(String body) {
    return body.replaceAll("\\[([^|\\]]*)\\|[^\\]]*\\]", "$1")
        .replace("{first}", "Anna")
        .replace("{last}", "Berger")
        .replace("{company}", "Initech")
        .replace("{title}", "Head of Sales")
        .replace("{own}", "");
  }

  /** No target is published for specific praise; most of it must be found. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "de", "fr", "es", "pt"})
  void findsMostSpecificPraise(String lang) throws IOException {
    List<Judged> specific = new ArrayList<>(sentences(lang, "first"));
    specific.addAll(sentences(lang, "second"));
    specific.removeIf(judged -> judged.label() != 's');
    assertThat(specific).hasSize(30);
    assertThat(specific.stream().filter(s -> label(find(s.sentence(), lang)) == 's').count())
        .isGreaterThanOrEqualTo(24);
    assertThat(specific).noneMatch(s -> label(find(s.sentence(), lang)) == 'h');
  }

  @Test
  void saysWhereThePraiseIs() {
    String text =
        "Hi Anna,\n\nYour profile is impressive. Your talk at KubeCon was great too! Bye.";
    PraiseFound found = find(text, "en");
    assertThat(found.hollow_praise_n()).isEqualTo(1);
    assertThat(found.specific_praise_n()).isEqualTo(1);
    assertThat(found.spans())
        .extracting(span -> text.substring(span.start(), span.end()))
        .containsExactly("Your profile is impressive.", "Your talk at KubeCon was great too!");
    assertThat(found.spans().get(0).phrase_id()).isEqualTo("en-p01");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anna, your work at Initech is impressive.",
        "Priya, your work at Zs\u00f3fia & Ngozi is impressive.",
        "\u0418\u0440\u0438\u043d\u0430, your work at \u0413\u0430\u0437\u043f\u0440\u043e\u043c is"
            + " impressive.",
        "Your work as Head of Sales is impressive, Anna Berger!",
        "anna, your work at initech is impressive.",
        "ANNA, YOUR WORK AT INITECH IS IMPRESSIVE!",
        "{{first_name}}, your work at {{company}} is impressive.",
        "Your work at \u27e8ORG\u27e9 is impressive.",
        "I am Tom Ashby of Contoso, and your work is impressive.",
        "Impressive profile! Would 15-20 minutes on Monday at 10 am suit you?"
      })
  void countsWhatADatabaseFillsInAsNothing(String sentence) {
    assertThat(find(sentence, "en").hollow_praise_n()).isEqualTo(1);
    assertThat(find(sentence, "en").specific_praise_n()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Your work on river sediments is impressive.",
        "Your work is impressive, 40 languages!",
        "Your work on \"Dune Atlas\" is impressive.",
        "Your work is impressive, above all the Oslo tunnel."
      })
  void countsPraiseThatNamesSomethingApart(String sentence) {
    assertThat(label(find(sentence, "en"))).isEqualTo('s');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|I help you build an impressive profile.",
        "en|We can make your website amazing.",
        "en|I can help you achieve outstanding growth for your business.",
        "en|Our platform gives your team incredible insights.",
        "en|Hi Anna, is your company looking for exceptional talent?",
        "en|Finding great talent for your team is hard.",
        "en|We help you attract exceptional talent to your team.",
        "de|Mit uns wird Ihr Profil einzigartig.",
        "de|Haben Sie gute Erfahrungen mit Leads gemacht?",
        "de|Wir machen Ihre Webseite großartig.",
        "fr|Nous aidons votre entreprise à obtenir une croissance exceptionnelle.",
        "fr|Avez-vous de bonnes expériences avec votre site ?",
        "es|Ayudamos a su empresa a lograr un crecimiento increíble.",
        "pt|Ajudamos a sua empresa a ter um crescimento incrível.",
      })
  void whatAPitchPromisesOrAsksForIsNoPraise(String lang, String sentence) {
    assertThat(label(find(sentence, lang))).isEqualTo('n');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "en|Your profile is impressive, would you be open to a call?",
        "en|Is your calendar open, since your profile is impressive?",
        "en|You make amazing content!",
        "en|I want to say that your career is outstanding.",
        "en|I find your work fascinating.",
        "en|We help firms grow, and your outstanding career caught my eye.",
        "en|I loved your profile, do you have a minute?",
        "de|Ihr Profil ist beeindruckend, haben Sie kurz Zeit?",
        "de|Ich finde Ihren Werdegang beeindruckend.",
        "fr|Je trouve votre parcours impressionnant.",
        "es|Su perfil es impresionante, ¿tiene un momento?",
      })
  void praiseBesideAPitchOrAQuestionIsPraise(String lang, String sentence) {
    assertThat(label(find(sentence, lang))).isEqualTo('h');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "en|I hope your business is doing great.",
        "en|Hope you and your team had an amazing weekend.",
        "en|Your team will love how simple it is.",
        "en|Your company needs an outstanding website.",
        "en|With us your business gets fantastic leads.",
        "en|Imagine your team with an amazing CRM.",
        "de|Ihr Team wird begeistert sein.",
        "de|Ihr Unternehmen verdient ein großartiges Werkzeug.",
        "de|Das wäre für Ihr Unternehmen eine spannende Lösung.",
        "fr|Votre équipe sera impressionnée.",
        "fr|Votre entreprise mérite un outil exceptionnel.",
        "es|Su equipo quedará impresionado.",
        "es|Su perfil encaja en una posición muy interesante.",
        "pt|Sua equipe vai ficar impressionada.",
        "pt|Sua empresa merece uma plataforma incrível.",
        "en|Your company deserves an amazing tool.",
        "en|You'll love what your team can do with amazing data.",
        "en|Your team will save time and get outstanding reports.",
        "de|Ihr Team wird Zeit sparen und beeindruckende Berichte haben.",
        "en|We will cut your costs and give your team outstanding tools.",
        "en|Imagine your website loading fast and your visitors impressed.",
        "de|Unser Tool könnte Zeit sparen und Ihrem Team beeindruckende Einblicke geben.",
        "de|Stellen Sie sich vor Ihr Team spart Zeit und ist begeistert.",
        "fr|Votre site sera rapide et vous aurez une boutique exceptionnelle.",
      })
  void whatIsHopedOrPromisedOfTheReaderIsNoPraise(String lang, String sentence) {
    assertThat(label(find(sentence, lang))).isEqualTo('n');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "de|Ihr Profil hat mein Interesse geweckt.",
        "de|Ihr Profil hat meine Aufmerksamkeit erregt.",
        "de|Ihr Profil hat mich direkt angesprochen.",
        "fr|Votre profil a retenu toute mon attention.",
        "pt|Seu perfil chamou bastante minha atenção.",
      })
  void stockPhrasesOfInterestArePraise(String lang, String sentence) {
    assertThat(label(find(sentence, lang))).isEqualTo('h');
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "en|I hope you are well, your profile is impressive.",
        "en|I couldn't help but admire your profile.",
        "en|I will admit your profile is impressive.",
        "en|Your impressive profile will open doors.",
        "en|Your work deserves respect.",
        "en|I could tell your career is outstanding.",
        "de|Ihre Arbeit verdient Respekt.",
        "fr|Votre travail mérite le respect.",
        "en|I hope you are well and I was really impressed by your profile.",
        "en|I'll be honest your work is impressive.",
        "en|I could go on about how impressive your career is.",
        "en|You deserve huge credit for the amazing work you do.",
        "de|Ich hoffe es geht Ihnen gut und bin beeindruckt von Ihrem Profil.",
        "es|Espero que estés bien y enhorabuena por tu impresionante trayectoria.",
        "fr|J'espère que vous allez bien et votre parcours est impressionnant.",
        "es|Su perfil es impresionante, espero hablar con usted.",
        "pt|Seu perfil é incrível e vai longe.",
      })
  void aWishBesidePraiseLeavesItPraise(String lang, String sentence) {
    assertThat(label(find(sentence, lang))).isEqualTo('h');
  }

  @Test
  void doesNotDependOnCaseOrAccents() {
    assertThat(label(find("VOTRE PARCOURS EST TRES IMPRESSIONNANT", "fr"))).isEqualTo('h');
    assertThat(label(find("Votre parcours est tre\u0300s impressionnant", "fr"))).isEqualTo('h');
    assertThat(label(find("ihr werdegang ist beeindruckend", "de"))).isEqualTo('h');
  }

  @Test
  void knowsNothingOfOtherLanguages() {
    assertThat(find("Il tuo profilo \u00e8 impressionante", "it")).isNull();
    assertThat(find("Your profile is impressive", null)).isNull();
    assertThat(praise.find(null, "en", SENDER, null)).isNull();
  }

  @Test
  void bearsHostileTexts() {
    for (String text :
        List.of("", "impressive", "\u201eimpressive", "{{", "\ud83d", "your profile ".repeat(3))) {
      assertThat(find(text, "en")).isNotNull();
    }
    String lines = "your impressive profile\n".repeat(500);
    assertThat(find(lines, "en").hollow_praise_n()).isEqualTo(500);
    assertThat(find("impressive your profile ".repeat(2_000), "en").hollow_praise_n()).isEqualTo(1);
    assertThat(praise.find("Impressive profile", "en", null, null).hollow_praise_n()).isEqualTo(1);
  }

  @Test
  void namesTheVersionOfItsLists() {
    assertThat(Praise.version("de")).isEqualTo("4");
    assertThat(Praise.version("it")).isNull();
  }

  private PraiseFound find(String sentence, String lang) {
    return praise.find(sentence, lang, SENDER, List.of(RECIPIENT));
  }

  private static char label(PraiseFound found) {
    if (found.hollow_praise_n() > 0) {
      return 'h';
    }
    return found.specific_praise_n() > 0 ? 's' : 'n';
  }

  private static List<Judged> sentences(String lang, String half) throws IOException {
    String resource = "/score/praise/" + lang + "-" + half + ".txt";
    try (InputStream in = PraiseTest.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> new Judged(line.charAt(0), line.substring(2)))
          .toList();
    }
  }
}
