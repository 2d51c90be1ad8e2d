package dev.uncanned.pipeline;

import dev.uncanned.archive.ArchiveConfig;
import dev.uncanned.campaign.CampaignConfig;
import dev.uncanned.cluster.ClusterConfig;
import dev.uncanned.entity.EntityConfig;
import dev.uncanned.score.Offer;
import dev.uncanned.score.OfferConfig;
import dev.uncanned.score.ScoreConfig;
import dev.uncanned.signature.SignatureConfig;
import dev.uncanned.template.TemplateConfig;
import dev.uncanned.text.TextConfig;
import java.util.List;

/** Every parameter of a run, one record for each step; see {@code conf/uncanned.yaml}. */
public record PipelineConfig(
    ArchiveConfig archive,
    TextConfig text,
    SignatureConfig signature,
    ClusterConfig cluster,
    CampaignConfig campaign,
    TemplateConfig template,
    EntityConfig entities,
    ScoreConfig score,
    List<Offer> offers,
    QualityConfig quality,
    RetentionConfig retention,
    ReportConfig report) {

  public PipelineConfig {
    offers = new OfferConfig(offers).offers();
    // A run that an older version has recorded knows no limit.
    retention = retention == null ? RetentionConfig.UNLIMITED : retention;
  }
}
