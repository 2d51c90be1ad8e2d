package dev.uncanned.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The messages of a generation that are compared with one message: those of its template, of its
 * campaign and of its sender.
 */
final class SentTexts {

  private static final String MESSAGE_ID = "message_id";
  private static final String RECIPIENT_ID = "recipient_id";
  private static final String SENDER_ID = "sender_id";
  private static final String CLUSTER_ID = "cluster_id";
  private static final String CAMPAIGN_ID = "campaign_id";
  private static final String NULL_REASON = "null_reason";
  private static final Set<String> NOT_SCORED =
      Set.of("no_text", "too_short", "automatic", "one_tap");

  private final Map<String, Sent> messages;
  private final Map<String, Long> sizes;

  /** One message; masked is null until {@link #masked} is known of it. */
  record Sent(
      String message_id,
      String sender_id,
      String cluster_id,
      String campaign_id,
      boolean eligible,
      List<String> recipient_ids) {}

  private SentTexts(Map<String, Sent> messages, Map<String, Long> sizes) {
    this.messages = messages;
    this.sizes = sizes;
  }

  /** Reads the messages that have sender, template or campaign in common with one. */
  static SentTexts around(Path generation, String messageId) throws IOException {
    Path scores = generation.resolve("tables").resolve("message_scores");
    Map<String, Sent> own = new HashMap<>();
    read(scores, own, row -> messageId.equals(row.text(MESSAGE_ID)));
    Sent message = own.get(messageId);
    Map<String, Sent> around = new TreeMap<>();
    read(
        scores,
        around,
        row ->
            same(message.sender_id(), row.text(SENDER_ID))
                || same(message.cluster_id(), row.text(CLUSTER_ID))
                || same(message.campaign_id(), row.text(CAMPAIGN_ID)));
    return new SentTexts(around, sizes(scores, around.values()));
  }

  private static boolean same(String one, String other) {
    return one != null && one.equals(other);
  }

  /** Says of a row whether its message is wanted. */
  private interface Wanted {
    boolean test(ParquetCells.Cells row);
  }

  private static void read(Path scores, Map<String, Sent> into, Wanted wanted) throws IOException {
    ParquetCells.read(
        scores,
        List.of(MESSAGE_ID, RECIPIENT_ID, SENDER_ID, CLUSTER_ID, CAMPAIGN_ID, NULL_REASON),
        row -> {
          if (wanted.test(row)) {
            Sent sent = into.computeIfAbsent(row.text(MESSAGE_ID), id -> sent(row));
            if (row.text(RECIPIENT_ID) != null) {
              sent.recipient_ids().add(row.text(RECIPIENT_ID));
            }
          }
        });
    into.values().forEach(sent -> sent.recipient_ids().sort(null));
  }

  private static Sent sent(ParquetCells.Cells row) {
    String reason = row.text(NULL_REASON);
    return new Sent(
        row.text(MESSAGE_ID),
        row.text(SENDER_ID),
        row.text(CLUSTER_ID),
        row.text(CAMPAIGN_ID),
        reason == null || !NOT_SCORED.contains(reason),
        new ArrayList<>());
  }

  /** Number of messages of each template and campaign that occurs among some messages. */
  private static Map<String, Long> sizes(Path scores, Collection<Sent> some) throws IOException {
    Map<String, Set<String>> members = new HashMap<>();
    for (Sent sent : some) {
      members.put(sent.cluster_id(), new HashSet<>());
      members.put(sent.campaign_id(), new HashSet<>());
    }
    members.remove(null);
    ParquetCells.read(
        scores,
        List.of(MESSAGE_ID, CLUSTER_ID, CAMPAIGN_ID),
        row -> {
          add(members.get(row.text(CLUSTER_ID)), row.text(MESSAGE_ID));
          add(members.get(row.text(CAMPAIGN_ID)), row.text(MESSAGE_ID));
        });
    Map<String, Long> sizes = new HashMap<>();
    members.forEach((family, ids) -> sizes.put(family, (long) ids.size()));
    return sizes;
  }

  private static void add(Set<String> members, String message) {
    if (members != null) {
      members.add(message);
    }
  }

  /** All of them, by id. */
  Collection<Sent> all() {
    return messages.values();
  }

  Sent message(String id) {
    return messages.get(id);
  }

  /** Messages of a template or campaign; null if it is null. */
  Long size(String family) {
    return family == null ? null : sizes.get(family);
  }
}
