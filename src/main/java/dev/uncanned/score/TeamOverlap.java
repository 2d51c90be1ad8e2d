package dev.uncanned.score;

import java.time.LocalDate;

/**
 * How many people and companies several members of a team wrote to within 30 days, unprompted.
 * Counts only; the shares are their quotients.
 *
 * @param week Monday of the ISO week of the first messages, UTC; null: the whole period
 * @param person_n people whom members of the team wrote to unprompted
 * @param person_overlap_n those to whom two members and more wrote within 30 days
 * @param person_template_n those to whom two members and more sent the same template within 30 days
 * @param company_n companies of these people, where they are known
 * @param company_overlap_n those where two members and more wrote to somebody within 30 days
 * @param company_template_n those where they sent the same template
 */
public record TeamOverlap(
    String team_id,
    LocalDate week,
    long person_n,
    long person_overlap_n,
    long person_template_n,
    long company_n,
    long company_overlap_n,
    long company_template_n) {

  public static final String TEAM_ID = "team_id";
  public static final String WEEK = "week";
  public static final String PERSON_N = "person_n";
  public static final String PERSON_OVERLAP_N = "person_overlap_n";
  public static final String PERSON_TEMPLATE_N = "person_template_n";
  public static final String COMPANY_N = "company_n";
  public static final String COMPANY_OVERLAP_N = "company_overlap_n";
  public static final String COMPANY_TEMPLATE_N = "company_template_n";
}
