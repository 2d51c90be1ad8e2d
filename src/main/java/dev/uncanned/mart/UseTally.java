package dev.uncanned.mart;

import dev.uncanned.archive.Direction;
import java.time.Instant;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Counts the use of one template or campaign. */
final class UseTally {

  private static final int SINGLE = 1;

  private UseTally() {}

  /** The use of what the facts have in common; nothing where it is a single message. */
  static Iterator<TemplateUse> of(String id, Iterator<UseFact> facts) {
    Set<String> messages = new HashSet<>();
    Set<String> outbound = new HashSet<>();
    Set<String> templates = new HashSet<>();
    Set<String> recipients = new HashSet<>();
    Set<String> senders = new HashSet<>();
    Instant first = null;
    Instant last = null;
    int replies = 0;
    int eligible = 0;
    while (facts.hasNext()) {
      UseFact fact = facts.next();
      messages.add(fact.message_id());
      if (fact.direction() == Direction.OUTBOUND) {
        outbound.add(fact.message_id());
      }
      templates.add(fact.cluster_id());
      senders.add(fact.sender_id());
      if (fact.recipient_id() != null) {
        recipients.add(fact.recipient_id());
      }
      Instant at = fact.sent_at();
      if (at != null) {
        first = first == null || at.isBefore(first) ? at : first;
        last = last == null || at.isAfter(last) ? at : last;
      }
      if (fact.isFirstMessage() && fact.replied() != null) {
        eligible++;
        replies += fact.replied() ? 1 : 0;
      }
    }
    if (messages.size() == SINGLE) {
      return List.<TemplateUse>of().iterator();
    }
    return List.of(
            new TemplateUse(
                id,
                messages.size(),
                outbound.size(),
                templates.size(),
                recipients.size(),
                senders.size(),
                first,
                last,
                replies,
                eligible))
        .iterator();
  }
}
