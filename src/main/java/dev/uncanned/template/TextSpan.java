package dev.uncanned.template;

/**
 * Some characters of a text.
 *
 * @param start first character, an offset of Java characters
 * @param end character behind the last
 */
public record TextSpan(int start, int end) {}
