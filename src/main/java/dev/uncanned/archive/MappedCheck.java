package dev.uncanned.archive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells whether a field of a row has one of some values, compared without case. */
final class MappedCheck {

  private final MappedField field;
  private final Set<String> values = new HashSet<>();
  private final List<String> beginnings = new ArrayList<>();

  /**
   * @param values one that ends with an asterisk stands for all that begin so
   */
  MappedCheck(MappedField field, List<String> values) {
    this.field = field;
    for (String value : values) {
      String lower = value.toLowerCase(Locale.ROOT);
      if (lower.endsWith("*")) {
        beginnings.add(lower.substring(0, lower.length() - 1).strip());
      } else {
        this.values.add(lower.strip());
      }
    }
  }

  /** Whether the field has no value. */
  boolean isBlank(MappedRow row) {
    return field.of(row).isEmpty();
  }

  boolean fits(MappedRow row) {
    if (values.isEmpty() && beginnings.isEmpty()) {
      return false;
    }
    String value = field.of(row).toLowerCase(Locale.ROOT);
    return values.contains(value) || beginnings.stream().anyMatch(value::startsWith);
  }
}
