package dev.uncanned.cluster;

/** A link with the shingles of its first text, on the way to those of the other. */
public record HalfLink(TextLink link, int[] shingles) {

  static final String LINK = "link";
}
