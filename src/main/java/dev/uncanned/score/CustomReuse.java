package dev.uncanned.score;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Finds customised words that a sender pasted into messages of other templates too: "trigger
 * paragraphs", which look made for one reader.
 *
 * <p>A word is reused if it lies in a phrase of five words that the sender used to two others and
 * more, in messages outside of the template or campaign. What the sender used is known from the
 * customised words of all messages and from the whole text of some of each family.
 *
 * <p>Memory is 12 bytes for each of these words.
 */
public final class CustomReuse implements Serializable {

  private static final long serialVersionUID = 1L;

  private final int order;

  /** Reuse with phrases of the configured length. */
  public CustomReuse(ScoreConfig config) {
    this.order = config.sender_gram();
  }

  /** One result for each message of one sender with customised words; the order does not matter. */
  public Iterator<ReusedCustom> reused(Iterator<CustomText> texts) {
    List<CustomText> messages = new ArrayList<>();
    texts.forEachRemaining(messages::add);
    messages.sort(Comparator.comparing(CustomText::message_id));
    PhraseUses uses = new PhraseUses(messages, order);
    List<ReusedCustom> results = new ArrayList<>();
    for (int i = 0; i < messages.size(); i++) {
      CustomText message = messages.get(i);
      Integer words = message.customised_words();
      if (words != null && words > 0) {
        float share = (float) reusedWords(message.fragments(), i, uses) / words;
        results.add(new ReusedCustom(message.message_id(), share));
      }
    }
    return results.iterator();
  }

  private int reusedWords(int[] tokens, int message, PhraseUses uses) {
    int reused = 0;
    int coveredTo = 0;
    for (int i = 0; i < tokens.length; i++) {
      if (uses.isPhrase(tokens, i) && uses.others(tokens, i, message) >= PhraseUses.ENOUGH) {
        coveredTo = i + order;
      }
      reused += i < coveredTo && TokenArray.isWord(tokens[i]) ? 1 : 0;
    }
    return reused;
  }
}
