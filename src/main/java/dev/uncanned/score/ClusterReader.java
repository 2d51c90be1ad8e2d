package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import java.time.Instant;
import java.util.List;

/**
 * One recipient of a template, to see whose name stands in another's message.
 *
 * @param first given name, folded; null if unknown
 * @param org company without its legal form, folded; null if unknown
 * @param latin whether all names have Latin spellings
 */
public record ClusterReader(
    String cluster_id,
    String message_id,
    String sender_id,
    String recipient_id,
    Instant sent_at,
    String first,
    String org,
    boolean latin) {

  public static final String CLUSTER_ID = "cluster_id";

  /** The only recipient of a message; nothing for messages to several. */
  static List<ClusterReader> of(ReaderText message) {
    if (message.recipient_ids().size() != 1 || message.recipients().size() != 1) {
      return List.of();
    }
    Contact contact = message.recipients().get(0);
    return List.of(
        new ClusterReader(
            message.cluster_id(),
            message.message_id(),
            message.sender_id(),
            message.recipient_ids().get(0),
            message.sent_at(),
            contact == null ? null : first(contact),
            contact == null ? null : org(contact.company()),
            contact == null || NameMatch.namesOf(contact).stream().allMatch(NameMatch::isLatin)));
  }

  private static String first(Contact contact) {
    if (contact.first_name() != null) {
      return folded(contact.first_name());
    }
    List<String> names = NameMatch.namesOf(contact);
    return names.isEmpty() ? null : names.get(0);
  }

  private static String org(String company) {
    return company == null ? null : folded(Companies.withoutLegalForm(company));
  }

  private static String folded(String field) {
    String folded = field == null ? "" : NameMatch.fold(field);
    return folded.isEmpty() ? null : folded;
  }
}
