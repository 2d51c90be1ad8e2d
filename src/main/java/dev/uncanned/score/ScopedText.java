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
   * The places of one text: its own scope, and those in which it only shows what others use too.
   *
   * <p>Its own scope is its template, if that has {@code template_members} messages; else its
   * campaign, if that has so many; else whichever of the two has {@code min_members}; else the
   * outbox of the sender. About {@code template_members} witnesses of each template go to its
   * campaign, since its other templates share phrases with this one, and as many of each sender
   * with most of a family's messages to that sender's outbox, where a phrase may be pasted into a
   * message of its own.
   */
  public static List<ScopedText> of(AddressedText text, ScoreConfig config) {
    List<ScopedText> places = new ArrayList<>(2);
    String sender = text.sender_id();
    int wanted = config.template_members();
    Scope scope = scope(text, wanted);
    if (scope == Scope.TEMPLATE) {
      places.add(of(text, scope, text.cluster_id(), false));
      if (text.campaign_n() != null && text.campaign_n() > text.cluster_n()) {
        witness(text, Scope.CAMPAIGN, text.campaign_id(), text.cluster_n(), wanted, places);
      }
      witness(text, Scope.SENDER, sender, text.cluster_n(), wanted, places);
    } else if (scope == Scope.CAMPAIGN) {
      places.add(of(text, scope, text.campaign_id(), false));
      witness(text, Scope.SENDER, sender, text.campaign_n(), wanted, places);
    } else if (sender != null) {
      places.add(of(text, scope, sender, false));
    }
    return places;
  }

  private static Scope scope(AddressedText text, int enough) {
    Long cluster = text.cluster_n();
    Long campaign = text.campaign_n();
    if (cluster != null && (cluster >= enough || campaign == null || campaign < enough)) {
      return Scope.TEMPLATE;
    }
    return campaign != null ? Scope.CAMPAIGN : Scope.SENDER;
  }

  private static void witness(
      AddressedText text,
      Scope scope,
      String id,
      long members,
      int wanted,
      List<ScopedText> places) {
    if (id == null) {
      return;
    }
    byte[] message = text.message_id().getBytes(StandardCharsets.UTF_8);
    long draw = PhraseHash.mix(PhraseHash.of(message, 0, message.length)) >>> 1;
    if (draw % members < wanted) {
      places.add(of(text, scope, id, true));
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
