package dev.uncanned.mart;

import dev.uncanned.cluster.ClusteredText;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Says which messages belong to which template. */
public final class ClusterMembersStage {

  private final RunStamp stamp;

  public ClusterMembersStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /** One row for each message of the described templates. */
  public Dataset<ClusterMemberRow> apply(
      Dataset<TextDocument> documents, Dataset<ClusteredText> texts, Dataset<ClusterRow> clusters) {
    Dataset<Row> described =
        texts.join(Records.project(clusters, ClusterKey.class), ClusterFact.CLUSTER_ID);
    Dataset<Row> members =
        Records.project(documents, MemberText.class).join(described, TextDocument.FINGERPRINT);
    return Records.project(members, ClusterMemberRow.class, Records.literals(stamp));
  }
}
