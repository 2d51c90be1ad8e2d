package dev.uncanned.cluster;

/**
 * A text with the size of its component.
 *
 * @param younger_n number of texts of the component beside its oldest
 */
public record SizedText(ComponentText text, long younger_n) {

  boolean isSmall() {
    return younger_n + 1 < AnchorEdges.SMALL;
  }
}
