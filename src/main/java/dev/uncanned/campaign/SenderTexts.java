package dev.uncanned.campaign;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The distinct texts of one sender with the messages and recipients that got them.
 *
 * <p>Equal masked texts are kept once and as numbers; strings are let go as soon as they are read.
 */
final class SenderTexts {

  private static final long MICROS = 1_000_000L;

  /** Later times, and as early ones, do not fit into microseconds; they count as undated. */
  private static final long LAST_SECOND = Long.MAX_VALUE / MICROS - 1;

  private final List<int[]> tokens = new ArrayList<>();
  private final IntArrayList words = new IntArrayList();
  private final LongArrayList keys = new LongArrayList();
  private final IntArrayList clusters = new IntArrayList();
  private final IntArrayList fewestRecipients = new IntArrayList();
  private final Long2IntOpenHashMap textOfKey = new Long2IntOpenHashMap();
  private final Object2IntOpenHashMap<String> clusterOfId = new Object2IntOpenHashMap<>();
  private final Object2IntOpenHashMap<String> recipientOfId = new Object2IntOpenHashMap<>();
  private final List<String> messageIds = new ArrayList<>();
  private final IntArrayList textOfMessage = new IntArrayList();
  private final IntArrayList recipientsOfMessage = new IntArrayList();
  private final LongArrayList sentAt = new LongArrayList();
  private final LongArrayList deliveries = new LongArrayList();
  private int recipients;
  private int clustersN;

  SenderTexts() {
    textOfKey.defaultReturnValue(-1);
    clusterOfId.defaultReturnValue(-1);
    recipientOfId.defaultReturnValue(-1);
  }

  /** Takes in a message; {@code cluster_id} is null for a text that is a cluster of its own. */
  void add(SenderText message, String cluster_id) {
    int text = text(message, cluster_id);
    messageIds.add(message.message_id());
    textOfMessage.add(text);
    sentAt.add(micros(message.sent_at()));
    int to = deliver(text, message.recipient_ids());
    recipientsOfMessage.add(to);
    fewestRecipients.set(text, Math.min(to, fewestRecipients.getInt(text)));
  }

  private int text(SenderText message, String cluster_id) {
    String masked = message.masked() == null ? "" : message.masked();
    boolean named = message.fingerprint() != null && !masked.isEmpty();
    long key = MaskedTokens.key(named ? message.fingerprint() : masked);
    int known = textOfKey.get(key);
    if (known >= 0) {
      return known;
    }
    int text = tokens.size();
    textOfKey.put(key, text);
    tokens.add(MaskedTokens.of(masked));
    words.add(wordsOf(tokens.get(text)));
    keys.add(key);
    clusters.add(cluster(cluster_id));
    fewestRecipients.add(Integer.MAX_VALUE);
    return text;
  }

  private int cluster(String cluster_id) {
    if (cluster_id == null) {
      return clustersN++;
    }
    int known = clusterOfId.getInt(cluster_id);
    if (known >= 0) {
      return known;
    }
    clusterOfId.put(cluster_id, clustersN);
    return clustersN++;
  }

  private int deliver(int text, List<String> ids) {
    if (ids == null || ids.isEmpty()) {
      deliveries.add(pair(recipients++, text));
      return 1;
    }
    for (String id : ids) {
      int recipient = recipientOfId.getInt(id);
      if (recipient < 0) {
        recipient = recipients++;
        recipientOfId.put(id, recipient);
      }
      deliveries.add(pair(recipient, text));
    }
    return ids.size();
  }

  private static long pair(int recipient, int text) {
    return ((long) recipient << 32) | text;
  }

  private static long micros(Instant instant) {
    if (instant == null || Math.abs(instant.getEpochSecond()) > LAST_SECOND) {
      return Long.MAX_VALUE;
    }
    return instant.getEpochSecond() * MICROS + instant.getNano() / 1000;
  }

  /** Every (recipient, text) once, recipient in the upper half, sorted. */
  long[] deliveries() {
    long[] sorted = deliveries.toLongArray();
    Arrays.sort(sorted);
    int n = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || sorted[i] != sorted[i - 1]) {
        sorted[n++] = sorted[i];
      }
    }
    return Arrays.copyOf(sorted, n);
  }

  int size() {
    return tokens.size();
  }

  int[] tokens(int text) {
    return tokens.get(text);
  }

  /** Tokens that are no placeholders. */
  int words(int text) {
    return words.getInt(text);
  }

  private static int wordsOf(int[] tokens) {
    int words = 0;
    for (int token : tokens) {
      words += token >= 0 ? 1 : 0;
    }
    return words;
  }

  /** A hash of the text's fingerprint, to order texts alike whatever the order of the input. */
  long key(int text) {
    return keys.getLong(text);
  }

  /** Recipients of the message with the fewest that has the text; its phrases recur most easily. */
  int fewestRecipients(int text) {
    return fewestRecipients.getInt(text);
  }

  int cluster(int text) {
    return clusters.getInt(text);
  }

  int clusters() {
    return clustersN;
  }

  int recipients() {
    return recipients;
  }

  int messages() {
    return messageIds.size();
  }

  int textOfMessage(int message) {
    return textOfMessage.getInt(message);
  }

  int recipientsOfMessage(int message) {
    return recipientsOfMessage.getInt(message);
  }

  /** When a message was sent, to the microsecond; null if undated. */
  Instant sentAt(int message) {
    long at = sentAt.getLong(message);
    return at == Long.MAX_VALUE
        ? null
        : Instant.ofEpochSecond(Math.floorDiv(at, MICROS), Math.floorMod(at, MICROS) * 1000L);
  }

  String messageId(int message) {
    return messageIds.get(message);
  }

  /** Whether one message is older than another; equal times are told apart by id. */
  boolean older(int message, int other) {
    int byTime = Long.compare(sentAt.getLong(message), sentAt.getLong(other));
    return byTime != 0 ? byTime < 0 : messageId(message).compareTo(messageId(other)) < 0;
  }
}
