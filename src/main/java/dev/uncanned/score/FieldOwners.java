package dev.uncanned.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells whose name or company a word is among the recipients of one template, and how far from a
 * message that owner stands in the order in which its sender sent.
 *
 * <p>An answer takes the same time however many recipients share a name.
 */
final class FieldOwners {

  private static final int MOST_SHIFT = 3;

  private record Field(boolean org, String value) {}

  /** One recipient who has the field, and whether there are others. */
  private record Owner(String recipient, boolean several) {}

  private final List<ClusterReader> sent;
  private final Map<Field, Owner> owners = new HashMap<>();
  private final Map<String, List<ClusterReader>> bySender = new HashMap<>();

  /** Place of each message among those of its sender. */
  private final int[] places;

  /**
   * The owners among recipients.
   *
   * @param sent the messages of one template in the order of sending
   */
  FieldOwners(List<ClusterReader> sent) {
    this.sent = sent;
    this.places = new int[sent.size()];
    for (int i = 0; i < places.length; i++) {
      ClusterReader reader = sent.get(i);
      List<ClusterReader> ofSender =
          bySender.computeIfAbsent(sender(reader), unseen -> new ArrayList<>());
      places[i] = ofSender.size();
      ofSender.add(reader);
      own(new Field(false, reader.first()), reader);
      own(new Field(true, reader.org()), reader);
    }
  }

  private void own(Field field, ClusterReader reader) {
    if (field.value() == null) {
      return;
    }
    Owner known = owners.get(field);
    if (known == null) {
      owners.put(field, new Owner(reader.recipient_id(), false));
    } else if (!known.several() && !known.recipient().equals(reader.recipient_id())) {
      owners.put(field, new Owner(known.recipient(), true));
    }
  }

  private static String sender(ClusterReader reader) {
    return String.valueOf(reader.sender_id());
  }

  /** Whether somebody else who got the template has that name or company. */
  boolean isAnothers(ForeignFill fill, ClusterReader self) {
    Owner owner = owners.get(new Field(fill.org(), fill.value()));
    return owner != null && (owner.several() || !owner.recipient().equals(self.recipient_id()));
  }

  /**
   * Places from a message to the nearest one of its sender to somebody else who has the name or
   * company: below zero if that one was sent before, and wins where both are as near; 0 if none is
   * within {@value #MOST_SHIFT} places.
   *
   * @param at place of the message in the order of sending
   */
  int shift(ForeignFill fill, int at) {
    ClusterReader self = sent.get(at);
    List<ClusterReader> ofSender = bySender.get(sender(self));
    for (int distance = 1; distance <= MOST_SHIFT; distance++) {
      for (int shift = -distance; shift <= distance; shift += 2 * distance) {
        int place = places[at] + shift;
        boolean there = place >= 0 && place < ofSender.size();
        if (there && isOwner(ofSender.get(place), fill, self)) {
          return shift;
        }
      }
    }
    return 0;
  }

  private static boolean isOwner(ClusterReader other, ForeignFill fill, ClusterReader self) {
    String value = fill.org() ? other.org() : other.first();
    return fill.value().equals(value) && !other.recipient_id().equals(self.recipient_id());
  }
}
