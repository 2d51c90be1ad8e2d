package dev.uncanned.pipeline;

import dev.uncanned.mart.PersonRow;
import dev.uncanned.message.KnownAs;
import dev.uncanned.message.RosterEntry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/**
 * The names under which the team appears in the report, by pseudonym.
 *
 * <p>Somebody with several names on the roster has the one that comes first in the alphabet.
 */
final class RosterNames {

  private RosterNames() {}

  /** Those on the roster of the run that wrote the tables; none where pseudonyms are asked for. */
  static Map<String, String> shown(ReportConfig.Names asked, PublishedTables tables) {
    Map<String, String> names = new TreeMap<>();
    if (asked == ReportConfig.Names.ROSTER) {
      Dataset<PersonRow> people = tables.read(PersonRow.class);
      for (PersonRow row :
          people.where(functions.col(PersonRow.REASON).equalTo(KnownAs.ROSTER)).collectAsList()) {
        add(names, row.person_id(), row.name());
      }
    }
    return names;
  }

  /**
   * Those on another roster, whose people are found by their addresses.
   *
   * @param people of the run that wrote the tables
   */
  static Map<String, String> of(List<RosterEntry> roster, PublishedPeople people) {
    Map<String, String> names = new TreeMap<>();
    for (RosterEntry entry : roster) {
      Stream.of(entry.profile_url(), entry.email())
          .filter(address -> address != null && !address.isBlank())
          .flatMap(address -> people.of(address.strip()).stream())
          .forEach(person -> add(names, person, entry.sender().strip()));
    }
    return names;
  }

  private static void add(Map<String, String> names, String person, String name) {
    names.merge(person, name, (a, b) -> a.compareTo(b) <= 0 ? a : b);
  }
}
