package dev.uncanned.archive;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages in one file of an archive of X: conversations, each with its events, newest first.
 *
 * <p>Never holds more than one event. A link is shown as the address that it stands for.
 */
final class XConversations implements ChatInput.Records {

  private static final int MAX_LINKS = 100;
  private static final int MAX_LINK_CHARS = 4096;

  /** Where the reader stands. */
  private enum Place {
    START,
    CONVERSATIONS,
    CONVERSATION,
    EVENTS
  }

  private final ChatJsonReader json;
  private final XReader.Owner owner;
  private Place place = Place.START;
  private String conversation;
  private boolean wrapped;

  XConversations(ChatJsonReader json, XReader.Owner owner) {
    this.json = json;
    this.owner = owner;
  }

  @Override
  public ChatRecord next() throws IOException {
    if (place == Place.START) {
      if (!json.root() || !json.enterArray()) {
        throw new UnreadableException(Reason.CHAT_SCHEMA, "not an array of conversations");
      }
      place = Place.CONVERSATIONS;
    }
    while (true) {
      switch (place) {
        case CONVERSATIONS -> {
          if (!json.element()) {
            return end();
          }
          json.begin();
          if (!enterConversation()) {
            return ChatRecord.rejected("not a conversation");
          }
        }
        case CONVERSATION -> conversation();
        default -> {
          if (json.element()) {
            json.begin();
            return json.enterObject() ? event() : ChatRecord.rejected("not an event");
          }
          place = Place.CONVERSATION;
        }
      }
    }
  }

  private ChatRecord end() throws IOException {
    if (!json.isAtEnd()) {
      throw new UnreadableException(Reason.JSON_BROKEN, "text behind the end");
    }
    return null;
  }

  /** Enters {@code {"dmConversation": {…}}}; false if it is something else, which is passed. */
  private boolean enterConversation() throws IOException {
    if (!json.enterObject()) {
      return false;
    }
    conversation = null;
    for (String key = json.field(); key != null; key = json.field()) {
      if (key.equals("dmConversation") && json.enterObject()) {
        wrapped = true;
        place = Place.CONVERSATION;
        return true;
      }
    }
    return false;
  }

  /** Goes on to the events of the conversation, or out of it. */
  private void conversation() throws IOException {
    for (String key = json.field(); key != null; key = json.field()) {
      if (key.equals("conversationId")) {
        conversation = json.id();
      } else if (key.equals("messages") && json.enterArray()) {
        place = Place.EVENTS;
        return;
      }
    }
    if (!wrapped) {
      place = Place.CONVERSATIONS;
    }
    wrapped = false;
  }

  private ChatRecord event() throws IOException {
    ChatRecord record = null;
    for (String key = json.field(); key != null; key = json.field()) {
      if (key.equals("messageCreate") && json.enterObject()) {
        record = message();
      } else if (record == null) {
        record = ChatRecord.OUT_OF_SCOPE;
      }
    }
    return record == null ? ChatRecord.rejected("an event without a kind") : record;
  }

  private ChatRecord message() throws IOException {
    String id = null;
    String sender = null;
    String recipient = null;
    String text = null;
    Instant at = null;
    int media = 0;
    List<String[]> links = List.of();
    for (String key = json.field(); key != null; key = json.field()) {
      switch (key) {
        case "id" -> id = json.id();
        case "senderId" -> sender = json.id();
        case "recipientId" -> recipient = json.id();
        case "text" -> text = json.text();
        case "createdAt" -> at = time(json.shortText());
        case "mediaUrls" -> media = json.count();
        case "urls" -> links = links();
        default -> {
          // Reactions are no messages.
        }
      }
    }
    if (sender == null) {
      return ChatRecord.rejected("no sender");
    }
    boolean direct = recipient != null && !recipient.equals("0");
    return ChatRecord.of(
        new ChatMessage(
            direct ? MessageKind.MESSAGE : MessageKind.GROUP,
            direction(sender),
            id,
            conversation,
            at,
            at == null ? DateQuality.NONE : DateQuality.SECOND,
            person(sender),
            direct ? List.of(person(recipient)) : List.of(),
            shown(text == null ? "" : text, links),
            media));
  }

  private Direction direction(String sender) {
    if (owner.id() == null) {
      return null;
    }
    return owner.id().equals(sender) ? Direction.OUTBOUND : Direction.INBOUND;
  }

  private Contact person(String id) {
    return id.equals(owner.id()) ? owner.contact() : Contact.of(null, XReader.url(id), null);
  }

  private List<String[]> links() throws IOException {
    List<String[]> links = new ArrayList<>();
    boolean array = json.enterArray();
    while (array && json.element()) {
      String shown = null;
      String meant = null;
      for (String key = json.enterObject() ? json.field() : null; key != null; key = json.field()) {
        switch (key) {
          case "url" -> shown = json.text();
          case "expanded" -> meant = json.text();
          default -> {
            // The shortened form that the screen shows.
          }
        }
      }
      boolean usable = shown != null && !shown.isEmpty() && meant != null;
      if (usable && meant.length() <= MAX_LINK_CHARS && links.size() < MAX_LINKS) {
        links.add(new String[] {shown, meant});
      }
    }
    return links;
  }

  /** Puts each address once in the place of its short form, so that the text grows in bounds. */
  private static String shown(String text, List<String[]> links) {
    String shown = ChatText.unescaped(text);
    for (String[] link : links) {
      int at = shown.length() > ChatMessage.MAX_CHARS ? -1 : shown.indexOf(link[0]);
      if (at >= 0) {
        shown = shown.substring(0, at) + link[1] + shown.substring(at + link[0].length());
      }
    }
    return shown;
  }

  private static Instant time(String text) {
    try {
      return text == null ? null : ChatText.plausible(Instant.parse(text));
    } catch (DateTimeException noTime) {
      return null;
    }
  }

  @Override
  public String sample() {
    return json.sample();
  }

  @Override
  public void close() throws IOException {
    json.close();
  }
}
