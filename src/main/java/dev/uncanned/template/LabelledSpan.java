package dev.uncanned.template;

/**
 * Some characters of a text and where they come from.
 *
 * @param start first character, an offset of Java characters
 * @param end character behind the last
 */
public record LabelledSpan(WordLabel label, int start, int end) {}
