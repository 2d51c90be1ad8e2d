package dev.uncanned.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The messages of a WhatsApp chat in the order of the file, once the whole file has been seen. */
final class WhatsAppMessages implements ChatInput.Records {

  private static final int MIN_PHONE_DIGITS = 7;
  private static final int MAX_SENDERS = 2000;

  private final WhatsAppLines lines;
  private final WhatsAppChat chat;
  private final String owner;
  private final ChatPhrases phrases;
  private final WhatsAppHead heads;
  private final Map<String, Contact> contacts = new HashMap<>();
  private final Map<String, List<Contact>> recipients = new HashMap<>();
  private boolean open;
  private WhatsAppLine head;

  /**
   * @param owner whose phone it was, null if unknown
   */
  WhatsAppMessages(WhatsAppLines lines, WhatsAppChat chat, String owner, ChatPhrases phrases) {
    this.lines = lines;
    this.chat = chat;
    this.owner = owner;
    this.phrases = phrases;
    this.heads = new WhatsAppHead(phrases);
  }

  @Override
  public ChatRecord next() throws IOException {
    if (!open) {
      open = true;
      if (skipToFirst()) {
        return ChatRecord.rejected("text before the first message");
      }
    }
    if (head == null) {
      return null;
    }
    WhatsAppLine current = head;
    StringBuilder text = new StringBuilder(current.rest());
    head = null;
    for (String line = lines.next(); line != null && head == null; ) {
      head = heads.of(line);
      if (head == null) {
        if (text.length() < WhatsAppLines.MAX_CHARS) {
          text.append('\n').append(line);
        }
        line = lines.next();
      }
    }
    return record(current, WhatsAppSpeech.of(text.toString(), current.bracketed(), phrases));
  }

  /** Goes to the first message; whether anything else stands before it. */
  private boolean skipToFirst() throws IOException {
    boolean text = false;
    for (String line = lines.next(); line != null && head == null; ) {
      head = heads.of(line);
      if (head == null) {
        text |= !WhatsAppLine.bare(line).isEmpty();
        line = lines.next();
      }
    }
    return text;
  }

  private ChatRecord record(WhatsAppLine line, WhatsAppSpeech speech) {
    if (!speech.isMessage()) {
      return ChatRecord.OUT_OF_SCOPE;
    }
    String sender = speech.sender();
    if (recipients.size() >= MAX_SENDERS) {
      recipients.clear();
      contacts.clear();
    }
    return ChatRecord.of(
        new ChatMessage(
            chat.isGroup() ? MessageKind.GROUP : MessageKind.MESSAGE,
            direction(sender),
            null,
            null,
            chat.dates().time(line),
            chat.dates().quality(line),
            contact(sender),
            recipients.computeIfAbsent(sender, this::others),
            speech.text(),
            speech.attachments()));
  }

  private Direction direction(String sender) {
    if (owner == null) {
      return null;
    }
    return owner.equals(sender) ? Direction.OUTBOUND : Direction.INBOUND;
  }

  private List<Contact> others(String sender) {
    List<Contact> others = new ArrayList<>();
    for (String name : chat.people()) {
      if (!name.equals(sender)) {
        others.add(contact(name));
      }
    }
    if (others.isEmpty() && !chat.isGroup()) {
      others.add(Contact.of(null, null, null));
    }
    return List.copyOf(others);
  }

  private Contact contact(String shown) {
    return contacts.computeIfAbsent(shown, WhatsAppMessages::person);
  }

  /** Somebody who is shown by a number has no name, and an address that is the number. */
  static Contact person(String shown) {
    StringBuilder digits = new StringBuilder();
    boolean phone = !shown.isEmpty() && shown.charAt(0) == '+';
    for (int i = 1; i < shown.length() && phone; i++) {
      char c = shown.charAt(i);
      int digit = Character.digit(c, 10);
      boolean between = WhatsAppLine.isGap(c) || "-().\u2010\u2011\u2012\u2013".indexOf(c) >= 0;
      phone = digit >= 0 || between;
      if (digit >= 0) {
        digits.append(digit);
      }
    }
    return phone && digits.length() >= MIN_PHONE_DIGITS
        ? Contact.of(null, "wa.me/" + digits, null)
        : ChatText.person(shown, null, null);
  }

  @Override
  public String sample() {
    return lines.sample();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
