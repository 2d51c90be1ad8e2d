package dev.uncanned.archive;

import java.io.Serializable;
import java.util.List;

/**
 * How archives are read where there is a choice: tables whose columns a mapping names, ZIPs that
 * are cut off.
 *
 * @param mappings the user's own mappings, which win over the ones that come with the program; may
 *     be empty, no two of one name
 * @param salvage whether a ZIP that is cut off is read up to the cut; it is rejected all the same
 */
public record ArchiveConfig(List<Mapping> mappings, boolean salvage) implements Serializable {

  /**
   * Checks that names are unique.
   *
   * @throws IllegalArgumentException naming the key, its value and what is allowed
   */
  public ArchiveConfig {
    mappings = mappings == null ? List.of() : List.copyOf(mappings);
    long names = mappings.stream().map(Mapping::name).distinct().count();
    if (names < mappings.size()) {
      throw new IllegalArgumentException(
          "mappings has two of one name, but each must have its own: "
              + mappings.stream().map(Mapping::name).toList());
    }
  }

  /** No mappings but the ones that come with the program. */
  public static ArchiveConfig defaults() {
    return new ArchiveConfig(List.of(), false);
  }
}
