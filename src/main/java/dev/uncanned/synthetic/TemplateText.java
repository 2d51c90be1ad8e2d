package dev.uncanned.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A text with places for the recipient's data and with alternatives, as the resources have it.
 *
 * <p>{@code {first} {last} {company} {title}} take the recipient's data, {@code {own}} what was
 * written for this recipient; of {@code [a|b|c]} one is chosen. Nothing nests.
 */
record TemplateText(String name, String language, String subject, String body) {

  /** Values to fill in. */
  record Fields(String first, String last, String company, String title, String own) {

    static Fields of(Person person, String own) {
      return new Fields(person.first(), person.last(), person.company(), person.title(), own);
    }

    private String value(String field) {
      return switch (field) {
        case "first" -> first;
        case "last" -> last;
        case "company" -> company;
        case "title" -> title;
        case "own" -> own;
        default -> throw new IllegalArgumentException("no such field: " + field);
      };
    }
  }

  /** Reads the texts of a resource; a text begins at {@code == name | language | subject}. */
  static List<TemplateText> parse(String resource) {
    List<TemplateText> texts = new ArrayList<>();
    String[] sections = resource.split("(?m)^== ", -1);
    for (int i = 1; i < sections.length; i++) {
      int end = sections[i].indexOf('\n');
      String[] head = sections[i].substring(0, end).split("\\|", 3);
      texts.add(
          new TemplateText(
              head[0].strip(),
              head[1].strip(),
              head[2].strip(),
              sections[i].substring(end).strip()));
    }
    return List.copyOf(texts);
  }

  String body(Fields fields, SplittableRandom random) {
    return fill(body, fields, random);
  }

  String subject(Fields fields, SplittableRandom random) {
    return fill(subject, fields, random);
  }

  private static String fill(String text, Fields fields, SplittableRandom random) {
    StringBuilder out = new StringBuilder(text.length() + 64);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{') {
        int end = text.indexOf('}', i);
        out.append(fields.value(text.substring(i + 1, end)));
        i = end;
      } else if (c == '[') {
        int end = text.indexOf(']', i);
        String[] choices = text.substring(i + 1, end).split("\\|", -1);
        out.append(choices[random.nextInt(choices.length)]);
        i = end;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
