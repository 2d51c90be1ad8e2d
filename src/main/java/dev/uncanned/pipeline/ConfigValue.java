package dev.uncanned.pipeline;

/**
 * One value of the configuration in force, and who has set it.
 *
 * @param key with a dot between its parts
 * @param value as JSON
 * @param origin {@code default}, the user's file, or the variable of the environment
 */
public record ConfigValue(String key, String value, String origin) {

  /** The origin of what nobody has set. */
  public static final String DEFAULT = "default";
}
