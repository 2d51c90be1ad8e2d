package dev.uncanned.mart;

import java.util.Locale;

/** The spelling of enum values in published tables: lower case. */
final class Label {

  private Label() {}

  /** The value in lower case, null for null. */
  static String of(Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }
}
