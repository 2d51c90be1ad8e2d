package dev.uncanned.score;

/**
 * What a message says if it is an answer.
 *
 * @param reply_class never null
 */
public record ClassedReply(String message_id, ReplyClass reply_class) {

  public static final String MESSAGE_ID = "message_id";
  public static final String REPLY_CLASS = "reply_class";

  static ClassedReply of(ReplyText text, ReplyRules rules) {
    return new ClassedReply(text.message_id(), rules.of(text.text(), text.lang()));
  }

  boolean isSure() {
    return reply_class != null;
  }
}
