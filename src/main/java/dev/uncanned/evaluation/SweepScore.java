package dev.uncanned.evaluation;

import dev.uncanned.pipeline.SweepSetting;
import dev.uncanned.pipeline.SweptPoint;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * What was found at one point of a sweep and, with labels, how right it is.
 *
 * @param templates_n templates, a text without copies being one too
 * @param deliveries_n messages to each of their recipients
 * @param known_n of these, deliveries of which it is known whether they are mass sends
 * @param mass_share mass sends / deliveries_n; null without any
 * @param matched_n labels with a delivery; null without labels, like all that follows
 * @param kind_recall_min recall of the labelled kind of mass send that is found worst
 * @param false_alarm_max share of false alarms of the kind that has most of them
 */
public record SweepScore(
    double threshold,
    int shingle_words,
    int bands,
    int phrase_words,
    int recipients,
    long messages_n,
    long templates_n,
    long campaigns_n,
    long deliveries_n,
    long known_n,
    long mass_sends_n,
    Double mass_share,
    Long matched_n,
    Double mass_precision,
    Double mass_recall,
    Double mass_f1,
    Double kind_recall_min,
    Double false_alarm_max,
    Double campaign_bcubed_precision,
    Double campaign_bcubed_recall,
    Double campaign_bcubed_f1,
    Double template_bcubed_precision,
    Double template_bcubed_recall,
    Double template_bcubed_f1) {

  /**
   * The score of a point.
   *
   * @param labels null if there are none; the point must hold its deliveries otherwise
   */
  public static SweepScore of(SweptPoint point, List<TruthRow> labels) {
    return of(point, labels == null ? null : Judge.judge(labels, point.scores()));
  }

  static SweepScore of(SweptPoint point, Evaluation found) {
    boolean judged = found != null;
    SweepSetting setting = point.setting();
    return new SweepScore(
        setting.threshold(),
        setting.shingle_words(),
        setting.bands(),
        setting.phrase_words(),
        setting.recipients(),
        point.messages_n(),
        point.templates_n(),
        point.campaigns_n(),
        point.deliveries_n(),
        point.known_n(),
        point.mass_sends_n(),
        Agreement.ratio(point.mass_sends_n(), point.deliveries_n()),
        judged ? found.matched_n() : null,
        judged ? found.mass_sends().precision() : null,
        judged ? found.mass_sends().recall() : null,
        judged ? found.mass_sends().f1() : null,
        judged ? worstRecall(found.kinds()) : null,
        judged ? mostFalseAlarms(found.kinds()) : null,
        judged ? found.campaigns().bcubed_precision() : null,
        judged ? found.campaigns().bcubed_recall() : null,
        judged ? found.campaigns().bcubed_f1() : null,
        judged ? found.templates_of_senders().bcubed_precision() : null,
        judged ? found.templates_of_senders().bcubed_recall() : null,
        judged ? found.templates_of_senders().bcubed_f1() : null);
  }

  private static Double worstRecall(List<KindScore> kinds) {
    return kinds.stream()
        .map(KindScore::recall)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  private static Double mostFalseAlarms(List<KindScore> kinds) {
    return kinds.stream()
        .map(KindScore::false_alarm_share)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }
}
