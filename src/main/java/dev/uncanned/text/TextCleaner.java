package dev.uncanned.text;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.Contact;
import dev.uncanned.archive.ContentHash;
import dev.uncanned.archive.MessageKind;
import dev.uncanned.message.Message;
import dev.uncanned.message.MessageHeader;
import java.io.Serializable;
import java.util.List;

/**
 * Reduces a message to the text that its sender wrote for it, and masks that.
 *
 * <p>Whether a text may be scored is decided in this order: sent by a machine, sent by one tap, no
 * text left, too short. A language that cannot be told is no reason against it.
 *
 * <p>Not thread-safe: working space and prepared contacts are kept from message to message.
 */
public final class TextCleaner implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int minTokens;
  private final int maxChars;
  private final LanguageFinder languages;
  private transient Masker masker;

  public TextCleaner(TextConfig config) {
    this.minTokens = config.min_tokens();
    this.maxChars = config.max_chars();
    this.languages = new LanguageFinder(config.languages());
  }

  private TextCleaner(TextCleaner other) {
    this.minTokens = other.minTokens;
    this.maxChars = other.maxChars;
    this.languages = other.languages;
  }

  /** A cleaner that does the same, with a working space of its own. */
  TextCleaner separate() {
    return new TextCleaner(this);
  }

  /** The text of a message; never null, whatever the message holds. */
  public TextDocument clean(Message message) {
    List<Contact> recipients = message.recipients() == null ? List.of() : message.recipients();
    String text = ownText(message);
    if (masker == null) {
      masker = new Masker();
    }
    MaskedText masked = masker.mask(text, message.sender(), recipients);
    LanguageVote language = languages.find(masked.text());
    NullReason reason = nullReason(message.header(), masked);
    return new TextDocument(
        message.header(),
        message.subject(),
        text,
        masked.text(),
        masked.tokens(),
        text.codePointCount(0, text.length()),
        language.lang(),
        language.confidence(),
        masked.tokens() == 0 ? null : ContentHash.of(masked.text()),
        reason == null,
        reason,
        message.sender(),
        recipients);
  }

  private String ownText(Message message) {
    String body = message.body();
    if (body == null || body.isEmpty()) {
      return "";
    }
    SeenText seen = seen(message, body);
    boolean answer = seen.quotes() || mayAnswer(message);
    return capped(QuoteStripper.strip(seen.text(), answer, senderName(message)));
  }

  /** Chats, and rows of tools that keep no subject, do not say what they answer. */
  private static boolean mayAnswer(Message message) {
    if (message.subject() != null) {
      return ReplySubject.is(message.subject());
    }
    Channel channel = message.header() == null ? null : message.header().channel();
    return channel == Channel.EMAIL || channel == Channel.CHAT;
  }

  private static String senderName(Message message) {
    Contact sender = message.sender();
    return sender == null || sender.name() == null ? "" : sender.name();
  }

  private static SeenText seen(Message message, String body) {
    if (message.html()) {
      return HtmlText.read(body);
    }
    boolean mail = message.header() != null && message.header().channel() == Channel.EMAIL;
    return new SeenText(mail ? body : HtmlEntities.decode(body), false);
  }

  private String capped(String text) {
    if (text.length() <= maxChars) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(maxChars - 1)) ? maxChars - 1 : maxChars;
    return text.substring(0, end);
  }

  private NullReason nullReason(MessageHeader header, MaskedText masked) {
    if (header != null && (header.automatic() || header.kind() == MessageKind.AUTO_REPLY)) {
      return NullReason.AUTOMATIC;
    }
    if (header != null && header.kind() == MessageKind.ONE_TAP) {
      return NullReason.ONE_TAP;
    }
    if (masked.tokens() == 0) {
      return NullReason.NO_TEXT;
    }
    return masked.tokens() < minTokens ? NullReason.TOO_SHORT : null;
  }
}
