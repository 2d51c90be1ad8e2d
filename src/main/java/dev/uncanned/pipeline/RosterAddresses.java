package dev.uncanned.pipeline;

import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.message.RosterEntry;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whose the addresses of a roster are; each is one person's, of one team.
 *
 * <p>Complaints name records by number, never what stands in them.
 */
final class RosterAddresses {

  private final Path file;
  private final Map<String, Holder> holders = new HashMap<>();

  /** Who has an address, and which record says so; the team may be null. */
  private record Holder(int record, String name, String team) {}

  RosterAddresses(Path file) {
    this.file = file;
  }

  /**
   * Takes in a record.
   *
   * @param record its number, the first line of the file being 1
   * @throws UserException if it has no address, or contradicts an earlier one
   */
  void add(int record, RosterEntry entry) {
    if (entry.email() == null && entry.profile_url() == null) {
      throw new UserException(
          ExitCode.DATA,
          file
              + ": record "
              + record
              + " of the roster has neither email nor profile_url; without one no message can be"
              + " told to be this person's");
    }
    Stream.of(entry.email(), entry.profile_url())
        .filter(address -> address != null)
        .forEach(address -> add(record, PeopleDirectory.folded(address), entry));
  }

  private void add(int record, String address, RosterEntry entry) {
    Holder now = new Holder(record, PeopleDirectory.folded(entry.sender()), entry.team());
    Holder before = holders.putIfAbsent(address, now);
    if (before == null) {
      return;
    }
    if (!before.name().equals(now.name())) {
      throw contradiction(before, now, "people");
    }
    if (before.team() == null) {
      holders.put(address, now);
    } else if (now.team() != null && !now.team().equals(before.team())) {
      throw contradiction(before, now, "teams");
    }
  }

  private UserException contradiction(Holder before, Holder now, String what) {
    return new UserException(
        ExitCode.DATA,
        file
            + ": records "
            + before.record()
            + " and "
            + now.record()
            + " of the roster give the same address to two "
            + what
            + "; correct or remove one of them");
  }
}
