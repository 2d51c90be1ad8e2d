package dev.uncanned.score;

import java.io.Serializable;
import java.util.List;

/**
 * What a team offers to whom; empty by default, and then nothing is said of audiences.
 *
 * @param offers the first that a message carries counts
 */
public record OfferConfig(List<Offer> offers) implements Serializable {

  /** No offers. */
  public static final OfferConfig NONE = new OfferConfig(List.of());

  public OfferConfig {
    offers = offers == null ? List.of() : List.copyOf(offers);
  }
}
