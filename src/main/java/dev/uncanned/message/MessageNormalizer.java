package dev.uncanned.message;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.Contact;
import dev.uncanned.archive.ContentNames;
import dev.uncanned.archive.DateQuality;
import dev.uncanned.archive.Direction;
import dev.uncanned.archive.RawMessage;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/**
 * Turns what an archive shows into a message: people, direction, thread and identity.
 *
 * <p>Not thread-safe: one for each task.
 */
public final class MessageNormalizer implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final long SECONDS_A_MINUTE = 60;

  private final PeopleDirectory directory;
  private final Pseudonyms pseudonyms;
  private final BelievedDates dates;
  private final ContentNames names = new ContentNames();

  /**
   * A normaliser for the messages of one run.
   *
   * @param dates messages with others count as undated, but keep their identity
   */
  public MessageNormalizer(PeopleDirectory directory, Pseudonyms pseudonyms, BelievedDates dates) {
    this.directory = directory;
    this.pseudonyms = pseudonyms;
    this.dates = dates;
  }

  /** What decides whether another occurrence is the same message. */
  CopyClaim claim(CopySource raw) {
    Long second = raw.date_quality() == DateQuality.SECOND ? raw.sent_at().getEpochSecond() : null;
    List<Contact> recipients = raw.recipients();
    String sender = senderKey(raw.sender(), raw.archive_id());
    boolean own = sender.equals(directory.owner(raw.archive_id()));
    return new CopyClaim(
        group(raw.channel(), sender, raw.sent_at(), raw.textKey()),
        raw.body_hash(),
        raw.html(),
        raw.input_id(),
        raw.archive_id(),
        raw.source_row(),
        raw.conversation_id(),
        second,
        recipientKeys(recipients),
        recipients.size(),
        own || raw.direction() == Direction.OUTBOUND);
  }

  private String group(Channel channel, String senderKey, Instant sentAt, String text) {
    String minute = sentAt == null ? "undated" : Long.toString(minuteOf(sentAt.getEpochSecond()));
    return names.of("copy", medium(channel), senderKey, minute, text);
  }

  /** An owner is known by all addresses; anybody else by the name, which every header has. */
  private String senderKey(Contact sender, String archive) {
    String person = directory.person(sender, archive, "");
    boolean known = person.equals(directory.owner(archive)) || directory.onRoster(person);
    if (known || sender.email() != null || sender.name() == null) {
      return person;
    }
    return PeopleDirectory.folded(sender.name());
  }

  private static long minuteOf(long epochSecond) {
    return Math.floorDiv(epochSecond, SECONDS_A_MINUTE);
  }

  /** Invitation notes stand again in messages.csv once accepted, so LinkedIn is one medium. */
  private static String medium(Channel channel) {
    return switch (channel) {
      case EMAIL -> "email";
      case CHAT -> "chat";
      case LI_INVITE, LI_MESSAGE, LI_INMAIL -> "linkedin";
    };
  }

  private static List<String> recipientKeys(List<Contact> recipients) {
    TreeSet<String> keys = new TreeSet<>();
    for (Contact contact : recipients) {
      if (contact.url() != null) {
        keys.add("url:" + PeopleDirectory.folded(contact.url()));
      }
      if (contact.email() != null) {
        keys.add("mail:" + PeopleDirectory.folded(contact.email()));
      } else if (contact.name() != null) {
        keys.add("name:" + PeopleDirectory.folded(contact.name()));
      }
    }
    return List.copyOf(keys);
  }

  /** The message of an occurrence that stands for it. */
  Message message(RawMessage raw) {
    String sender = directory.person(raw.sender(), raw.archive_id(), conversationOf(raw));
    String owner = directory.owner(raw.archive_id());
    Direction direction = direction(raw, sender, owner);
    Map<String, Contact> recipients = recipients(raw);
    String subjectKey = subjectKey(raw.subject());
    boolean misdated = !dates.believes(raw.archive_id(), raw.sent_at());
    MessageHeader header =
        new MessageHeader(
            messageId(raw),
            threadId(raw, sender, recipients, subjectKey),
            raw.archive_id(),
            raw.input_id(),
            raw.source_row(),
            raw.channel(),
            raw.kind(),
            direction,
            pseudonyms.of(sender),
            owner == null ? null : pseudonyms.of(owner),
            directory.team(direction == Direction.OUTBOUND || owner == null ? sender : owner),
            recipients.keySet().stream().map(pseudonyms::of).toList(),
            misdated ? null : raw.sent_at(),
            misdated ? DateQuality.NONE : raw.date_quality(),
            raw.automatic(),
            raw.bulk_headers(),
            subjectKey,
            raw.attachment_n(),
            raw.template_ref());
    List<Contact> contacts = new ArrayList<>(recipients.values());
    return new Message(
        header,
        raw.subject(),
        raw.body(),
        raw.html(),
        raw.sender(),
        contacts.subList(0, Math.min(contacts.size(), Message.MAX_CONTACTS)));
  }

  private Direction direction(RawMessage raw, String sender, String owner) {
    if (raw.direction() != null) {
      return raw.direction();
    }
    boolean ours = sender.equals(owner) || directory.onRoster(sender);
    return ours ? Direction.OUTBOUND : Direction.INBOUND;
  }

  private Map<String, Contact> recipients(RawMessage raw) {
    Map<String, Contact> people = new LinkedHashMap<>();
    for (Contact contact : raw.recipients()) {
      people.putIfAbsent(directory.person(contact, raw.archive_id(), conversationOf(raw)), contact);
    }
    return people;
  }

  private static String conversationOf(RawMessage raw) {
    return raw.conversation_id() == null
        ? raw.input_id() + ":" + raw.source_row()
        : raw.conversation_id();
  }

  private String messageId(RawMessage raw) {
    String second = raw.sent_at() == null ? null : Long.toString(raw.sent_at().getEpochSecond());
    String where =
        raw.conversation_id() == null || raw.channel() == Channel.EMAIL
            ? String.join(",", recipientKeys(raw.recipients()))
            : raw.conversation_id();
    String sender = senderKey(raw.sender(), raw.archive_id());
    String group = group(raw.channel(), sender, raw.sent_at(), raw.body_hash());
    return names.of("message", group, second, where);
  }

  private String threadId(
      RawMessage raw, String sender, Map<String, Contact> recipients, String subjectKey) {
    String medium = medium(raw.channel());
    if (raw.conversation_id() != null) {
      return pseudonyms.ofThread(names.of(medium, raw.conversation_id()));
    }
    TreeSet<String> people = new TreeSet<>(recipients.keySet());
    people.add(sender);
    return pseudonyms.ofThread(
        names.of(medium, String.join(",", people), String.valueOf(subjectKey)));
  }

  private String subjectKey(String subject) {
    if (subject == null) {
      return null;
    }
    String folded = PeopleDirectory.folded(subject);
    int colon = folded.indexOf(':');
    while (colon >= 0 && isReplyPrefix(folded.substring(0, colon))) {
      folded = folded.substring(colon + 1).strip();
      colon = folded.indexOf(':');
    }
    return folded.isEmpty() ? null : pseudonyms.ofSubject(folded);
  }

  private static boolean isReplyPrefix(String word) {
    return switch (word.toLowerCase(Locale.ROOT).strip()) {
      case "re", "fw", "fwd", "aw", "wg", "sv", "vs", "tr", "rv", "res", "enc", "antw", "r", "i" ->
          true;
      default -> false;
    };
  }
}
