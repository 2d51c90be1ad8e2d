package dev.uncanned.entity;

import java.io.Serializable;

/**
 * Whether and how much text is searched for names.
 *
 * @param enabled false leaves slots that hold names untyped, and the model unloaded
 * @param fills at most so many different fills of a slot are looked at, 3 to 1000; the work grows
 *     with it
 */
public record EntityConfig(boolean enabled, int fills) implements Serializable {

  private static final int FEWEST = 3;
  private static final int MOST = 1000;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the key, its value and its range
   */
  public EntityConfig {
    if (fills < FEWEST || fills > MOST) {
      throw new IllegalArgumentException("fills is " + fills + ", but must be 3 to 1000");
    }
  }

  /** Names are looked for, in 20 fills of a slot. */
  public static EntityConfig defaults() {
    return new EntityConfig(true, 20);
  }
}
