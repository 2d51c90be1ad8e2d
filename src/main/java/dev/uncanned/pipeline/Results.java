package dev.uncanned.pipeline;

import dev.uncanned.archive.Parsed;
import dev.uncanned.cluster.ClusterAlias;
import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.score.Audience;
import dev.uncanned.score.Burst;
import dev.uncanned.score.LinkedSend;
import dev.uncanned.score.MessageScore;
import dev.uncanned.score.OfferMatch;
import dev.uncanned.score.Permuted;
import dev.uncanned.score.TeamOverlap;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.template.Template;
import dev.uncanned.text.TextDocument;
import java.util.List;
import org.apache.spark.sql.Dataset;

/**
 * Everything that a run has found out, from which the published tables are filled.
 *
 * @param aliases ids of clusters that have become part of others, in this run or before
 * @param offered null without configured offers
 */
record Results(
    Dataset<Parsed> parsed,
    Dataset<TextDocument> documents,
    Dataset<DistinctText> texts,
    Dataset<ClusteredText> clusters,
    List<ClusterAlias> aliases,
    Dataset<Template> templates,
    Dataset<MessageScore> scores,
    Dataset<Audience> audiences,
    Dataset<LinkedSend> links,
    Dataset<Burst> bursts,
    Dataset<TeamOverlap> overlaps,
    Dataset<Permuted> permuted,
    Dataset<OfferMatch> offered) {}
