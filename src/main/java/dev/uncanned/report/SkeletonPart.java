package dev.uncanned.report;

import dev.uncanned.template.SlotType;
import dev.uncanned.text.Placeholder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A piece of a skeleton: words that all members share, or a slot.
 *
 * @param text the words, or what the slot's chip says
 * @param family which colour the chip has; null for words
 */
record SkeletonPart(String text, Family family) {

  /** What slots have in common. */
  enum Family {
    RECIPIENT,
    CONTACT,
    VALUE,
    SENDER,
    FREE
  }

  private static final Map<String, SkeletonPart> BY_TOKEN = new HashMap<>();
  private static final int LONGEST_TOKEN = 24;

  static {
    chip(SlotType.RECIPIENT_FIRST, "first name", Family.RECIPIENT, Placeholder.FIRST);
    chip(SlotType.RECIPIENT_LAST, "last name", Family.RECIPIENT, Placeholder.LAST);
    chip(SlotType.RECIPIENT_ORG, "company", Family.RECIPIENT, Placeholder.ORG);
    chip(SlotType.RECIPIENT_TITLE, "job title", Family.RECIPIENT, Placeholder.TITLE);
    chip(SlotType.URL, "link", Family.CONTACT, Placeholder.URL);
    chip(SlotType.EMAIL, "e-mail", Family.CONTACT, Placeholder.EMAIL);
    chip(SlotType.PHONE, "phone", Family.CONTACT, Placeholder.PHONE);
    chip(SlotType.DATE, "date", Family.VALUE, Placeholder.DATE);
    chip(SlotType.NUMBER, "number", Family.VALUE, Placeholder.NUM);
    chip(SlotType.ENUMERATED, "one of a list", Family.VALUE, null);
    chip(SlotType.SENDER_SELF, "sender", Family.SENDER, Placeholder.SELF);
    chip(SlotType.PERSON_OTHER, "another person", Family.VALUE, null);
    chip(SlotType.ORG_OTHER, "another company", Family.VALUE, null);
    chip(SlotType.LOCATION, "place", Family.VALUE, null);
    chip(SlotType.FREE_TEXT, "free text", Family.FREE, null);
    chip(SlotType.MIXED, "mixed", Family.FREE, null);
    chip(SlotType.OPTIONAL_BLOCK, "optional block", Family.FREE, null);
    chip(SlotType.NOISE, "small changes", Family.FREE, null);
    BY_TOKEN.put(Placeholder.TOKEN.token(), new SkeletonPart("unfilled field", Family.RECIPIENT));
  }

  private static void chip(SlotType type, String words, Family family, Placeholder placeholder) {
    SkeletonPart part = new SkeletonPart(words, family);
    BY_TOKEN.put("[" + type.name().toLowerCase(Locale.ROOT) + "]", part);
    if (placeholder != null) {
      BY_TOKEN.put(placeholder.token(), part);
    }
  }

  /** The words for a slot type as published; the type itself if it is not known. */
  static String words(String type) {
    SkeletonPart part = BY_TOKEN.get("[" + type + "]");
    return part == null ? type : part.text();
  }

  /** The parts of a published skeleton in order; brackets around anything else are words. */
  static List<SkeletonPart> of(String skeleton) {
    List<SkeletonPart> parts = new ArrayList<>();
    int from = 0;
    int i = 0;
    while (i < skeleton.length()) {
      String token = token(skeleton, i);
      SkeletonPart chip = token == null ? null : BY_TOKEN.get(token);
      if (chip == null) {
        i++;
        continue;
      }
      addWords(skeleton.substring(from, i), parts);
      parts.add(chip);
      i += token.length();
      from = i;
    }
    addWords(skeleton.substring(from), parts);
    return parts;
  }

  private static void addWords(String words, List<SkeletonPart> parts) {
    if (!words.isEmpty()) {
      parts.add(new SkeletonPart(words, null));
    }
  }

  private static String token(String skeleton, int start) {
    char open = skeleton.charAt(start);
    if (open != '[' && open != '\u27E8') {
      return null;
    }
    char close = open == '[' ? ']' : '\u27E9';
    int last = Math.min(skeleton.length(), start + LONGEST_TOKEN);
    for (int i = start + 1; i < last; i++) {
      if (skeleton.charAt(i) == close) {
        return skeleton.substring(start, i + 1);
      }
    }
    return null;
  }
}
