package dev.uncanned.cluster;

import java.util.Locale;

/**
 * What became of a cluster from one look at the clusters to the next.
 *
 * @param from_id the cluster at the first look; null where a new one emerged
 * @param to_id the cluster at the second look; null where the former one ended
 * @param overlap_share texts of the former cluster that are in the later one / texts of the former
 *     cluster, above 0 to 1; null where one of the two is
 */
public record Transition(String from_id, String to_id, Kind kind, Double overlap_share) {

  /** The transitions of MONIC that leave a cluster a name. */
  public enum Kind {
    /** The later cluster holds most of the former one, and no older one had more of it. */
    SURVIVE,
    /** The former cluster went to several later ones. */
    SPLIT,
    /** The former cluster became part of a later one that carries on another. */
    ABSORB,
    /** The later cluster carries on no former one. */
    EMERGE,
    /** No later cluster holds enough of the former one. */
    END;

    /** The word in published tables, such as {@code survive}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
