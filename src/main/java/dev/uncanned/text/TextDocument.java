package dev.uncanned.text;

import dev.uncanned.archive.Contact;
import dev.uncanned.message.MessageHeader;
import dev.uncanned.table.Packed;
import java.util.List;

/**
 * The text that a sender wrote for a message, once for people to read and once masked to compare.
 *
 * @param subject subject line, null if none
 * @param text what is left of the body without quoted thread, sign-off and footer; for display and
 *     for defects, spelled as it was sent
 * @param masked the tokens of {@code text}: folded (NFKC, lower case), punctuation dropped, the
 *     recipient's and the sender's own fields and patterns such as links replaced by placeholders,
 *     joined by single spaces; empty for an empty text
 * @param tokens_n number of tokens in {@code masked}
 * @param chars_n number of characters (code points) in {@code text}
 * @param lang ISO 639-1 code of the language, null if it cannot be told
 * @param lang_conf 0 to 1, how sure {@code lang} is; 0 if null
 * @param fingerprint 128-bit hash of {@code masked} as 32 hex digits; null for an empty text
 * @param eligible whether the text may be scored: long enough, sent by a person
 * @param null_reason why not, null if eligible
 * @param sender for wrong and leaked names
 * @param recipients as in the message, for wrong and leaked names
 */
public record TextDocument(
    MessageHeader header,
    String subject,
    String text,
    String masked,
    int tokens_n,
    int chars_n,
    String lang,
    float lang_conf,
    String fingerprint,
    boolean eligible,
    NullReason null_reason,
    @Packed Contact sender,
    @Packed List<Contact> recipients) {

  /** Names of the columns that are read one by one, where the whole row would cost too much. */
  public static final String HEADER = "header";

  public static final String TEXT = "text";
  public static final String TOKENS_N = "tokens_n";
  public static final String MASKED = "masked";
  public static final String FINGERPRINT = "fingerprint";
}
