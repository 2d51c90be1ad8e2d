package dev.uncanned.synthetic;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The people of a synthetic world: an endless list, each person computed from a number.
 *
 * <p>Names come from {@value #NAMES} first and last names in each of several languages. Addresses
 * end in {@code .example}, which RFC 2606 keeps free of real hosts.
 */
final class Cast {

  private static final int NAMES = 80;
  private static final Set<String> FIRST =
      Set.of("first_name", "male_first_name", "female_first_name");
  private static final Set<String> LAST = Set.of("last_name", "male_last_name");
  private static final List<String> LANGUAGES =
      List.of(
          "en/name", "en-IN", "en-NG", "de", "fr", "es", "pt-BR", "pl", "sv", "tr", "hu", "it",
          "ja", "zh-CN", "ko", "vi");
  private static final List<String> DECORATIONS =
      List.of(", MBA", ", PhD", ", CPA, CFE", " PMP®", " 🚀", " ✨", " (she/her)", " | Hiring");

  private final long seed;
  private final List<List<String>> firsts = new ArrayList<>();
  private final List<List<String>> lasts = new ArrayList<>();
  private final List<String> fields = FakerLists.read("en/job", Set.of("field"));
  private final List<String> positions = FakerLists.read("en/job", Set.of("position"));
  private final List<String> seniority = FakerLists.read("en/job", Set.of("seniority"));

  Cast(long seed) {
    this.seed = seed;
    for (String language : LANGUAGES) {
      firsts.add(FakerLists.spread(FakerLists.read(language, FIRST), NAMES));
      lasts.add(FakerLists.spread(FakerLists.read(language, LAST), NAMES));
    }
  }

  /** The person with this number; different numbers have different profiles and addresses. */
  Person person(long number) {
    SplittableRandom random = Seeds.of(seed, "person", number);
    int language = random.nextInt(LANGUAGES.size());
    String first = any(firsts.get(language), random);
    String last = any(lasts.get(language), random);
    String full = first + " " + last;
    boolean decorated = random.nextInt(16) == 0;
    String display = decorated ? full + any(DECORATIONS, random) : full;
    String company = company(random);
    String code = Long.toString(number * 7919 + 46_655, 36);
    String slug = slug(full) + "-" + code;
    String written = random.nextBoolean() ? slug : encoded(slug);
    if (random.nextInt(60) == 0) {
      slug = "ACoAA" + code.toUpperCase(Locale.ROOT) + "x" + code;
      written = slug;
    }
    return new Person(
        first,
        last,
        display,
        "https://www.linkedin.com/in/" + written,
        "linkedin.com/in/" + slug,
        ascii(first, "p") + "." + code + "@" + ascii(company, "company") + ".example",
        company,
        title(random));
  }

  private String company(SplittableRandom random) {
    List<String> names = lasts.get(0);
    String name = any(names, random);
    return switch (random.nextInt(5)) {
      case 0 -> name + " LLC";
      case 1 -> name + "-" + any(names, random);
      case 2 -> name + ", " + any(names, random) + " and " + any(names, random);
      case 3 -> name + " " + any(fields, random);
      default -> name + " Group";
    };
  }

  private String title(SplittableRandom random) {
    String title = any(fields, random) + " " + any(positions, random);
    return random.nextBoolean() ? title : any(seniority, random) + " " + title;
  }

  /** A member of the team, who has a plain name and the company's address. */
  Person member(int number, String company) {
    Person person = person(-1 - number);
    String slug = slug(person.fullName()) + "-" + (number + 1);
    return new Person(
        person.first(),
        person.last(),
        person.fullName(),
        "https://www.linkedin.com/in/" + encoded(slug),
        "linkedin.com/in/" + slug,
        ascii(person.first(), "member")
            + "."
            + (number + 1)
            + "@"
            + ascii(company, "c")
            + ".example",
        company,
        "Account Executive");
  }

  private static String slug(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    StringBuilder slug = new StringBuilder();
    lower
        .codePoints()
        .map(c -> Character.isLetterOrDigit(c) ? c : '-')
        .forEach(slug::appendCodePoint);
    return Normalizer.normalize(slug, Normalizer.Form.NFC);
  }

  private static String encoded(String slug) {
    return URLEncoder.encode(slug, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT);
  }

  /** The Latin letters of a name without their accents, or a word in place of none. */
  static String ascii(String name, String otherwise) {
    String bare = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (c >= 'a' && c <= 'z') {
        letters.append(c);
      }
    }
    return letters.isEmpty() ? otherwise : letters.toString();
  }

  private static <T> T any(List<T> values, SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }
}
