package dev.uncanned.campaign;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One sender's messages with the truth about them, made from a seed. */
final class SampleOutbox {

  enum Kind {
    BLAST,
    MERGE,
    SEMI,
    SPINTAX,
    FOLLOW_UP,
    HAND_WRITTEN,
    /** Semi-personalised texts of which 0.2 to 0.6 are the sender's own, before or around. */
    OWN_SEMI,
    /** Spintax in texts of which 0.2 to 0.6 are the sender's own. */
    OWN_SPINTAX,
    /** Spintax word by word: for every second word one of 2 to 5 is chosen. */
    WORD_SPINTAX;

    boolean isCampaign() {
      return this != HAND_WRITTEN;
    }
  }

  /** A message, its kind and the campaign it was made for; a one-off is a campaign of its own. */
  record Sample(SenderText text, Kind kind, String truth) {}

  private static final List<String> OPENERS =
      List.of(
          "hope you are well",
          "i hope this finds you well",
          "my name is ⟨SELF⟩ and i work at ⟨SELF⟩");
  private static final List<String> CLOSERS =
      List.of(
          "looking forward to hearing from you",
          "please let me know what you think",
          "best regards ⟨SELF⟩");

  private final Prose prose;
  private final IntFunction<String> personal;
  private final String name;
  private final List<Sample> samples = new ArrayList<>();
  private int campaigns;
  private int unseen;

  SampleOutbox(String name, long seed) {
    this.name = name;
    this.prose = new Prose(seed);
    this.personal = prose::words;
  }

  /**
   * An outbox of a sender who has a prose of their own.
   *
   * @param personal writes so many words for one reader
   */
  SampleOutbox(String name, long seed, IntFunction<String> personal) {
    this.name = name;
    this.prose = new Prose(seed);
    this.personal = personal;
  }

  List<Sample> samples() {
    return samples;
  }

  void handWritten(int n) {
    for (int i = 0; i < n; i++) {
      String body = personal.apply(prose.between(25, 120));
      add(framed(body, 0.35), Kind.HAND_WRITTEN, "one-off " + i);
    }
  }

  /** Hand-written texts without any courtesies. */
  void prose(int n) {
    for (int i = 0; i < n; i++) {
      add(prose.words(prose.between(25, 120)), Kind.HAND_WRITTEN, "one-off " + i);
    }
  }

  /** Hand-written texts that were made elsewhere. */
  void letters(List<String> masked) {
    for (int i = 0; i < masked.size(); i++) {
      add(masked.get(i), Kind.HAND_WRITTEN, "letter " + i);
    }
  }

  /** A campaign of each kind, of {@code n} messages each. */
  void campaigns(int n) {
    for (Kind kind : Kind.values()) {
      if (kind.isCampaign()) {
        campaign(kind, n);
      }
    }
  }

  void campaign(Kind kind, int n) {
    campaign(kind, n, null);
  }

  /** A campaign that begins with a block of its maker's choice, null for none. */
  void campaign(Kind kind, int n, String block) {
    String truth = kind + " " + campaigns++;
    List<String> openers = pick(OPENERS, 0.6);
    List<String> closers = pick(CLOSERS, 0.6);
    Body body = body(kind);
    for (int i = 0; i < n; i++) {
      String text = (block == null ? "" : block + " ") + body.copy();
      add(frame(openers, text, closers), kind, truth);
    }
  }

  /** The sender's own part of a semi-personalised text. */
  enum Own {
    /** Prose before what the texts share. */
    BEFORE,
    /** Prose before and behind it, divided at random. */
    AROUND,
    /** The same, of words that no other text has. */
    UNSEEN
  }

  /**
   * A campaign of semi-personalised texts, with courtesies as hand-written texts have them.
   *
   * @param n number of texts
   * @param fixed words that all of them share, in a row
   * @param own words that each has for itself
   */
  void semiPersonal(int n, int fixed, int own, Own part) {
    String truth = Kind.SEMI + " " + campaigns++;
    String text = prose.words(fixed);
    for (int i = 0; i < n; i++) {
      int before = part == Own.BEFORE ? own : prose.between(0, own);
      String body = own(before, part) + " " + text + " " + own(own - before, part);
      add(framed(body.strip(), 0.35), Kind.SEMI, truth);
    }
  }

  private String own(int words, Own part) {
    return part == Own.UNSEEN ? unseen(words) : personal.apply(words);
  }

  private String unseen(int words) {
    return IntStream.range(0, words)
        .mapToObj(i -> name + "u" + unseen++)
        .collect(Collectors.joining(" "));
  }

  private interface Body {
    String copy();
  }

  private Body body(Kind kind) {
    return switch (kind) {
      case BLAST -> {
        String text = prose.words(prose.between(40, 100));
        yield () -> text;
      }
      case FOLLOW_UP -> {
        String text = prose.words(prose.between(15, 30));
        yield () -> text;
      }
      case MERGE -> {
        List<String> parts = parts(3, 12, 25);
        yield () -> {
          String company = prose.words(prose.between(1, 3));
          return parts.get(0) + " " + company + " " + parts.get(1) + " ⟨ORG⟩ " + parts.get(2);
        };
      }
      case SEMI -> {
        String text = prose.words(60);
        yield () -> personal.apply(prose.between(10, 36)) + " " + text;
      }
      case SPINTAX -> spintax();
      case OWN_SEMI -> {
        String text = prose.words(prose.between(40, 100));
        yield amongOwn(() -> text);
      }
      case OWN_SPINTAX -> amongOwn(spintax());
      case WORD_SPINTAX -> wordSpintax();
      case HAND_WRITTEN -> throw new IllegalArgumentException("no campaign");
    };
  }

  private Body spintax() {
    List<List<String>> slots = new ArrayList<>();
    int n = prose.between(8, 12);
    for (int i = 0; i < n; i++) {
      slots.add(parts(prose.between(2, 4), 5, 9));
    }
    return () -> oneOfEach(slots);
  }

  /** Each copy gets words of the sender's own, half of the copies before it, the others around. */
  private Body amongOwn(Body canned) {
    return () -> {
      String copy = canned.copy();
      double share = prose.between(20, 60) / 100.0;
      int own = (int) Math.round(copy.split(" ").length * share / (1 - share));
      int before = prose.chance(0.5) ? own : prose.between(0, own);
      return (personal.apply(before) + " " + copy + " " + personal.apply(own - before)).strip();
    };
  }

  private Body wordSpintax() {
    List<List<String>> slots = new ArrayList<>();
    for (String word : prose.words(prose.between(50, 100)).split(" ")) {
      List<String> slot = new ArrayList<>(List.of(word));
      int more = prose.chance(0.5) ? prose.between(1, 4) : 0;
      for (int i = 0; i < more; i++) {
        slot.add(prose.words(1));
      }
      slots.add(slot);
    }
    return () -> oneOfEach(slots);
  }

  private String oneOfEach(List<List<String>> slots) {
    List<String> chosen = new ArrayList<>();
    for (List<String> slot : slots) {
      chosen.add(slot.get(prose.between(0, slot.size() - 1)));
    }
    return String.join(" ", chosen);
  }

  private List<String> parts(int n, int least, int most) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      parts.add(prose.words(prose.between(least, most)));
    }
    return parts;
  }

  String words(int n) {
    return prose.words(n);
  }

  private String framed(String body, double probability) {
    return frame(pick(OPENERS, probability), body, pick(CLOSERS, probability));
  }

  private static String frame(List<String> openers, String body, List<String> closers) {
    List<String> all = new ArrayList<>();
    all.add("hi ⟨FIRST⟩");
    all.addAll(openers);
    all.add(body);
    all.addAll(closers);
    return String.join(" ", all);
  }

  private List<String> pick(List<String> from, double probability) {
    return from.stream().filter(sentence -> prose.chance(probability)).toList();
  }

  private void add(String masked, Kind kind, String truth) {
    int n = samples.size();
    SenderText text =
        new SenderText(
            name + "-m" + n,
            name,
            List.of(name + "-r" + n),
            Instant.ofEpochSecond(1_700_000_000L + n),
            masked,
            masked,
            true);
    samples.add(new Sample(text, kind, name + " " + truth));
  }
}
