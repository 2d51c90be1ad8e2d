package dev.uncanned.score;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * One masked text in the scope in which its customised words are counted.
 *
 * @param scope_key kind and id of the scope
 * @param sender_id null if unknown
 * @param addressees everybody it was sent to, joined; the message itself where nobody is named
 * @param witness whether it only supports the phrases of others and is measured elsewhere
 * @param medoid whether it is the text of its template that is most like all others
 */
public record ScopedText(
    String scope_key,
    Scope scope,
    String message_id,
    String sender_id,
    String addressees,
    String masked,
    boolean witness,
    boolean medoid) {

  /**
   * The places of one text: its own scope and, for some members of large families, the outbox of
   * the sender, so that a phrase pasted from a template is known there as well. Every family sends
   * about {@code template_members} witnesses for each of its senders with most of its messages.
   */
  public static List<ScopedText> of(AddressedText text, int templateMembers) {
    List<ScopedText> places = new ArrayList<>(2);
    String sender = text.sender_id();
    if (text.cluster_n() != null) {
      places.add(of(text, Scope.TEMPLATE, text.cluster_id(), false));
      witness(text, sender, text.cluster_n(), templateMembers, places);
    } else if (text.campaign_n() != null) {
      places.add(of(text, Scope.CAMPAIGN, text.campaign_id(), false));
      witness(text, sender, text.campaign_n(), templateMembers, places);
    } else if (sender != null) {
      places.add(of(text, Scope.SENDER, sender, false));
    }
    return places;
  }

  private static void witness(
      AddressedText text, String sender, long members, int wanted, List<ScopedText> places) {
    if (sender == null) {
      return;
    }
    byte[] id = text.message_id().getBytes(StandardCharsets.UTF_8);
    long draw = PhraseHash.mix(PhraseHash.of(id, 0, id.length)) >>> 1;
    if (draw % members < wanted) {
      places.add(of(text, Scope.SENDER, sender, true));
    }
  }

  private static ScopedText of(AddressedText text, Scope scope, String id, boolean witness) {
    List<String> recipients = text.recipient_ids();
    boolean named = recipients != null && !recipients.isEmpty();
    return new ScopedText(
        scope.name() + ' ' + id,
        scope,
        text.message_id(),
        text.sender_id(),
        named ? String.join(" ", recipients) : text.message_id(),
        text.masked(),
        witness,
        scope == Scope.TEMPLATE && text.isMedoid());
  }
}
