package dev.uncanned.score;

/**
 * One place in a text that shows something of its recipient.
 *
 * @param start first character in the cleaned text, from 0
 * @param end character behind the last
 * @param verified whether the archives say that it is true of this recipient
 */
public record Evidence(Reference type, int start, int end, boolean verified) {

  static Evidence of(Reference type, int start, int end) {
    return new Evidence(type, start, end, type.verified());
  }
}
