package dev.uncanned.score;

import java.util.List;

/**
 * How much of one message was written for its recipient alone.
 *
 * <p>The last five components are for {@link CustomReuse} and null where it needs nothing of the
 * message.
 *
 * @param customised_words null where the scope has too few members to say
 * @param customised_share customised words / tokens that are no placeholder; null as above and for
 *     a text of placeholders only
 * @param spans where the customised words are: numbers of the first and behind the last token of
 *     each run, in the order of the masked text, placeholders inside of a run included; null where
 *     the words are
 * @param edit_ratio word edits that make the text out of the medoid of its template / words of the
 *     longer of the two, 0 to 1; null outside of templates that are a scope of their own
 * @param scope null where the scope has too few members
 * @param confidence null where the scope has too few members
 * @param addressees everybody it was sent to, joined
 * @param family scope and id of the template or campaign; null in the scope of a sender
 * @param fragments hashes of the tokens of the runs, a 0 behind each run
 * @param whole hashes of all tokens, for some messages of each template or campaign
 */
public record Customised(
    String message_id,
    Integer customised_words,
    Float customised_share,
    List<Integer> spans,
    Float edit_ratio,
    Scope scope,
    Confidence confidence,
    String sender_id,
    String addressees,
    String family,
    int[] fragments,
    int[] whole) {

  public static final String SENDER_ID = "sender_id";

  public Customised {
    spans = spans == null ? null : List.copyOf(spans);
  }
}
