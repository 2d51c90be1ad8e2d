package dev.uncanned.synthetic;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Writes messages at each personal level, in eight languages, to readers with names of many
 * cultures.
 *
 * <p>Every template goes to some dozens of readers. What is written for one reader alone is a whole
 * sentence of its own, so that no two readers of a template share more than a few of its words.
 */
public final class PersonalCorpus {

  private static final String RESOURCE = "/synthetic/personal.txt";
  private static final String[] LANGUAGES = {"en", "de", "fr", "es", "pt", "it", "nl", "sv"};
  private static final int FULL = 4;
  private static final int READERS = 60;
  private static final int FEW_READERS = 24;
  private static final String[][] NAMES = {
    {"Priya", "Raghunathan"}, {"Łukasz", "Wiśniewski"}, {"Ngozi", "Okonkwo"}, {"Grace", "Hollis"},
    {"小明", "李"}, {"Дмитрий", "Соколов"}, {"محمد", "الأحمد"}, {"Zsófia", "Kovács"},
    {"José María", "Etxeberria"}, {"Thandiwe", "Dlamini"}, {"Will", "Marsh"}, {"Ana", "Ferrão"},
    {"Jean-Luc", "Lefèvre"}, {"Siobhán", "O'Dwyer"}, {"Kenji", "Murakami"}, {"Faith", "Abernathy"},
    {"Nguyễn", "Minh"}, {"Δημήτρης", "Νικολάου"}, {"דוד", "לוי"}, {"Bo", "Xu"},
    {"Mehmet", "Yıldız"}, {"Ingrid", "Åkesson"}, {"April", "Paris"}, {"Somchai", "Rattanakosin"}
  };
  private static final String[] CITIES = {
    "Gdańsk",
    "Tromsø",
    "Valparaíso",
    "Kumasi",
    "Izmir",
    "Hobart",
    "Cagliari",
    "Oulu",
    "Rijeka",
    "Halifax",
    "Bilbao",
    "Rostock",
    "Lorient",
    "Pondicherry",
    "Kaohsiung",
    "Mombasa"
  };
  private static final String[] SYLLABLES = {
    "vel", "tar", "mo", "quin", "dre", "zan", "pol", "rix", "sen", "bru", "kal", "fen", "lor",
    "nib", "gos", "thi", "wex", "yar", "jup", "hol", "cim", "ost", "und", "elk"
  };
  private static final String[] FORMS = {"", " GmbH", " Ltd", " Inc.", " S.A.", " AB"};

  private final long seed;
  private final Map<String, List<String>> sentences;

  /** A corpus of its own for each seed. */
  public PersonalCorpus(long seed) {
    this.seed = seed;
    this.sentences = read();
  }

  private static Map<String, List<String>> read() {
    Map<String, List<String>> sentences = new HashMap<>();
    try (InputStream in = PersonalCorpus.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("resource " + RESOURCE + " is missing");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && line.charAt(0) != '#')
          .map(line -> line.split("\\|", 3))
          .forEach(
              parts ->
                  sentences
                      .computeIfAbsent(parts[0] + ' ' + parts[1], kind -> new ArrayList<>())
                      .add(parts[2]));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + RESOURCE, e);
    }
    return sentences;
  }

  /** All messages, template by template. */
  public List<PersonalMessage> messages() {
    List<PersonalMessage> messages = new ArrayList<>();
    for (int lang = 0; lang < LANGUAGES.length; lang++) {
      boolean full = lang < FULL;
      addTemplate(LANGUAGES[lang], false, full ? READERS : FEW_READERS, messages);
      if (full) {
        addTemplate(LANGUAGES[lang], true, READERS, messages);
      }
    }
    return messages;
  }

  private void addTemplate(
      String lang, boolean plain, int readers, List<PersonalMessage> messages) {
    String name = lang + (plain ? "-plain" : "");
    SplittableRandom random = Seeds.of(seed, "personal-" + name, 0);
    Template template = new Template(lang, plain, name, random);
    for (int i = 0; i < readers; i++) {
      messages.add(template.message(messages.size()));
    }
  }

  /** One template while it is sent out. */
  private final class Template {
    private final String lang;
    private final boolean plain;
    private final String name;
    private final SplittableRandom random;
    private final Map<String, List<String>> left = new HashMap<>();
    private final List<String> trades;

    private Template(String lang, boolean plain, String name, SplittableRandom random) {
      this.lang = lang;
      this.plain = plain;
      this.name = name;
      this.random = random;
      this.trades =
          sentences.keySet().stream()
              .filter(kind -> kind.startsWith(lang + " seg-"))
              .map(kind -> kind.substring(kind.indexOf('-') + 1))
              .sorted()
              .toList();
    }

    private PersonalMessage message(int reader) {
      String[] person = NAMES[random.nextInt(NAMES.length)];
      String company = thing() + FORMS[random.nextInt(FORMS.length)];
      String past = thing();
      String place = CITIES[random.nextInt(CITIES.length)];
      int trade = random.nextInt(3);
      boolean known = trade < trades.size();
      String word = known ? trades.get(trade) : thing().toLowerCase(Locale.ROOT);
      String title = "Head of " + Character.toUpperCase(word.charAt(0)) + word.substring(1);
      List<String> told = new ArrayList<>();
      String[] written = new String[1];
      int level = write(company, past, place, known ? word : null, told, written);
      String org = company.split(" ")[0];
      String text = text(level, written[0]).replace("{first}", person[0]).replace("{org}", org);
      return new PersonalMessage(
          name,
          reader,
          person[0],
          person[1],
          company,
          title,
          "reader" + reader + "@" + org.toLowerCase(Locale.ROOT) + ".example",
          word,
          "Gardener of " + thing() + " | " + thing() + " circle",
          place,
          past,
          told,
          lang,
          text,
          level,
          written[0]);
    }

    /** Draws a level and its sentence; kinds that are used up fall back to nothing written. */
    private int write(
        String company,
        String past,
        String place,
        String trade,
        List<String> told,
        String[] written) {
      int floor = plain ? 0 : 1;
      int draw = random.nextInt(100);
      if (trade != null && !plain && draw < 60) {
        written[0] = sentences.get(lang + " seg-" + trade).get(0);
        return 2;
      }
      if (draw < 30) {
        return floor;
      }
      if (draw < 50) {
        written[0] = take("noise");
        return floor;
      }
      if (draw < 75) {
        written[0] = filled(take("named"), thing());
        return written[0] == null ? floor : 3;
      }
      written[0] = verified(company, past, place, told);
      return written[0] == null ? floor : 4;
    }

    private String verified(String company, String past, String place, List<String> told) {
      String org = company.split(" ")[0];
      return switch (random.nextInt(4)) {
        case 0 -> filled(take("org"), org);
        case 1 -> filled(take("place"), place);
        case 2 -> filled(take("past"), past);
        default -> recalled(told);
      };
    }

    private String recalled(List<String> told) {
      String number = Integer.toString(1 + random.nextInt(3));
      String recall = take("recall-" + number);
      if (recall == null) {
        return null;
      }
      String thing = thing();
      told.add(filled(sentences.get(lang + " told-" + number).get(0), thing));
      return filled(recall, thing);
    }

    /** Each sentence is used at most once in a template, so that it stays one reader's. */
    private String take(String kind) {
      List<String> rest =
          left.computeIfAbsent(
              kind,
              unused -> {
                List<String> all =
                    new ArrayList<>(sentences.getOrDefault(lang + ' ' + kind, List.of()));
                for (int i = all.size() - 1; i > 0; i--) {
                  Collections.swap(all, i, random.nextInt(i + 1));
                }
                return all;
              });
      return rest.isEmpty() ? null : rest.remove(rest.size() - 1);
    }

    private String filled(String sentence, String thing) {
      if (sentence == null) {
        return null;
      }
      String title = '\u201C' + thing() + ' ' + thing().toLowerCase(Locale.ROOT) + '\u201D';
      return sentence
          .replace("{thing}", thing)
          .replace("{org}", thing)
          .replace("{place}", thing)
          .replace("{past}", thing)
          .replace("{num}", Integer.toString(110 + random.nextInt(800)))
          .replace("{title}", title);
    }

    private String thing() {
      StringBuilder thing = new StringBuilder();
      int count = 2 + random.nextInt(2);
      for (int i = 0; i < count; i++) {
        thing.append(SYLLABLES[random.nextInt(SYLLABLES.length)]);
      }
      return Character.toUpperCase(thing.charAt(0)) + thing.substring(1);
    }

    private String text(int level, String written) {
      String kind = plain ? "-plain" : "";
      List<String> body = sentences.get(lang + " body" + kind);
      StringBuilder text = new StringBuilder(sentences.get(lang + " open" + kind).get(0));
      text.append("\n\n");
      boolean first = random.nextBoolean() && level != 2;
      if (written != null && first) {
        text.append(written).append(' ');
      }
      for (int i = 0; i < body.size(); i++) {
        text.append(i > 0 ? " " : "").append(body.get(i));
        if (written != null && !first && i == 0) {
          text.append(' ').append(written);
        }
      }
      return text.toString();
    }
  }
}
