package dev.uncanned.pipeline;

import dev.uncanned.report.AnalystSource.SimilarCell;
import dev.uncanned.report.Spread;
import dev.uncanned.table.Records;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Says for what a delivery of ours counts on the analyst's page. */
final class DeliveryMarks {

  static final String FIRST = "first";
  static final String SPREAD = "spread";
  static final String UNKNOWN = "unknown";
  static final String MISSING = "missing";
  static final String REACH = "reach";
  static final String SIMILAR = "similar";
  static final String PROVEN = "headers";
  static final String EXACT = "exact";
  static final String BY_LEVEL = "by level";

  private static final String NOT_TOLD = "not_told";
  private static final String NOT_OVER = "not_over";
  private static final String BY_TEMPLATE = "template";

  private final Delivery delivery;
  private final List<Mark> marks = new ArrayList<>();

  private DeliveryMarks(Delivery delivery) {
    this.delivery = delivery;
  }

  /** The columns of a published table that are read, behind the keys by which it is joined. */
  static String[] columns(Class<? extends Record> table, String... keys) {
    List<String> columns = new ArrayList<>(List.of(keys));
    List<String> published = List.of(Records.names(table));
    for (String name : Records.names(Delivery.class)) {
      if (published.contains(name)) {
        columns.add(name);
      }
    }
    return columns.toArray(String[]::new);
  }

  /**
   * All that is read of one delivery, each column from the one table of messages, message_scores
   * and cluster_members that has it.
   */
  public record Delivery(
      Boolean first_touch,
      Boolean is_reply,
      Float gap_prev_d,
      String campaign_id,
      Boolean mass_send,
      Float reuse_share,
      Integer reach_n,
      Byte mass_level,
      String mass_evidence,
      Integer customised_words,
      Float customised_share,
      Byte personal_level,
      String personal_null_reason,
      Boolean replied,
      Float reply_latency_h,
      String null_reason,
      Float jaccard_medoid) {}

  /**
   * One thing for which it counts.
   *
   * @param kind what is counted
   * @param key of what
   * @param value in which class
   */
  public record Mark(String kind, String key, String value) {}

  /**
   * All of them.
   *
   * @param reuseShare share of recurring words from which the reach of a campaign decides
   */
  static Iterator<Mark> of(Delivery delivery, double reuseShare) {
    DeliveryMarks all = new DeliveryMarks(delivery);
    if (Boolean.TRUE.equals(delivery.first_touch())) {
      all.add(FIRST, "", "");
      all.spreads();
      all.missing();
      if (delivery.mass_send() != null) {
        all.limits(reuseShare);
      }
    }
    if (Boolean.FALSE.equals(delivery.is_reply()) && delivery.gap_prev_d() != null) {
      all.spread(Spread.GAP, delivery.gap_prev_d());
    }
    return all.marks.iterator();
  }

  private void add(String kind, String key, String value) {
    marks.add(new Mark(kind, key, value));
  }

  private void spreads() {
    spread(Spread.CUSTOMISED_WORDS, delivery.customised_words());
    spread(Spread.CUSTOMISED_SHARE, delivery.customised_share());
    spread(Spread.REACH, delivery.reach_n());
    spread(Spread.PERSONAL_LEVEL, delivery.personal_level());
    if (Boolean.TRUE.equals(delivery.replied())) {
      spread(Spread.REPLY_LATENCY, delivery.reply_latency_h());
    }
  }

  private void spread(Spread spread, Number value) {
    if (value == null) {
      add(UNKNOWN, spread.name(), "");
    } else {
      // By its decimals: the float 0.7 is a little less than 0.7, and would be a class too low.
      double decimal = Double.parseDouble(value.toString());
      add(SPREAD, spread.name(), Integer.toString(spread.bin(decimal)));
    }
  }

  private void missing() {
    String reason = delivery.null_reason();
    String ofLevel = delivery.personal_null_reason();
    missing("mass_send", delivery.mass_send(), reason);
    missing("customised_words", delivery.customised_words(), reason);
    missing("personal_level", delivery.personal_level(), ofLevel == null ? reason : ofLevel);
    missing("replied", delivery.replied(), NOT_OVER);
  }

  private void missing(String figure, Object value, String reason) {
    if (value == null) {
      add(MISSING, figure, reason == null ? NOT_TOLD : reason);
    }
  }

  private void limits(double reuseShare) {
    boolean mass = delivery.mass_send();
    boolean headers = PROVEN.equals(delivery.mass_evidence());
    Float reuse = delivery.reuse_share();
    boolean reused = reuse != null && reuse >= reuseShare;
    boolean exact = delivery.reach_n() == null || reused;
    int reach = delivery.reach_n() == null ? 0 : delivery.reach_n();
    int level = delivery.mass_level() == null ? 0 : delivery.mass_level();
    add(REACH, mass && headers ? PROVEN : exact ? EXACT : BY_LEVEL, level + " " + reach);
    // Evidence names the template first; where the campaign proves it too, no similarity decides.
    boolean campaign = reused && delivery.campaign_id() != null;
    boolean template = BY_TEMPLATE.equals(delivery.mass_evidence()) && !campaign;
    String proof =
        !mass ? SimilarCell.NOT : template ? SimilarCell.TEMPLATE : SimilarCell.OTHERWISE;
    double similarity = delivery.jaccard_medoid() == null ? 0 : delivery.jaccard_medoid();
    add(SIMILAR, proof, Integer.toString((int) Math.floor(similarity * SimilarCell.STEPS + 1e-6)));
  }
}
