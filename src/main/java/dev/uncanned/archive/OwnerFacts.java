package dev.uncanned.archive;

import java.io.Serializable;
import java.util.List;

/**
 * What an export tells of its owner beyond name and present position; nothing of it is a merge
 * field that an outsider's list would have.
 *
 * @param headline the line under the name; null if none
 * @param industry as the profile names it; null if none
 * @param location town, region, country as the profile names them; null if none
 * @param companies employers, the present one too, in the order of the file, without doubles
 * @param titles positions held, likewise
 * @param connections display names of the people connected to, sorted, without doubles
 */
public record OwnerFacts(
    String headline,
    String industry,
    String location,
    List<String> companies,
    List<String> titles,
    List<String> connections)
    implements Serializable {

  public OwnerFacts {
    companies = companies == null ? List.of() : List.copyOf(companies);
    titles = titles == null ? List.of() : List.copyOf(titles);
    connections = connections == null ? List.of() : List.copyOf(connections);
  }

  /** Whether nothing is told. */
  public boolean isEmpty() {
    return headline == null
        && industry == null
        && location == null
        && companies.isEmpty()
        && titles.isEmpty()
        && connections.isEmpty();
  }
}
