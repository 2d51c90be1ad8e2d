package dev.uncanned.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The messages in one file of a thread of Facebook or Instagram, newest first, one at a time.
 *
 * <p>Understands the keys of the general export and of the one for encrypted chats ({@code
 * senderName}, {@code text}, {@code timestamp}).
 */
final class MetaMessages implements ChatInput.Records {

  private static final Set<String> NOTICES = Set.of("Call", "Subscribe", "Unsubscribe");
  private static final int MAX_SENDERS = 1000;

  private final ChatJsonReader json;
  private final MetaThread thread;
  private final String owner;
  private final ChatPhrases phrases;
  private final Map<String, Contact> contacts = new HashMap<>();
  private final Map<String, List<Contact>> recipients = new HashMap<>();
  private boolean open;
  private boolean inside;
  private boolean found;

  MetaMessages(ChatJsonReader json, MetaThread thread, String owner, ChatPhrases phrases) {
    this.json = json;
    this.thread = thread;
    this.owner = owner;
    this.phrases = phrases;
  }

  @Override
  public ChatRecord next() throws IOException {
    if (!open) {
      open = true;
      if (!json.root() || !json.enterObject()) {
        throw new UnreadableException(Reason.CHAT_SCHEMA, "not a thread");
      }
    }
    while (true) {
      if (inside && json.element()) {
        json.begin();
        return json.enterObject() ? record() : ChatRecord.rejected("not an object");
      }
      inside = false;
      String key = json.field();
      if (key == null) {
        return end();
      }
      inside = key.equals("messages") && json.enterArray();
      found |= inside;
    }
  }

  private ChatRecord end() throws IOException {
    if (!found) {
      throw new UnreadableException(Reason.CHAT_SCHEMA, "a thread without messages");
    }
    if (!json.isAtEnd()) {
      throw new UnreadableException(Reason.JSON_BROKEN, "text behind the end");
    }
    return null;
  }

  /** The fields of a message that matter, collected before it is known what it is. */
  private static final class Fields {
    private String sender;
    private Long at;
    private String text;
    private String shared;
    private String type;
    private boolean unsent;
    private boolean call;
    private int files;
  }

  private ChatRecord record() throws IOException {
    Fields fields = new Fields();
    for (String key = json.field(); key != null; key = json.field()) {
      switch (key) {
        case "sender_name", "senderName" -> fields.sender = MetaText.repaired(json.shortText());
        case "timestamp_ms", "timestamp" -> fields.at = json.number();
        case "content", "text" -> fields.text = MetaText.repaired(json.text());
        case "type" -> fields.type = json.shortText();
        case "is_unsent", "isUnsent" -> fields.unsent = json.isTrue();
        case "call_duration" -> fields.call = true;
        case "photos", "videos", "audio_files", "gifs", "files", "media" ->
            fields.files += json.count();
        case "sticker" -> fields.files += json.enterObject() ? passed() : 0;
        case "share" -> fields.shared = json.enterObject() ? shared() : null;
        default -> {
          // Reactions and flags.
        }
      }
    }
    return record(fields);
  }

  private int passed() throws IOException {
    while (json.field() != null) {
      // The fields of a sticker say nothing more than that there is one.
    }
    return 1;
  }

  private String shared() throws IOException {
    String link = null;
    String text = null;
    for (String key = json.field(); key != null; key = json.field()) {
      switch (key) {
        case "link" -> link = MetaText.repaired(json.text());
        case "share_text" -> text = MetaText.repaired(json.text());
        default -> {
          // Who owns what was shared.
        }
      }
    }
    return text == null ? link : text;
  }

  private ChatRecord record(Fields fields) {
    if (fields.sender == null && fields.at == null) {
      return ChatRecord.rejected("neither time nor person");
    }
    boolean notice = fields.type != null && NOTICES.contains(fields.type);
    if (notice || fields.call || fields.unsent) {
      return ChatRecord.OUT_OF_SCOPE;
    }
    String sender = fields.sender == null ? "" : CollapsedText.of(fields.sender);
    String text = fields.text;
    int files = fields.files;
    if (text != null && phrases.has("meta-notice", text)) {
      return ChatRecord.OUT_OF_SCOPE;
    }
    if (text != null && phrases.has("meta-attached", text)) {
      text = fields.shared;
      files = Math.max(files, text == null ? 1 : 0);
    }
    if (text == null) {
      text = fields.shared == null ? "" : fields.shared;
    }
    if (recipients.size() >= MAX_SENDERS) {
      recipients.clear();
      contacts.clear();
    }
    Instant at = fields.at == null ? null : ChatText.plausible(Instant.ofEpochMilli(fields.at));
    return ChatRecord.of(
        new ChatMessage(
            thread.isGroup() ? MessageKind.GROUP : MessageKind.MESSAGE,
            direction(sender),
            null,
            thread.id(),
            at,
            at == null ? DateQuality.NONE : DateQuality.SECOND,
            contacts.computeIfAbsent(sender, name -> MetaThread.contact(name, phrases)),
            recipients.computeIfAbsent(sender, name -> thread.recipients(name, phrases)),
            text,
            files));
  }

  private Direction direction(String sender) {
    if (owner == null || sender.isEmpty()) {
      return null;
    }
    return owner.equals(sender) ? Direction.OUTBOUND : Direction.INBOUND;
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
