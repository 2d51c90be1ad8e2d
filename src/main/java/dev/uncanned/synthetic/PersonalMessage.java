package dev.uncanned.synthetic;

import java.util.List;

/**
 * A message whose personal level is known, with all that is known of its recipient.
 *
 * @param template the text family it was made from
 * @param reader the recipient's number; each has one message
 * @param trade the word of the position that names the trade
 * @param past a company that the recipient worked for
 * @param told what the recipient wrote to the sender before; empty if nothing
 * @param text the message
 * @param level 0 nothing, 1 merge fields only, 2 for the trade, 3 specific, 4 specific and true
 * @param written the sentence that makes the level or was written for the recipient alone; null
 *     without one
 */
public record PersonalMessage(
    String template,
    int reader,
    String first,
    String last,
    String company,
    String title,
    String email,
    String trade,
    String headline,
    String place,
    String past,
    List<String> told,
    String lang,
    String text,
    int level,
    String written) {

  public PersonalMessage {
    told = List.copyOf(told);
  }
}
