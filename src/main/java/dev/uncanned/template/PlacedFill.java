package dev.uncanned.template;

/**
 * A fill that may be a name.
 *
 * @param text a message that has it; null until one is found
 */
public record PlacedFill(String cluster_id, FillPlace place, FillText text) {

  public static final String PLACE = "place";

  /** A place whose message is not known yet. */
  static PlacedFill open(String cluster, FillPlace place) {
    return new PlacedFill(cluster, place, null);
  }

  /** The same with its message. */
  PlacedFill with(FillText message) {
    return new PlacedFill(cluster_id, place, message);
  }
}
