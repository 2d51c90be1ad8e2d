package dev.uncanned.score;

import java.io.Serializable;
import java.util.List;

/**
 * Something that a team offers, and whom it is meant for.
 *
 * <p>A message carries the offer if it links to one of the domains or to a part of one, or if it
 * belongs to one of the templates. There is no list of industries: no archive tells that of a
 * recipient.
 *
 * @param name to tell offers apart
 * @param link_domains such as {@code example.com}, which stands for its subdomains as well
 * @param template_ids ids of templates, or the names that a sales tool gives them
 * @param title_families whom it is meant for; empty: everybody but the excluded
 * @param exclude_titles phrases; a recipient with one of them in the title is none of the audience
 */
public record Offer(
    String name,
    List<String> link_domains,
    List<String> template_ids,
    List<TitleFamily> title_families,
    List<String> exclude_titles)
    implements Serializable {

  /** Checks that a message can carry the offer. */
  public Offer {
    link_domains = link_domains == null ? List.of() : List.copyOf(link_domains);
    template_ids = template_ids == null ? List.of() : List.copyOf(template_ids);
    title_families = title_families == null ? List.of() : List.copyOf(title_families);
    exclude_titles = exclude_titles == null ? List.of() : List.copyOf(exclude_titles);
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("offers: an offer has no name");
    }
    if (link_domains.isEmpty() && template_ids.isEmpty()) {
      throw new IllegalArgumentException(
          "offers: " + name + " has neither link_domains nor template_ids");
    }
  }
}
