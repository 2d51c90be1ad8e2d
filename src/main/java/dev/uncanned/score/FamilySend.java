package dev.uncanned.score;

import dev.uncanned.archive.Direction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One send of a member of a template or a campaign.
 *
 * @param family kind and id of the template or campaign
 * @param scope TEMPLATE or CAMPAIGN
 * @param sent_at null if not known
 * @param unprompted whether the recipient counts as reached: no answer, sent by a person
 */
public record FamilySend(
    String family,
    Scope scope,
    String message_id,
    String sender_id,
    String recipient_id,
    String team_id,
    String archive_id,
    boolean inbound,
    Instant sent_at,
    boolean unprompted) {

  /** The sends to be counted for one touch: none, one, or one for each kind of family. */
  static List<FamilySend> of(TouchColumns touch) {
    List<FamilySend> sends = new ArrayList<>(2);
    if (touch.counts()) {
      if (touch.cluster_id() != null) {
        sends.add(of(touch, Scope.TEMPLATE, touch.cluster_id()));
      }
      if (touch.campaign_id() != null) {
        sends.add(of(touch, Scope.CAMPAIGN, touch.campaign_id()));
      }
    }
    return sends;
  }

  private static FamilySend of(TouchColumns touch, Scope scope, String id) {
    boolean inbound = touch.direction() == Direction.INBOUND;
    return new FamilySend(
        scope.name() + ' ' + id,
        scope,
        touch.message_id(),
        touch.sender_id(),
        touch.recipient_id(),
        inbound ? null : touch.team_id(),
        touch.archive_id(),
        inbound,
        touch.sent_at(),
        !Boolean.TRUE.equals(touch.is_reply()));
  }
}
