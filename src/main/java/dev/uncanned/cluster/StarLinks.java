package dev.uncanned.cluster;

import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Turns links into stars around the oldest text of each component: the large-star and small-star
 * operations of Kiveris, Lattanzi, Mirrokni, Rastogi and Vassilvitskii, "Connected Components in
 * MapReduce and Beyond" (SoCC 2014).
 *
 * <p>Both read links that are sorted by text and then by the other text, so that the first link of
 * a text leads to the oldest of its neighbours; both hold two keys at a time and skip doubles. Done
 * in turn they connect the same texts as before and come to rest when each text is linked to the
 * oldest of its component and to nothing else, after a number of rounds that grows with the square
 * of the logarithm at most.
 */
final class StarLinks {

  private final boolean large;
  private TextKey text;
  private TextKey oldest;
  private TextLink before;

  private StarLinks(boolean large) {
    this.large = large;
  }

  /**
   * Links every younger neighbour of a text to the oldest of its neighbours and itself.
   *
   * @param sorted each link in both directions
   */
  static Iterator<TextLink> large(Iterator<TextLink> sorted) {
    return new Streamed<>(sorted, new StarLinks(true)::take);
  }

  /**
   * Links a text and its older neighbours to the oldest of them.
   *
   * @param sorted each link from the younger text to the older
   */
  static Iterator<TextLink> small(Iterator<TextLink> sorted) {
    return new Streamed<>(sorted, new StarLinks(false)::take);
  }

  private void take(TextLink link, Consumer<TextLink> out) {
    if (link.equals(before)) {
      return;
    }
    before = link;
    TextKey other = link.other();
    if (!link.text().equals(text)) {
      text = link.text();
      oldest = large && text.compareTo(other) < 0 ? text : other;
      if (!large) {
        out.accept(link);
      }
    }
    boolean moves = large ? other.compareTo(text) > 0 : !other.equals(oldest);
    if (moves) {
      out.accept(TextLink.of(other, oldest));
    }
  }
}
