package dev.uncanned.template;

import dev.uncanned.archive.Contact;
import dev.uncanned.text.Masker;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * A template in English prose with slots of all types, written to many people, and the truth.
 *
 * <p>The prose comes from the sample texts of the generator of archives. A quarter of the messages
 * was edited in one place. Some slots stand side by side.
 */
final class GeneratedTemplate {

  private static final List<String> SENTENCES = sentences();
  private static final List<String> FIRST =
      words(
          "Priya Sofia Diego Ngozi Zofia Grace Hannah Samuel Oliver Emma Lucas Mia Noah Clara Hugo "
              + "Alice Peter Julia Martin Laura Simon Nina David Eva Robert Anna Thomas Maria");
  private static final List<String> LAST =
      words(
          "Sharma Keller Moreau Okafor Nowak Lindqvist Hoffman Barros Jansen Petrov Larsen Dupont "
              + "Fischer Romano Novak Walsh Ibarra Schneider Costa Becker Sullivan Tanaka Murphy");
  private static final List<String> RECIPIENTS =
      words(
          "Aaliyah Bertil Chidi Dagmar Eoin Fatima Gustav Hilde Ikenna Jovana Katya Leif Marit Nils"
              + " Olga Pavel Quentin Rashid Sanna Tove Ulrich Vesna Wanda Ximena Yusuf Zelda");
  private static final List<String> FAMILIES =
      words("Abara Brandvold Cvetkovic Dragomir Eklund Farouk Grzelak Haldorsen Ilves Jokinen");
  static final List<String> PLACES =
      words(
          "Berlin London Paris Madrid Vienna Oslo Lisbon Chicago Toronto Boston Dublin Munich "
              + "Barcelona Stockholm Hamburg Seattle Amsterdam Brussels Zurich Copenhagen");
  static final List<String> FIRMS =
      List.of(
          "Siemens",
          "Novartis",
          "General Electric",
          "Deutsche Bank",
          "Microsoft",
          "Philips",
          "Volkswagen",
          "Nestle",
          "Vodafone",
          "Bank of America",
          "Unilever",
          "Ericsson",
          "Airbus",
          "Samsung Electronics",
          "Goldman Sachs",
          "Hitachi",
          "Lufthansa",
          "Pfizer",
          "Toyota");
  private static final List<String> COMPANIES =
      List.of(
          "Brightloom", "Kestrel Foods", "Oakline", "Tervo Systems", "Quillmark", "Pinewood Data");
  private static final List<String> TITLES =
      List.of("Head of Operations", "Procurement Lead", "Plant Manager", "Chief Actuary");
  private static final List<List<String>> ALTERNATIVES =
      List.of(
          List.of("a short call", "a quick chat", "twenty minutes of your time"),
          List.of("next week", "this month", "in the coming days", "before the holidays"),
          List.of("more revenue", "happier customers", "fewer complaints", "less paper"));
  private static final List<String> BLOCKS =
      List.of(
          "By the way the trial is free.",
          "We also speak French and Polish.",
          "No card is needed to begin.");
  private static final List<String> ADJECTIVES =
      words(
          "quiet bold patient careful modern lively clever thorough gentle steady curious honest "
              + "brisk sturdy subtle graceful frugal nimble tidy earnest witty candid vivid sober");
  private static final Contact SENDER =
      new Contact("Torben Aagaard", null, "torben@example.org", "Torben", "Aagaard", null, null);

  private final Random random;
  private final List<String> frames = new ArrayList<>();
  private final List<SlotType> planted = new ArrayList<>();
  private final List<String> truth = new ArrayList<>();
  private final List<MemberText> members = new ArrayList<>();
  private final Map<String, FillText> messages = new HashMap<>();
  private final List<String> alternatives;
  private final String block;

  /**
   * @param types slots to plant, each at most once, in any order
   * @param texts messages to write, at least 20
   */
  GeneratedTemplate(long seed, List<SlotType> types, int texts) {
    random = new Random(seed);
    alternatives = ALTERNATIVES.get(random.nextInt(ALTERNATIVES.size()));
    block = BLOCKS.get(random.nextInt(BLOCKS.size()));
    plan(types);
    Masker masker = new Masker();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < texts; i++) {
      Contact to = recipient();
      StringBuilder text = new StringBuilder();
      int edited = random.nextInt(4) == 0 ? random.nextInt(frames.size()) : -1;
      for (int f = 0; f < frames.size(); f++) {
        String frame = f == edited ? edited(frames.get(f)) : frames.get(f);
        text.append(text.isEmpty() ? "" : " ").append(filled(frame, to));
      }
      String written = text.toString().replaceAll(" +", " ").strip();
      String masked = masker.mask(written, SENDER, List.of(to)).text();
      if (seen.add(masked)) {
        String fingerprint = String.format(Locale.ROOT, "%016x%016x", random.nextLong(), i);
        members.add(new MemberText("c", fingerprint, masked, 1, members.isEmpty()));
        messages.put(
            fingerprint, new FillText(fingerprint, "m" + i, written, "en", SENDER, List.of(to)));
      }
    }
  }

  /** Types in the order of the text. */
  List<SlotType> types() {
    return planted;
  }

  /** For each slot the two tokens before and behind it, other slots as {@code {}}. */
  List<String> places() {
    String text = new Masker().mask(String.join(" ", truth), null, List.of()).text();
    List<String> tokens = new ArrayList<>();
    for (String token : text.split(" ")) {
      tokens.add(token.startsWith("qqslot") ? "{}" : token);
    }
    return places(tokens);
  }

  static List<String> places(List<String> tokens) {
    List<String> places = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).equals("{}")) {
        List<String> before = tokens.subList(Math.max(0, i - 2), i);
        List<String> behind = tokens.subList(i + 1, Math.min(tokens.size(), i + 3));
        places.add(String.join(" ", before) + " {} " + String.join(" ", behind));
      }
    }
    return places;
  }

  List<MemberText> members() {
    return members;
  }

  /** The unsure fills of the template that was found, with their messages. */
  List<PlacedFill> fills(Template found) {
    return found.unsure().stream()
        .map(place -> new PlacedFill("c", place, messages.get(place.fingerprint())))
        .toList();
  }

  private void plan(List<SlotType> types) {
    List<SlotType> order = new ArrayList<>(types);
    Collections.shuffle(order, random);
    List<String> prose = new ArrayList<>(SENTENCES);
    Collections.shuffle(prose, random);
    frames.add(prose.get(0));
    truth.add(prose.get(0));
    for (int i = 0; i < order.size(); i++) {
      String frame = frame(order.get(i));
      planted.add(order.get(i));
      List<String> parts = i % 3 == 2 ? List.of(frame) : List.of(frame, prose.get(i + 1));
      for (String part : parts) {
        frames.add(part);
        truth.add(part.replaceAll("<[A-Z_]+>", "qqslot"));
      }
    }
  }

  /** A sentence that the sender touched up by hand: one word less, one more, or another one. */
  private String edited(String frame) {
    List<String> words = new ArrayList<>(List.of(frame.split(" ")));
    int at = random.nextInt(words.size());
    if (words.size() < 3 || words.get(at).contains("<")) {
      return frame;
    }
    switch (random.nextInt(3)) {
      case 0 -> words.remove(at);
      case 1 -> words.add(at, "really");
      default -> words.set(at, any(ADJECTIVES));
    }
    return String.join(" ", words);
  }

  private static String frame(SlotType type) {
    String slot = "<" + type.name() + ">";
    return switch (type) {
      case RECIPIENT_FIRST -> "Please think about it, " + slot + ", and tell us.";
      case RECIPIENT_LAST -> "It would be a pleasure, Doctor " + slot + ", to show it.";
      case RECIPIENT_ORG -> "Perhaps people at " + slot + " wonder about that.";
      case RECIPIENT_TITLE -> "Being the " + slot + " there you can judge it.";
      case URL -> "The page under " + slot + " explains the details.";
      case EMAIL -> "Letters to " + slot + " are answered at once.";
      case DATE -> "A seat is kept on " + slot + " in our hall.";
      case NUMBER -> "Until now there are " + slot + " firms on the list.";
      case PHONE -> "Or ring " + slot + " during the day.";
      case SENDER_SELF -> "This is " + slot + " writing from the workshop.";
      case ENUMERATED -> "Could we agree on " + slot + " at last.";
      case OPTIONAL_BLOCK -> slot;
      case NOISE -> "Your personal code reads " + slot + " if asked.";
      case PERSON_OTHER -> "Yesterday my colleague " + slot + " told me about it.";
      case ORG_OTHER -> "Last year we worked for " + slot + " with success.";
      case LOCATION -> "Our nearest branch is in " + slot + " since last summer.";
      case FREE_TEXT -> slot;
      case MIXED -> "We admire your " + slot + " approach to such things.";
    };
  }

  private String filled(String frame, Contact to) {
    int open = frame.indexOf('<');
    if (open < 0) {
      return frame;
    }
    int close = frame.indexOf('>', open);
    SlotType type = SlotType.valueOf(frame.substring(open + 1, close));
    return frame.substring(0, open) + value(type, to) + frame.substring(close + 1);
  }

  private String value(SlotType type, Contact to) {
    return switch (type) {
      case RECIPIENT_FIRST -> to.first_name();
      case RECIPIENT_LAST -> to.last_name();
      case RECIPIENT_ORG -> to.company();
      case RECIPIENT_TITLE -> to.title();
      case URL -> "https://example.org/page" + random.nextInt(10_000);
      case EMAIL -> "desk" + random.nextInt(1000) + "@example.org";
      case DATE -> (1 + random.nextInt(28)) + " March 2026";
      case NUMBER -> String.valueOf(2 + random.nextInt(900));
      case PHONE -> "+49 30 555" + (1000 + random.nextInt(9000));
      case SENDER_SELF -> "Torben Aagaard";
      case ENUMERATED -> any(alternatives);
      case OPTIONAL_BLOCK -> random.nextBoolean() ? block : "";
      case NOISE -> "k" + Integer.toString(random.nextInt(1 << 30), 36) + random.nextInt(10);
      case PERSON_OTHER -> any(FIRST) + " " + any(LAST);
      case ORG_OTHER -> any(FIRMS);
      case LOCATION -> any(PLACES);
      case FREE_TEXT -> sentence();
      case MIXED -> any(ADJECTIVES);
    };
  }

  /** Halves of two sentences: something that nobody else got. */
  private String sentence() {
    String[] one = any(SENTENCES).split(" ");
    String[] two = any(SENTENCES).split(" ");
    return String.join(" ", List.of(one).subList(0, one.length / 2))
        + " "
        + String.join(" ", List.of(two).subList(two.length / 2, two.length));
  }

  private Contact recipient() {
    String first = any(RECIPIENTS);
    String last = any(FAMILIES);
    return new Contact(first + " " + last, null, null, first, last, any(COMPANIES), any(TITLES));
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private static List<String> words(String text) {
    return List.of(text.split(" "));
  }

  private static List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    for (String name : List.of("blast", "merge", "semi", "inbound", "invite")) {
      for (String line : resource("/synthetic/" + name + ".txt").split("\n")) {
        boolean prose = !line.startsWith("#") && !line.startsWith("==");
        for (String sentence : prose ? line.split("(?<=[.?!]) ") : new String[0]) {
          boolean plain = sentence.matches("[A-Z][a-z][A-Za-z ,;'-]{30,110}[.?!]");
          if (plain) {
            sentences.add(sentence);
          }
        }
      }
    }
    return sentences;
  }

  private static String resource(String name) {
    try (InputStream in = GeneratedTemplate.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
