package dev.uncanned.mart;

import dev.uncanned.table.Doc;
import dev.uncanned.table.Table;

/** Who stands behind a pseudonym. */
@Table(
    name = "people",
    grain = "person × name or address",
    restricted = true,
    sortedBy = {"person_id", "name", "address"})
@Doc("Who stands behind a pseudonym; restricted.")
public record PersonRow(
    @Doc("Pseudonym, as in the other tables.") String person_id,
    @Doc("Display name; null if unknown.") String name,
    @Doc("Profile URL or e-mail address; null if unknown.") String address,
    @Doc("Team; null off the roster.") String team_id,
    @Doc("Why this name or address is taken for the person: roster, owner or message.")
        String reason,
    @Doc("Run that wrote the row.") String run_id,
    @Doc("Version of the metric definitions.") String metric_version,
    @Doc("Which key made the pseudonyms; never the key.") String key_id) {

  static final String TEAM_ID = "team_id";
  public static final String REASON = "reason";
}
