package dev.uncanned.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.TreeSet;

/**
 * What a first look at a whole chat tells: who speaks, whose phone it was, how dates are written.
 */
final class WhatsAppChat {

  /** WhatsApp's groups end at 1,024 people, of whom some leave. */
  private static final int MAX_PEOPLE = 1500;

  private final ChatPhrases phrases;
  private final WhatsAppDates dates = new WhatsAppDates();
  private final TreeSet<String> people = new TreeSet<>();
  private final TreeSet<String> owners = new TreeSet<>();
  private boolean group;

  WhatsAppChat(ChatPhrases phrases) {
    this.phrases = phrases;
  }

  /** Looks at all lines; the lines behind the first of a message do not matter for this. */
  void look(InputStream in) throws IOException {
    WhatsAppHead heads = new WhatsAppHead(phrases);
    try (WhatsAppLines lines = new WhatsAppLines(ChatText.decoded(in))) {
      for (String line = lines.next(); line != null; line = lines.next()) {
        WhatsAppLine head = heads.of(line);
        if (head != null) {
          dates.show(head);
          show(WhatsAppSpeech.of(head.rest(), head.bracketed(), phrases));
        }
      }
    }
  }

  private void show(WhatsAppSpeech speech) {
    if (speech.sender() == null) {
      group |= phrases.has("group", speech.text());
      return;
    }
    if (people.size() < MAX_PEOPLE) {
      people.add(speech.sender());
    }
    if (speech.own()) {
      owners.add(speech.sender());
    }
  }

  WhatsAppDates dates() {
    return dates;
  }

  TreeSet<String> people() {
    return people;
  }

  boolean isGroup() {
    return group || people.size() > 2;
  }

  /**
   * Whose phone it was: who took a message back before the program's eyes, or who is not the one
   * that the export is named after; null if nothing tells.
   *
   * @param title name of the file, folder or ZIP
   */
  String owner(String title) {
    if (owners.size() == 1) {
      return owners.first();
    }
    if (isGroup() || !owners.isEmpty()) {
      return null;
    }
    String named = namedIn(title);
    if (named == null || people.size() != 2) {
      return null;
    }
    return people.first().equals(named) ? people.last() : people.first();
  }

  /** The only one of the people whose name ends the title; null if there is none. */
  private String namedIn(String title) {
    String folded = FoldedName.of(title);
    String found = null;
    for (String name : people) {
      String own = FoldedName.of(name);
      boolean ends = !own.isEmpty() && folded.endsWith(" " + own);
      if (ends && found != null) {
        return null;
      }
      found = ends ? name : found;
    }
    return found;
  }
}
