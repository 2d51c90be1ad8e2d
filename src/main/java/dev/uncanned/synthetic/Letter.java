package dev.uncanned.synthetic;

import java.util.List;

/**
 * One message of one archive, ready to be written.
 *
 * @param conversation id of the conversation; empty for invitations
 * @param at seconds since 1970, UTC
 * @param outbound whether the owner of the archive sent it
 */
record Letter(
    Way way,
    String conversation,
    String title,
    Person sender,
    List<Person> recipients,
    long at,
    boolean outbound,
    Wording wording) {

  /** The way a message went, named as the program's channels. */
  enum Way {
    LI_INVITE,
    LI_MESSAGE,
    LI_INMAIL,
    EMAIL
  }

  Letter {
    recipients = List.copyOf(recipients);
  }

  boolean isMail() {
    return way == Way.EMAIL;
  }
}
