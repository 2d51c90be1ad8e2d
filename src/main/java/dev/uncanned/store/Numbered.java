package dev.uncanned.store;

import java.nio.file.Path;

/** Names that begin with the number of a generation, so that they sort by it. */
final class Numbered {

  private static final int DIGITS = 12;

  private Numbered() {}

  /** The number with leading zeros, 12 digits. */
  static String name(long number) {
    String digits = Long.toString(number);
    return "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }

  /** The number that a name begins with, if more follows; 0 if there is none. */
  static long of(Path path) {
    String name = path.getFileName().toString();
    boolean numbered =
        name.length() > DIGITS && name.chars().limit(DIGITS).allMatch(c -> c >= '0' && c <= '9');
    return numbered ? Long.parseLong(name.substring(0, DIGITS)) : 0;
  }
}
