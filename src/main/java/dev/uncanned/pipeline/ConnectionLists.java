package dev.uncanned.pipeline;

import dev.uncanned.archive.Parsed;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * The lists of connections that the state keeps of the owners of archives: names alone, most of
 * people who are in no message and so in no table.
 */
final class ConnectionLists {

  private static final String FACTS = "facts";
  private static final String CONNECTIONS = "connections";

  private final List<Path> files;

  private ConnectionLists(List<Path> files) {
    this.files = files;
  }

  /** Those that a generation hands on to the next run. */
  static ConnectionLists of(Store store, Manifest manifest) {
    return new ConnectionLists(store.state(manifest, RunMemory.ARCHIVE));
  }

  /**
   * How many of them name one of some people.
   *
   * @param names as {@link PeopleDirectory#folded} gives them
   */
  long naming(Set<String> names) throws IOException {
    long[] lists = new long[1];
    for (Path file : files) {
      ParquetCells.readPart(
          file,
          List.of(Parsed.OWNER),
          row -> {
            List<String> connections = row.listWithin(Parsed.OWNER, FACTS, CONNECTIONS);
            boolean any =
                connections.stream().map(PeopleDirectory::folded).anyMatch(names::contains);
            lists[0] += any ? 1 : 0;
          });
    }
    return lists[0];
  }
}
