package dev.uncanned.mart;

import java.util.Locale;

/** The spelling of enum values in published tables: lower case. */
public final class Label {

  private Label() {}

  /** The value in lower case, null for null. */
  public static String of(Enum<?> value) {
    return value == null ? null : value.name().toLowerCase(Locale.ROOT);
  }
}
