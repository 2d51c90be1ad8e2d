package dev.uncanned.mart;

import dev.uncanned.score.LinkedSend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Groups the linking messages of one sender by domain, call to action and burst.
 *
 * <p>Reworded copies share no words that a comparison could hold on to, but they lead to the same
 * place, ask for the same and go out together. That is a hint and no proof: two honest campaigns
 * for one product look alike.
 */
final class Rewordings {

  /** Over a weekend a burst goes on. */
  private static final Duration LONGEST_GAP = Duration.ofDays(3);

  /** As many as make a mass send; fewer could point at one of them. */
  private static final int LEAST_RECIPIENTS = 5;

  private static final int LEAST_ALONE = 5;

  private static final Comparator<LinkedSend> IN_TIME =
      Comparator.comparing(LinkedSend::sent_at).thenComparing(LinkedSend::message_id);

  private Rewordings() {}

  /** The hints of one sender, from dated messages with a call to action in any order. */
  static Iterator<RewordingEvidenceRow> of(Iterator<LinkedSend> sends, RunStamp stamp) {
    Map<String, Map<String, List<LinkedSend>>> groups = new TreeMap<>();
    while (sends.hasNext()) {
      LinkedSend send = sends.next();
      for (String domain : send.link_domains()) {
        groups
            .computeIfAbsent(domain, unseen -> new TreeMap<>())
            .computeIfAbsent(send.call_to_action(), unseen -> new ArrayList<>())
            .add(send);
      }
    }
    List<RewordingEvidenceRow> rows = new ArrayList<>();
    groups.forEach(
        (domain, byAction) ->
            byAction.forEach((action, group) -> addBursts(domain, group, stamp, rows)));
    return rows.iterator();
  }

  private static void addBursts(
      String domain, List<LinkedSend> group, RunStamp stamp, List<RewordingEvidenceRow> rows) {
    group.sort(IN_TIME);
    int start = 0;
    for (int i = 1; i <= group.size(); i++) {
      if (i == group.size() || isLater(group.get(i - 1).sent_at(), group.get(i).sent_at())) {
        RewordingEvidenceRow row = row(domain, group.subList(start, i), stamp);
        if (row.recipients_n() >= LEAST_RECIPIENTS && isOfSeveralTexts(row)) {
          rows.add(row);
        }
        start = i;
      }
    }
  }

  private static boolean isLater(Instant one, Instant next) {
    return Duration.between(one, next).compareTo(LONGEST_GAP) > 0;
  }

  /** One message by hand beside a campaign says nothing of how the campaign was written. */
  private static boolean isOfSeveralTexts(RewordingEvidenceRow row) {
    int campaigns = row.campaign_ids().size();
    return campaigns > 1 || row.alone_n() >= (campaigns == 1 ? LEAST_ALONE : 2);
  }

  private static RewordingEvidenceRow row(String domain, List<LinkedSend> burst, RunStamp stamp) {
    Set<String> recipients = new HashSet<>();
    Set<String> campaigns = new TreeSet<>();
    Map<String, Integer> templates = new TreeMap<>();
    int alone = 0;
    for (LinkedSend send : burst) {
      if (send.recipient_ids() != null) {
        recipients.addAll(send.recipient_ids());
      }
      templates.merge(send.cluster_id(), 1, Integer::sum);
      if (send.campaign_id() == null) {
        alone++;
      } else {
        campaigns.add(send.campaign_id());
      }
    }
    int templatesN = templates.size();
    templates.values().removeIf(messages -> messages < 2);
    LinkedSend first = burst.get(0);
    return new RewordingEvidenceRow(
        first.sender_id(),
        domain,
        first.call_to_action(),
        first.sent_at(),
        burst.get(burst.size() - 1).sent_at(),
        burst.size(),
        recipients.size(),
        templatesN,
        alone,
        List.copyOf(campaigns),
        List.copyOf(templates.keySet()),
        stamp.run_id(),
        stamp.metric_version(),
        stamp.key_id());
  }
}
