package dev.uncanned.score;

import dev.uncanned.archive.Channel;
import dev.uncanned.archive.DateQuality;
import dev.uncanned.archive.Direction;
import dev.uncanned.archive.MessageKind;
import java.time.Instant;
import java.util.List;

/**
 * One message on its way to one recipient, without its text.
 *
 * @param pair the two people in either order; the message alone where one of them is not known;
 *     null once the history is known, like the time of the archive
 * @param recipient_id null where the archive names none
 * @param automatic sent by a machine
 * @param one_tap a text that LinkedIn offers
 * @param archive_start oldest dated message of the archive, null if not known
 * @param archive_end newest dated message of the archive, null if not known
 * @param cluster_id template of the text, null for an empty one
 * @param campaign_id null without one
 * @param reuse_share share of recurring phrases, null if not known
 */
public record Send(
    String pair,
    String message_id,
    String sender_id,
    String recipient_id,
    String team_id,
    String archive_id,
    Channel channel,
    Direction direction,
    Instant sent_at,
    DateQuality date_quality,
    boolean automatic,
    boolean one_tap,
    Instant archive_start,
    Instant archive_end,
    String cluster_id,
    String campaign_id,
    Float reuse_share) {

  /** One send per recipient; one with a null recipient where the archive names none. */
  public static List<Send> of(LabelledEnvelope envelope) {
    List<String> recipients = envelope.recipient_ids();
    if (recipients == null || recipients.isEmpty()) {
      return List.of(of(envelope, null));
    }
    return recipients.stream().map(recipient -> of(envelope, recipient)).toList();
  }

  private static Send of(LabelledEnvelope envelope, String recipient) {
    return new Send(
        pair(envelope, recipient),
        envelope.message_id(),
        envelope.sender_id(),
        recipient,
        envelope.team_id(),
        envelope.archive_id(),
        envelope.channel(),
        envelope.direction(),
        envelope.sent_at(),
        envelope.date_quality(),
        envelope.automatic() || envelope.kind() == MessageKind.AUTO_REPLY,
        envelope.kind() == MessageKind.ONE_TAP,
        envelope.archive_start(),
        envelope.archive_end(),
        envelope.cluster_id(),
        envelope.campaign_id(),
        envelope.reuse_share());
  }

  private static String pair(LabelledEnvelope envelope, String recipient) {
    String sender = envelope.sender_id();
    if (sender == null || recipient == null || sender.equals(recipient)) {
      return envelope.message_id();
    }
    return sender.compareTo(recipient) < 0 ? sender + ' ' + recipient : recipient + ' ' + sender;
  }

  /** The same send without what only its history needed to know. */
  Send settled() {
    return with(null, automatic, null, null);
  }

  /** The same send by a machine. */
  Send byMachine() {
    return with(pair, true, archive_start, archive_end);
  }

  private Send with(String pair, boolean automatic, Instant start, Instant end) {
    return new Send(
        pair,
        message_id,
        sender_id,
        recipient_id,
        team_id,
        archive_id,
        channel,
        direction,
        sent_at,
        date_quality,
        automatic,
        one_tap,
        start,
        end,
        cluster_id,
        campaign_id,
        reuse_share);
  }

  /** Whether both people are known and the message has a time, so that it has a history. */
  boolean hasHistory() {
    return sent_at != null && betweenTwo();
  }

  /** Whether nobody chose its words: a machine's or LinkedIn's text. */
  boolean mechanical() {
    return automatic || one_tap;
  }

  private boolean betweenTwo() {
    return sender_id != null && recipient_id != null && !sender_id.equals(recipient_id);
  }
}
