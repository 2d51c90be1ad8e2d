package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.text.Masker;
import dev.uncanned.text.TokenPlaces;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Judges messages with the record of another recipient of the same template: whatever is verified
 * then is verified by chance.
 *
 * <p>The messages are put in an order that the seed decides, and each gets the record of the next
 * one that went to somebody else. The record is contact and profile; earlier messages are not
 * exchanged. A reference that is true of both, such as the same town, counts as false.
 *
 * <p>Not thread-safe.
 */
public final class Permutation implements Serializable {

  private static final long serialVersionUID = 1L;

  private final KnownPeople people;
  private final Personalisation personalisation;
  private final long seed;
  private transient Masker masker;

  /**
   * A permutation of recipients.
   *
   * @param people what the archives tell of their owners
   * @param seed decides who gets whose record
   */
  public Permutation(KnownPeople people, long seed) {
    this.people = people;
    this.personalisation = new Personalisation(people);
    this.seed = seed;
  }

  /** The outcome for the messages of one template, which may come in any order. */
  public Permuted of(String cluster, Iterator<PermutationText> messages) {
    List<PermutationText> order = new ArrayList<>();
    messages.forEachRemaining(
        message -> {
          if (message.single() && hasProfile(message)) {
            order.add(message);
          }
        });
    order.sort(Comparator.comparingLong(this::rank).thenComparing(PermutationText::message_id));
    long tried = 0;
    long verified = 0;
    long falsely = 0;
    for (int i = 0; i < order.size(); i++) {
      PermutationText message = order.get(i);
      PermutationText donor = donor(order, i);
      if (donor != null) {
        tried++;
        verified += isVerified(message, message) ? 1 : 0;
        falsely += isVerified(message, donor) ? 1 : 0;
      }
    }
    return new Permuted(cluster, tried, verified, falsely);
  }

  private boolean hasProfile(PermutationText message) {
    return people
        .facts(message.sender_id(), message.recipientId(), message.recipient())
        .hasProfile();
  }

  private long rank(PermutationText message) {
    String id = message.message_id();
    return PhraseHash.mix(seed ^ PhraseHash.of(id, 0, id.length()));
  }

  private static PermutationText donor(List<PermutationText> order, int i) {
    for (int step = 1; step < order.size(); step++) {
      PermutationText candidate = order.get((i + step) % order.size());
      if (!candidate.recipientId().equals(order.get(i).recipientId())) {
        return candidate;
      }
    }
    return null;
  }

  private boolean isVerified(PermutationText message, PermutationText donor) {
    List<Integer> spans = message.spans();
    if (donor != message) {
      if (masker == null) {
        masker = new Masker();
      }
      spans = moved(message, donor.recipient());
    }
    PersonalText text = message.to(donor.recipientId(), donor.recipient(), spans);
    return personalisation.lines(text).stream()
        .flatMap(line -> line.evidence().stream())
        .anyMatch(Evidence::verified);
  }

  /** The customised words under the token numbers that they have once somebody else is masked. */
  private List<Integer> moved(PermutationText message, Contact other) {
    TokenPlaces before =
        masker.places(message.text(), message.sender(), List.of(message.recipient()));
    boolean[] customised = Sentences.customised(before.count(), message.spans());
    TokenPlaces after = masker.places(message.text(), message.sender(), List.of(other));
    List<Integer> moved = new ArrayList<>();
    int old = 0;
    for (int i = 0; i < after.count(); i++) {
      while (old + 1 < before.count() && before.end(old) <= after.start(i)) {
        old++;
      }
      boolean own = old < before.count() && customised[old] && before.start(old) < after.end(i);
      boolean follows = !moved.isEmpty() && moved.get(moved.size() - 1) == i;
      if (own && follows) {
        moved.set(moved.size() - 1, i + 1);
      } else if (own) {
        moved.add(i);
        moved.add(i + 1);
      }
    }
    return moved;
  }
}
