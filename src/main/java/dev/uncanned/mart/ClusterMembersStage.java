package dev.uncanned.mart;

import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import scala.Tuple2;

/** Says which messages belong to which template. */
public final class ClusterMembersStage {

  private final RunStamp stamp;

  public ClusterMembersStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /** One row for each message of the described templates. */
  public Dataset<ClusterMemberRow> apply(
      Dataset<TextDocument> documents, Dataset<ClusteredText> texts, Dataset<ClusterRow> clusters) {
    RunStamp run = stamp;
    Dataset<ClusteredText> described =
        texts
            .join(Records.project(clusters, ClusterKey.class), ClusterFact.CLUSTER_ID)
            .as(Records.encoder(ClusteredText.class));
    Dataset<MemberText> members = Records.project(documents, MemberText.class);
    return members
        .joinWith(
            described,
            members.col(TextDocument.FINGERPRINT).equalTo(described.col(TextDocument.FINGERPRINT)))
        .map(
            (MapFunction<Tuple2<MemberText, ClusteredText>, ClusterMemberRow>)
                pair -> row(pair._1(), pair._2(), run),
            Records.encoder(ClusterMemberRow.class));
  }

  private static ClusterMemberRow row(MemberText member, ClusteredText text, RunStamp run) {
    return new ClusterMemberRow(
        text.cluster_id(),
        member.message_id(),
        text.jaccard_medoid(),
        text.is_medoid(),
        run.run_id(),
        run.metric_version(),
        run.key_id());
  }
}
