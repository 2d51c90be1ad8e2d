package dev.uncanned.campaign;

import java.time.Instant;

/**
 * What the messages of one sender say of a message, before senders are compared.
 *
 * @param member its campaign is one of this sender alone
 * @param sent_at null if undated
 * @param words_n tokens that are no placeholders; 0 for texts that may not be scored
 * @param phrases hashes of the phrases that stand for the campaign, with the message that names it;
 *     null with all others, and where the campaign has none
 * @param template_messages_n how many of the sender's messages have its template, with the oldest
 *     of them; null with all others, and where texts are too short to be compared between senders
 */
public record SenderMember(
    CampaignMember member,
    String sender_id,
    Instant sent_at,
    int words_n,
    long[] phrases,
    Integer template_messages_n) {

  public static final String MEMBER = "member";
  public static final String SENT_AT = "sent_at";
  public static final String WORDS_N = "words_n";
  public static final String PHRASES = "phrases";
  public static final String TEMPLATE_MESSAGES_N = "template_messages_n";
}
