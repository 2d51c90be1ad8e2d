package dev.uncanned.store;

import java.nio.file.Path;
import java.util.List;

/**
 * What a collection removes, or would remove.
 *
 * @param generations numbers whose manifests go
 * @param folders run folders, segments of the state and working folders that nothing names any more
 * @param bytes of the files in them
 */
public record Garbage(List<Long> generations, List<Path> folders, long bytes) {

  public Garbage {
    generations = List.copyOf(generations);
    folders = List.copyOf(folders);
  }
}
