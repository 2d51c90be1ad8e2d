package dev.uncanned.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What an output folder says of single deliveries, found by the people's addresses and the time.
 */
public final class PublishedScores {

  private static final String MESSAGE_ID = "message_id";
  private static final String SENDER_ID = "sender_id";
  private static final String RECIPIENT_ID = "recipient_id";

  /** A delivery and what was found of it; see the table message_scores. */
  public record Delivery(
      String message_id,
      String sender_id,
      String recipient_id,
      Instant sent_at,
      Boolean mass_send,
      String cluster_id,
      String campaign_id) {}

  private record Place(String sender, String recipient, Instant minute) {}

  private record Key(String message, String recipient) {}

  private final Map<String, List<String>> peopleByAddress;
  private final Map<Place, List<Delivery>> deliveries = new HashMap<>();
  private final Map<Place, List<Delivery>> bySender = new HashMap<>();
  private final Map<Place, List<Delivery>> byRecipient = new HashMap<>();
  private final Set<Delivery> taken = new HashSet<>();

  private PublishedScores(Map<String, List<String>> peopleByAddress, List<Delivery> all) {
    this.peopleByAddress = peopleByAddress;
    for (Delivery each : all) {
      String from = each.sender_id();
      String to = each.recipient_id();
      Instant at = minute(each.sent_at());
      add(deliveries, new Place(from, to, at), each);
      add(bySender, new Place(from, null, at), each);
      add(byRecipient, new Place(null, to, at), each);
    }
  }

  private static void add(Map<Place, List<Delivery>> index, Place place, Delivery delivery) {
    index.computeIfAbsent(place, unseen -> new ArrayList<>()).add(delivery);
  }

  /**
   * Reads the newest generation.
   *
   * @throws UserException if nothing is published there or its tables cannot be read
   */
  public static PublishedScores read(Path out) {
    Path folder = Outputs.newest(out).folder();
    try {
      return new PublishedScores(people(folder), deliveries(folder));
    } catch (IOException failure) {
      throw new UserException(ExitCode.IO, out + ": its tables cannot be read");
    }
  }

  /**
   * Takes the next delivery between two addresses in the minute of a time; null if there is none
   * left.
   *
   * @param sentAt null for undated deliveries
   */
  public Delivery take(String sender, String recipient, Instant sentAt) {
    for (String from : people(sender)) {
      for (String to : people(recipient)) {
        List<Delivery> left = left(deliveries, new Place(from, to, minute(sentAt)));
        if (!left.isEmpty()) {
          taken.add(left.get(0));
          return left.get(0);
        }
      }
    }
    return null;
  }

  /**
   * Takes the only delivery left in the minute of a time from or to the one of two addresses that
   * the output knows; null if it knows both or none, or if there are several.
   *
   * <p>For archives that name people without their addresses: to be asked when every other delivery
   * has been taken.
   */
  public Delivery takeOnly(String sender, String recipient, Instant sentAt) {
    List<String> senders = people(sender);
    List<String> recipients = people(recipient);
    List<Delivery> left = new ArrayList<>();
    if (recipients.isEmpty()) {
      senders.forEach(from -> left.addAll(left(bySender, new Place(from, null, minute(sentAt)))));
    } else if (senders.isEmpty()) {
      recipients.forEach(to -> left.addAll(left(byRecipient, new Place(null, to, minute(sentAt)))));
    }
    if (left.size() != 1) {
      return null;
    }
    taken.add(left.get(0));
    return left.get(0);
  }

  private List<Delivery> left(Map<Place, List<Delivery>> index, Place place) {
    return index.getOrDefault(place, List.of()).stream()
        .filter(delivery -> !taken.contains(delivery))
        .toList();
  }

  private List<String> people(String address) {
    return peopleByAddress.getOrDefault(folded(address), List.of());
  }

  private static String folded(String address) {
    return address.toLowerCase(Locale.ROOT);
  }

  private static Instant minute(Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.MINUTES);
  }

  private static Map<String, List<String>> people(Path folder) throws IOException {
    Map<String, List<String>> people = new HashMap<>();
    String person = "person_id";
    String address = "address";
    ParquetCells.read(
        folder.resolve("restricted").resolve("people"),
        List.of(person, address),
        row -> {
          if (row.text(address) != null) {
            List<String> ids =
                people.computeIfAbsent(folded(row.text(address)), unseen -> new ArrayList<>());
            if (!ids.contains(row.text(person))) {
              ids.add(row.text(person));
            }
          }
        });
    return people;
  }

  private static List<Delivery> deliveries(Path folder) throws IOException {
    Map<Key, Instant> times = new HashMap<>();
    Path tables = folder.resolve("tables");
    String sentAt = "sent_at";
    ParquetCells.read(
        tables.resolve("messages"),
        List.of(MESSAGE_ID, RECIPIENT_ID, sentAt),
        row -> {
          Long micros = row.number(sentAt);
          Instant at = micros == null ? null : Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
          times.put(new Key(row.text(MESSAGE_ID), row.text(RECIPIENT_ID)), at);
        });
    String mass = "mass_send";
    String cluster = "cluster_id";
    String campaign = "campaign_id";
    List<Delivery> deliveries = new ArrayList<>();
    ParquetCells.read(
        tables.resolve("message_scores"),
        List.of(MESSAGE_ID, SENDER_ID, RECIPIENT_ID, mass, cluster, campaign),
        row -> {
          Instant at = times.get(new Key(row.text(MESSAGE_ID), row.text(RECIPIENT_ID)));
          deliveries.add(
              new Delivery(
                  row.text(MESSAGE_ID),
                  row.text(SENDER_ID),
                  row.text(RECIPIENT_ID),
                  at,
                  row.flag(mass),
                  row.text(cluster),
                  row.text(campaign)));
        });
    return deliveries;
  }
}
