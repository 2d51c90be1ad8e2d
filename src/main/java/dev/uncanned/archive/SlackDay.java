package dev.uncanned.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;

/** The messages in one file of a Slack channel, in the order of the file. */
final class SlackDay implements ChatInput.Records {

  /** What people write has no subtype, or one of these. */
  private static final Set<String> WRITTEN =
      Set.of("me_message", "thread_broadcast", "file_share", "file_comment");

  private static final int MAX_SECOND_DIGITS = 11;
  private static final int MICRO_DIGITS = 6;

  private final ChatJsonReader json;
  private final SlackPeople people;
  private final SlackChannel channel;
  private final SlackText texts;
  private boolean open;

  SlackDay(ChatJsonReader json, SlackPeople people, SlackChannel channel) {
    this.json = json;
    this.people = people;
    this.channel = channel;
    this.texts = new SlackText(people);
  }

  @Override
  public ChatRecord next() throws IOException {
    if (!open) {
      open = true;
      if (!json.root() || !json.enterArray()) {
        throw new UnreadableException(Reason.CHAT_SCHEMA, "not an array of messages");
      }
    }
    if (json.element()) {
      json.begin();
      return json.enterObject() ? record() : ChatRecord.rejected("not an object");
    }
    if (!json.isAtEnd()) {
      throw new UnreadableException(Reason.JSON_BROKEN, "text behind the end");
    }
    return null;
  }

  /** The fields of a message that matter, collected before it is known what it is. */
  private static final class Fields {
    private String type;
    private String subtype;
    private String user;
    private String bot;
    private String text;
    private String ts;
    private String threadTs;
    private int files;
    private SlackPeople.Profile profile = SlackPeople.Profile.NONE;
  }

  private ChatRecord record() throws IOException {
    Fields fields = new Fields();
    for (String key = json.field(); key != null; key = json.field()) {
      switch (key) {
        case "type" -> fields.type = json.shortText();
        case "subtype" -> fields.subtype = json.shortText();
        case "user" -> fields.user = json.shortText();
        case "bot_id" -> fields.bot = json.shortText();
        case "text" -> fields.text = json.text();
        case "ts" -> fields.ts = json.shortText();
        case "thread_ts" -> fields.threadTs = json.shortText();
        case "files" -> fields.files = json.count();
        case "file" -> fields.files = Math.max(fields.files, json.enterObject() ? 1 : 0);
        case "user_profile" -> {
          if (json.enterObject()) {
            fields.profile = SlackPeople.Profile.read(json);
          }
        }
        default -> {
          // Blocks repeat the text; reactions, edits and pins are no messages.
        }
      }
    }
    return record(fields);
  }

  private ChatRecord record(Fields fields) {
    boolean message = fields.type == null || fields.type.equals("message");
    if (fields.ts == null && (fields.type == null || fields.user == null)) {
      return ChatRecord.rejected("neither time nor person");
    }
    if (!message || (fields.subtype != null && !WRITTEN.contains(fields.subtype))) {
      return ChatRecord.OUT_OF_SCOPE;
    }
    if (fields.user == null || people.isBot(fields.user)) {
      return ChatRecord.OUT_OF_SCOPE;
    }
    // A tool may speak in the name of a person, who has to answer for it then.
    if (fields.bot != null && !people.isHuman(fields.user)) {
      return ChatRecord.OUT_OF_SCOPE;
    }
    Instant at = time(fields.ts);
    return ChatRecord.of(
        new ChatMessage(
            channel.isGroup() ? MessageKind.GROUP : MessageKind.MESSAGE,
            null,
            fields.ts,
            channel.thread(fields.ts, fields.threadTs),
            at,
            at == null ? DateQuality.NONE : DateQuality.SECOND,
            people.contact(fields.user, fields.profile),
            channel.recipients(fields.user, people),
            fields.text == null ? "" : texts.plain(fields.text),
            fields.files));
  }

  /** The time of {@code seconds.micros}; null if it is none. */
  static Instant time(String ts) {
    int dot = ts == null ? -1 : ts.indexOf('.');
    if (dot < 1 || dot > MAX_SECOND_DIGITS || ts.length() - dot - 1 > MICRO_DIGITS) {
      return null;
    }
    long seconds = 0;
    long micros = 0;
    for (int i = 0; i < ts.length(); i++) {
      int digit = ts.charAt(i) - '0';
      if (i != dot && (digit < 0 || digit > 9)) {
        return null;
      }
      if (i < dot) {
        seconds = seconds * 10 + digit;
      } else if (i > dot) {
        micros = micros * 10 + digit;
      }
    }
    for (int digits = ts.length() - dot - 1; digits < MICRO_DIGITS; digits++) {
      micros *= 10;
    }
    return ChatText.plausible(Instant.ofEpochSecond(seconds, micros * 1000));
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
