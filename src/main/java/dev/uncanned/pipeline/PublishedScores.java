package dev.uncanned.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What an output folder says of single deliveries, found by the people's addresses and the time.
 *
 * <p>Each delivery is handed out once. An archive that names people without their addresses makes
 * persons of their names; these are found by the name that another archive gives to the address.
 */
public final class PublishedScores {

  private static final String MESSAGE_ID = "message_id";
  private static final String SENDER_ID = "sender_id";
  private static final String RECIPIENT_ID = "recipient_id";

  /**
   * A delivery and what was found of it; see the table message_scores.
   *
   * @param hard_defects types of the hard defects, sorted, each once
   */
  public record Delivery(
      String message_id,
      String sender_id,
      String recipient_id,
      Instant sent_at,
      Boolean mass_send,
      String cluster_id,
      String campaign_id,
      List<String> hard_defects) {

    public Delivery {
      hard_defects = List.copyOf(hard_defects);
    }
  }

  /** Why no delivery is found for a label. */
  public enum Missing {
    UNKNOWN_SENDER("the sender is nobody in the output"),
    UNKNOWN_RECIPIENT("the recipient is nobody in the output"),
    AMBIGUOUS("no archive gives an address of one of the two, and several labels could be meant"),
    NO_DELIVERY("both are known, but no message between them is in the output"),
    OTHER_MINUTE("there are messages between them, none of them left in that minute"),
    TAKEN("other labels have all deliveries between them in that minute");

    private final String words;

    Missing(String words) {
      this.words = words;
    }

    /** The reason in words. */
    public String words() {
      return words;
    }
  }

  private record Place(String sender, String recipient, Instant minute) {}

  private record Key(String message, String recipient) {}

  private record Pair(String sender, String recipient) {}

  private final PublishedPeople people;
  private final Map<Place, List<Delivery>> deliveries = new HashMap<>();
  private final Map<Place, List<Delivery>> bySender = new HashMap<>();
  private final Map<Place, List<Delivery>> byRecipient = new HashMap<>();
  private final Set<Delivery> taken = new HashSet<>();
  private final Set<Pair> pairs = new HashSet<>();

  PublishedScores(PublishedPeople people, List<Delivery> all) {
    this.people = people;
    for (Delivery each : all) {
      String from = each.sender_id();
      String to = each.recipient_id();
      Instant at = minute(each.sent_at());
      add(deliveries, new Place(from, to, at), each);
      add(bySender, new Place(from, null, at), each);
      add(byRecipient, new Place(null, to, at), each);
      pairs.add(new Pair(from, to));
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
      return new PublishedScores(PublishedPeople.read(folder), deliveries(folder));
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
    return take(people.of(sender), people.of(recipient), sentAt);
  }

  /**
   * Takes the next delivery between the namesakes of two addresses in the minute of a time; null if
   * there is none left.
   *
   * <p>For archives that name people without their addresses: to be asked when every other delivery
   * has been taken.
   */
  public Delivery takeNamed(String sender, String recipient, Instant sentAt) {
    return take(people.namesakes(sender), people.namesakes(recipient), sentAt);
  }

  private Delivery take(List<String> senders, List<String> recipients, Instant sentAt) {
    for (String from : senders) {
      for (String to : recipients) {
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
   * Takes all deliveries left in the minute of a time from or to the one of two addresses whose
   * namesakes the output knows, if there are as many of them as wanted; none otherwise, and none if
   * it knows both or neither.
   *
   * <p>For people whom no archive gives an address: to be asked when every other delivery has been
   * taken. Who of several such people got which delivery is unknown, so that the labels of all
   * should say the same.
   *
   * @param wanted deliveries, at least 1
   */
  public List<Delivery> takeUnnamed(String sender, String recipient, Instant sentAt, int wanted) {
    List<Delivery> left = unnamed(sender, recipient, sentAt);
    if (left.size() != wanted) {
      return List.of();
    }
    taken.addAll(left);
    return left;
  }

  private List<Delivery> unnamed(String sender, String recipient, Instant sentAt) {
    List<String> senders = people.namesakes(sender);
    List<String> recipients = people.namesakes(recipient);
    Instant at = minute(sentAt);
    List<Delivery> left = new ArrayList<>();
    if (recipients.isEmpty()) {
      senders.forEach(from -> left.addAll(left(bySender, new Place(from, null, at))));
    } else if (senders.isEmpty()) {
      recipients.forEach(to -> left.addAll(left(byRecipient, new Place(null, to, at))));
    }
    return left;
  }

  /** Whether an address is somebody's in the output. */
  public boolean knows(String address) {
    return !people.of(address).isEmpty();
  }

  /** Why no delivery is left for a label. */
  public Missing missing(String sender, String recipient, Instant sentAt) {
    List<String> senders = people.namesakes(sender);
    List<String> recipients = people.namesakes(recipient);
    if (!unnamed(sender, recipient, sentAt).isEmpty()) {
      return Missing.AMBIGUOUS;
    }
    if (senders.isEmpty()) {
      return Missing.UNKNOWN_SENDER;
    }
    if (recipients.isEmpty()) {
      return Missing.UNKNOWN_RECIPIENT;
    }
    Missing reason = Missing.NO_DELIVERY;
    for (String from : senders) {
      for (String to : recipients) {
        if (deliveries.containsKey(new Place(from, to, minute(sentAt)))) {
          return Missing.TAKEN;
        }
        if (pairs.contains(new Pair(from, to))) {
          reason = Missing.OTHER_MINUTE;
        }
      }
    }
    return reason;
  }

  private List<Delivery> left(Map<Place, List<Delivery>> index, Place place) {
    return index.getOrDefault(place, List.of()).stream()
        .filter(delivery -> !taken.contains(delivery))
        .toList();
  }

  private static Instant minute(Instant at) {
    return at == null ? null : at.truncatedTo(ChronoUnit.MINUTES);
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
    String defects = "defects";
    List<Delivery> deliveries = new ArrayList<>();
    ParquetCells.read(
        tables.resolve("message_scores"),
        List.of(MESSAGE_ID, SENDER_ID, RECIPIENT_ID, mass, cluster, campaign, defects),
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
                  row.text(campaign),
                  row.listTexts(defects, "type", "severity", "hard")));
        });
    return deliveries;
  }
}
