package dev.uncanned.score;

import java.time.LocalDate;

/**
 * Whether several members of a team wrote to one target.
 *
 * @param week Monday of the ISO week of the contacts, UTC; null: the whole period
 * @param person_n 1 for a person, 0 for a company
 * @param person_overlap_n 1 for a person to whom two members and more wrote
 * @param person_template_n 1 for a person to whom two members and more wrote the same template
 */
public record TargetOverlap(
    String team_id,
    LocalDate week,
    int person_n,
    int person_overlap_n,
    int person_template_n,
    int company_n,
    int company_overlap_n,
    int company_template_n) {

  static TargetOverlap of(
      TargetContact contact, LocalDate week, boolean overlap, boolean template) {
    int person = contact.company() ? 0 : 1;
    int company = 1 - person;
    return new TargetOverlap(
        contact.team_id(),
        week,
        person,
        overlap ? person : 0,
        template ? person : 0,
        company,
        overlap ? company : 0,
        template ? company : 0);
  }
}
