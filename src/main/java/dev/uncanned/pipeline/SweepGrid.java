package dev.uncanned.pipeline;

import dev.uncanned.campaign.CampaignConfig;
import dev.uncanned.cluster.ClusterConfig;
import dev.uncanned.signature.SignatureConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * The values to try of each parameter; an empty list stands for the configured value.
 *
 * <p>Values are tried in ascending order, each once, whatever the order they are given in.
 *
 * @param thresholds least Jaccard similarity of a template, above 0 to 1
 * @param shingle_words words of a shingle, 1 to 16
 * @param bands bands of a signature, from 1
 * @param phrase_words words of a recurring phrase, 2 to 8
 * @param recipients recipients that make a mass send, from 2
 */
public record SweepGrid(
    List<Double> thresholds,
    List<Integer> shingle_words,
    List<Integer> bands,
    List<Integer> phrase_words,
    List<Integer> recipients) {

  /** More points than this are refused: each takes seconds to minutes. */
  public static final int MAX_POINTS = 500;

  public SweepGrid {
    thresholds = List.copyOf(new TreeSet<>(thresholds));
    shingle_words = List.copyOf(new TreeSet<>(shingle_words));
    bands = List.copyOf(new TreeSet<>(bands));
    phrase_words = List.copyOf(new TreeSet<>(phrase_words));
    recipients = List.copyOf(new TreeSet<>(recipients));
  }

  /**
   * The grid with the configured values in place of empty lists.
   *
   * @throws UserException if a value is out of its range or there are too many points
   */
  SweepGrid over(PipelineConfig config) {
    SweepGrid grid =
        new SweepGrid(
            orElse(thresholds, config.cluster().threshold()),
            orElse(shingle_words, config.signature().shingle_words()),
            orElse(bands, config.signature().bands()),
            orElse(phrase_words, config.campaign().phrase_words()),
            orElse(recipients, config.score().mass_reach()));
    long points = grid.points();
    if (points > MAX_POINTS) {
      throw new UserException(
          ExitCode.USAGE,
          "the grid has " + points + " points, at most " + MAX_POINTS + " are allowed");
    }
    grid.settings().forEach(setting -> apply(setting, config));
    return grid;
  }

  private static <T> List<T> orElse(List<T> values, T configured) {
    return values.isEmpty() ? List.of(configured) : values;
  }

  private long points() {
    long points = thresholds.size();
    for (List<Integer> axis : List.of(shingle_words, bands, phrase_words, recipients)) {
      points = Math.min(points * axis.size(), Integer.MAX_VALUE);
    }
    return points;
  }

  /** The points: the last parameter changes first. */
  List<SweepSetting> settings() {
    List<SweepSetting> settings = new ArrayList<>();
    for (int words : shingle_words) {
      for (int band : bands) {
        for (double threshold : thresholds) {
          for (int phrase : phrase_words) {
            for (int recipient : recipients) {
              settings.add(new SweepSetting(threshold, words, band, phrase, recipient));
            }
          }
        }
      }
    }
    return settings;
  }

  /** The configuration of a point; all else stays as configured. */
  static PipelineConfig apply(SweepSetting setting, PipelineConfig config) {
    ClusterConfig cluster = config.cluster();
    CampaignConfig campaign = config.campaign();
    try {
      return new PipelineConfig(
          config.archive(),
          config.text(),
          new SignatureConfig(
              setting.shingle_words(),
              setting.bands(),
              config.signature().rows(),
              config.signature().seed()),
          new ClusterConfig(
              setting.threshold(),
              Math.min(cluster.representative_threshold(), setting.threshold()),
              cluster.guard_size(),
              cluster.min_tokens(),
              cluster.max_texts_in_one_task(),
              cluster.max_links_in_one_task()),
          campaign.withPhraseWords(setting.phrase_words()),
          config.template(),
          config.entities(),
          config.score().withMassReach(setting.recipients()),
          config.offers(),
          config.quality(),
          config.retention(),
          config.report());
    } catch (IllegalArgumentException outOfRange) {
      throw new UserException(ExitCode.USAGE, "the grid: " + outOfRange.getMessage());
    }
  }
}
