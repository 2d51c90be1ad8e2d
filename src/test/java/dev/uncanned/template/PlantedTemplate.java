package dev.uncanned.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** A random template whose slots are known, with texts made from it. */
final class PlantedTemplate {

  private static final List<String> FIELDS =
      List.of("⟨FIRST⟩", "⟨LAST⟩", "⟨ORG⟩", "⟨TITLE⟩", "⟨URL⟩", "⟨NUM⟩", "⟨DATE⟩", "⟨SELF⟩");
  private static final List<SlotType> KINDS =
      List.of(
          SlotType.ENUMERATED,
          SlotType.OPTIONAL_BLOCK,
          SlotType.FREE_TEXT,
          SlotType.NOISE,
          SlotType.RECIPIENT_FIRST);

  private final Random random;
  private final List<SlotType> types = new ArrayList<>();
  private final StringBuilder skeleton = new StringBuilder();
  private final List<MemberText> members = new ArrayList<>();

  PlantedTemplate(Random random, int texts) {
    this.random = random;
    List<StringBuilder> bodies = new ArrayList<>();
    for (int i = 0; i < texts; i++) {
      bodies.add(new StringBuilder());
    }
    int next = 0;
    int slots = 2 + random.nextInt(4);
    for (int slot = 0; slot <= slots; slot++) {
      int shared = 6 + random.nextInt(14);
      for (int i = 0; i < shared; i++) {
        // Words of the template are its own, except for common ones that fills use as well.
        String word = i > 0 && random.nextInt(4) == 0 ? common() : word(100_000 + next++);
        append(skeleton, word);
        bodies.forEach(body -> append(body, word));
      }
      if (slot < slots) {
        plant(KINDS.get(random.nextInt(KINDS.size())), bodies);
      }
    }
    Set<String> seen = new HashSet<>();
    for (StringBuilder body : bodies) {
      if (seen.add(body.toString())) {
        String fingerprint = String.format(Locale.ROOT, "%032x", random.nextLong());
        members.add(new MemberText("c", fingerprint, body.toString(), 1, members.isEmpty()));
      }
    }
  }

  List<SlotType> types() {
    return types;
  }

  String skeleton() {
    return skeleton.toString();
  }

  List<MemberText> members() {
    return members;
  }

  /** A word for a number, equal numbers alike. */
  static String word(int number) {
    StringBuilder word = new StringBuilder();
    for (int rest = number; rest > 0 || word.isEmpty(); rest /= 70) {
      word.append("bcdfghklmnprst".charAt(rest % 14)).append("aeiou".charAt(rest / 14 % 5));
    }
    return word.toString();
  }

  private void plant(SlotType kind, List<StringBuilder> bodies) {
    String field = FIELDS.get(random.nextInt(FIELDS.size()));
    List<String> values = List.of(fill(3), fill(2), fill(4));
    types.add(kind == SlotType.RECIPIENT_FIRST ? MergeField.typeOf(field) : kind);
    append(skeleton, "{" + types.size() + "}");
    for (StringBuilder body : bodies) {
      switch (kind) {
        case ENUMERATED -> append(body, values.get(random.nextInt(3)));
        case OPTIONAL_BLOCK -> append(body, random.nextBoolean() ? values.get(0) : "");
        case FREE_TEXT -> append(body, fill(5 + random.nextInt(12)));
        case NOISE -> append(body, "x" + random.nextInt(1 << 30));
        default -> append(body, field);
      }
    }
  }

  private String fill(int words) {
    StringBuilder fill = new StringBuilder();
    for (int i = 0; i < words; i++) {
      append(fill, random.nextInt(4) == 0 ? common() : word(random.nextInt(5000)));
    }
    return fill.toString();
  }

  private String common() {
    return List.of("the", "and", "to", "of", "you", "a", "in").get(random.nextInt(7));
  }

  private static void append(StringBuilder text, String words) {
    if (!text.isEmpty() && !words.isEmpty()) {
      text.append(' ');
    }
    text.append(words);
  }
}
