package dev.uncanned.synthetic;

import java.util.Locale;

/** How a synthetic message came about: the label that a detector is judged by. */
enum Kind {
  BLAST("the same text to everybody", Boolean.TRUE),
  MERGE("first name, company or title merged into a fixed text", Boolean.TRUE),
  SEMI("one or two sentences of its own, then the fixed text", Boolean.TRUE),
  SPINTAX("every phrase chosen from alternatives", Boolean.TRUE),
  FOLLOW_UP("a fixed reminder after no answer", Boolean.TRUE),
  INBOUND_BLAST("an outside sender's fixed text to several of the team", Boolean.TRUE),
  HAND("written for one recipient", Boolean.FALSE),
  REPLY("written as an answer, often above the quoted message", Boolean.FALSE),
  ONE_TAP("a text that LinkedIn offers as a button", null),
  AUTO_REPLY("sent by a machine during an absence", null),
  DRAFT("written and never sent", null),
  SPONSORED("an advertisement, or the click on its button", null),
  SYSTEM("an event that LinkedIn wrote into a conversation", null);

  final String meaning;
  final Boolean massSend;

  Kind(String meaning, Boolean massSend) {
    this.meaning = meaning;
    this.massSend = massSend;
  }

  /** Whether messages of this kind have rows in the truth. */
  boolean inScope() {
    return compareTo(DRAFT) < 0;
  }

  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
