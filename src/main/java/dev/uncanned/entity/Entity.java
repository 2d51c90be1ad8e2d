package dev.uncanned.entity;

/**
 * A name in a text.
 *
 * @param start first character, an offset of Java characters
 * @param end character behind the last
 */
public record Entity(EntityKind kind, int start, int end) {}
