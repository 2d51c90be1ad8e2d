package dev.uncanned.evaluation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What a run found against labels.
 *
 * @param labels_n labels given
 * @param matched_n labels whose delivery is in the output
 * @param unmatched the others, by reason, in the order of the checks
 * @param kinds by kind, in the order of their names
 * @param campaigns agreement of the campaigns over messages, each sender by itself, as several may
 *     share one; a message that has none is a campaign of its own, in the labels and in what was
 *     found; messages of kinds that are not scored are left out
 * @param campaigns_across_senders the same over all senders, against the labelled templates: a text
 *     that several senders use is one campaign. Left out as with templates
 * @param templates_of_senders the same of the templates, each sender by itself: two messages belong
 *     together if they have template and sender in common, in the labels and in what was found.
 *     Messages of a campaign without a labelled template, such as spintax, are left out, for they
 *     are no near-duplicates by what they are
 * @param templates the same over all senders: a text that several senders use is one template
 * @param defects by type of defect, all types together at the end; empty if the labels tell none
 * @param confusion labelled campaigns, in the order of their names
 * @param contingency messages by found campaign and label, each sender by itself, without those
 *     that have neither
 */
public record Evaluation(
    long labels_n,
    long matched_n,
    List<UnmatchedLabels> unmatched,
    MassScore mass_sends,
    List<KindScore> kinds,
    Agreement campaigns,
    Agreement campaigns_across_senders,
    Agreement templates_of_senders,
    Agreement templates,
    List<DefectScore> defects,
    List<CampaignConfusion> confusion,
    List<ContingencyCell> contingency) {

  public Evaluation {
    unmatched = List.copyOf(unmatched);
    kinds = List.copyOf(kinds);
    defects = List.copyOf(defects);
    confusion = List.copyOf(confusion);
    contingency = List.copyOf(contingency);
  }

  /**
   * Judges what was found.
   *
   * @param unmatched labels without a delivery
   * @param judged the matched ones
   */
  public static Evaluation of(List<UnmatchedLabels> unmatched, List<Judged> judged) {
    List<Judged> messages = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Judged row : judged) {
      if (row.truth().mass_send() != null && seen.add(row.message_id())) {
        messages.add(row);
      }
    }
    List<String> truths = messages.stream().map(row -> row.sender_id() + " " + label(row)).toList();
    List<String> campaigns =
        messages.stream()
            .map(row -> row.sender_id() + " " + orOwn(row.campaign_id(), row))
            .toList();
    long missing = unmatched.stream().mapToLong(UnmatchedLabels::labels_n).sum();
    return new Evaluation(
        missing + judged.size(),
        judged.size(),
        unmatched,
        mass(judged),
        kinds(judged),
        Agreement.of(truths, campaigns),
        byTemplate(messages, Judged::campaign_id, row -> ""),
        templates(messages, true),
        templates(messages, false),
        DefectScore.of(judged),
        confusion(messages),
        ContingencyCell.of(messages));
  }

  private static String label(Judged row) {
    String campaign = row.truth().campaign();
    return campaign.isEmpty() ? "message " + row.message_id() : "campaign " + campaign;
  }

  private static Agreement templates(List<Judged> messages, boolean ofSenders) {
    return byTemplate(messages, Judged::cluster_id, row -> ofSenders ? row.sender_id() + " " : "");
  }

  private static Agreement byTemplate(
      List<Judged> messages, Function<Judged, String> group, Function<Judged, String> part) {
    List<String> truths = new ArrayList<>();
    List<String> founds = new ArrayList<>();
    for (Judged row : messages) {
      String template = row.truth().template();
      boolean own = row.truth().campaign().isEmpty();
      if (template != null && (own || !template.isEmpty())) {
        String of = part.apply(row);
        truths.add(of + (own ? "message " + row.message_id() : "template " + template));
        founds.add(of + orOwn(group.apply(row), row));
      }
    }
    return Agreement.of(truths, founds);
  }

  private static String ofSender(String sender, String campaign) {
    return sender + " " + campaign;
  }

  private static String orOwn(String group, Judged row) {
    return group == null ? "message " + row.message_id() : group;
  }

  private static long count(List<Judged> judged, Boolean truth, Boolean found) {
    return judged.stream()
        .filter(row -> row.truth().mass_send() == truth && row.mass_send() == found)
        .count();
  }

  private static MassScore mass(List<Judged> judged) {
    return MassScore.of(
        count(judged, Boolean.TRUE, Boolean.TRUE),
        count(judged, Boolean.TRUE, Boolean.FALSE),
        count(judged, Boolean.FALSE, Boolean.TRUE),
        count(judged, Boolean.TRUE, null) + count(judged, Boolean.FALSE, null));
  }

  private static List<KindScore> kinds(List<Judged> judged) {
    long falseAlarms = count(judged, Boolean.FALSE, Boolean.TRUE);
    Map<String, List<Judged>> byKind = new TreeMap<>();
    for (Judged row : judged) {
      byKind.computeIfAbsent(row.truth().kind(), kind -> new ArrayList<>()).add(row);
    }
    List<KindScore> kinds = new ArrayList<>();
    byKind.forEach((kind, rows) -> kinds.add(kind(kind, rows, falseAlarms)));
    return kinds;
  }

  private static KindScore kind(String kind, List<Judged> rows, long falseAlarms) {
    Boolean expected = rows.get(0).truth().mass_send();
    long mass = rows.stream().filter(row -> Boolean.TRUE.equals(row.mass_send())).count();
    long not = rows.stream().filter(row -> Boolean.FALSE.equals(row.mass_send())).count();
    boolean isMass = Boolean.TRUE.equals(expected);
    boolean isNot = Boolean.FALSE.equals(expected);
    return new KindScore(
        kind,
        expected,
        rows.size(),
        mass,
        not,
        rows.size() - mass - not,
        isMass ? Agreement.ratio(mass, mass + falseAlarms) : null,
        isMass ? Agreement.ratio(mass, mass + not) : null,
        isNot ? Agreement.ratio(mass, mass + not) : null);
  }

  private static List<CampaignConfusion> confusion(List<Judged> messages) {
    Map<String, Long> sizes = new HashMap<>();
    Map<String, List<Judged>> byLabel = new TreeMap<>();
    for (Judged row : messages) {
      if (row.campaign_id() != null) {
        sizes.merge(ofSender(row.sender_id(), row.campaign_id()), 1L, Long::sum);
      }
      if (!row.truth().campaign().isEmpty()) {
        byLabel.computeIfAbsent(row.truth().campaign(), label -> new ArrayList<>()).add(row);
      }
    }
    List<CampaignConfusion> confusion = new ArrayList<>();
    byLabel.forEach((label, rows) -> confusion.add(campaign(label, rows, sizes)));
    return confusion;
  }

  /** How large a found campaign is among the senders of the rows. */
  private static long size(String campaign, List<Judged> rows, Map<String, Long> sizes) {
    return rows.stream()
        .map(row -> ofSender(row.sender_id(), campaign))
        .distinct()
        .mapToLong(part -> sizes.getOrDefault(part, 0L))
        .sum();
  }

  private static CampaignConfusion campaign(
      String label, List<Judged> rows, Map<String, Long> sizes) {
    Map<String, Long> found = new LinkedHashMap<>();
    Set<String> templates = new HashSet<>();
    for (Judged row : rows) {
      templates.add(orOwn(row.cluster_id(), row));
      if (row.campaign_id() != null) {
        found.merge(row.campaign_id(), 1L, Long::sum);
      }
    }
    String largest = null;
    long most = 0;
    for (Map.Entry<String, Long> campaign : found.entrySet()) {
      if (campaign.getValue() > most) {
        most = campaign.getValue();
        largest = campaign.getKey();
      }
    }
    long size = size(largest, rows, sizes);
    long inAny = found.values().stream().mapToLong(Long::longValue).sum();
    return new CampaignConfusion(
        label,
        rows.get(0).truth().kind(),
        rows.size(),
        templates.size(),
        found.size(),
        rows.size() - inAny,
        found.isEmpty() ? null : (double) most / rows.size(),
        found.isEmpty() ? null : (double) (size - most) / size);
  }
}
