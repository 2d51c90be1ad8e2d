package dev.uncanned.campaign;

import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import org.apache.spark.api.java.function.CoGroupFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.functions;

/**
 * Assigns the messages of each sender to campaigns of that sender.
 *
 * <p>Texts travel once, to the task of their sender. The cluster ids come there by a second, narrow
 * way: joined to the senders by fingerprint, without text.
 */
public final class CampaignStage {

  private final SenderCampaigns campaigns;

  /** A stage with the given limits. */
  public CampaignStage(CampaignConfig config) {
    this.campaigns = new SenderCampaigns(config);
  }

  /**
   * One member per document, inbound and outbound, in no particular order; those that may not be
   * scored have their cluster only.
   */
  public Dataset<SenderMember> apply(
      Dataset<TextDocument> documents, Dataset<ClusteredText> clusters) {
    SenderCampaigns engine = campaigns;
    Dataset<SenderText> texts =
        Records.project(documents, SenderText.class)
            .withColumn(SenderText.MASKED, searchable())
            .as(Records.encoder(SenderText.class));
    return texts
        .groupBy(SenderText.SENDER_ID)
        .as(Encoders.STRING(), Records.encoder(SenderText.class))
        .cogroup(
            templates(documents, clusters)
                .groupBy(SenderText.SENDER_ID)
                .as(Encoders.STRING(), Records.encoder(SenderTemplate.class)),
            (CoGroupFunction<String, SenderText, SenderTemplate, SenderMember>)
                (sender, sent, templates) -> engine.members(sent, byFingerprint(templates)),
            Records.encoder(SenderMember.class));
  }

  /** Texts outside the search stay behind; only their keys travel. */
  private static Column searchable() {
    return functions.when(functions.col(SenderText.ELIGIBLE), functions.col(SenderText.MASKED));
  }

  private static Dataset<SenderTemplate> templates(
      Dataset<TextDocument> documents, Dataset<ClusteredText> clusters) {
    Dataset<SenderUse> uses = Records.project(documents, SenderUse.class).distinct();
    return Records.project(uses.join(clusters, TextDocument.FINGERPRINT), SenderTemplate.class);
  }

  private static Map<String, String> byFingerprint(Iterator<SenderTemplate> templates) {
    Map<String, String> clusters = new HashMap<>();
    templates.forEachRemaining(
        template -> clusters.put(template.fingerprint(), template.cluster_id()));
    return clusters;
  }
}
