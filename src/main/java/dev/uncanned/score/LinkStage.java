package dev.uncanned.score;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.table.Records;
import dev.uncanned.text.LinkHosts;
import dev.uncanned.text.Placeholder;
import dev.uncanned.text.TextDocument;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Finds the links and the call to action of messages; the texts of those with links travel. */
public final class LinkStage {

  /** One row for each message that may be scored and has a link. */
  public Dataset<LinkedSend> apply(
      Dataset<TextDocument> documents, Dataset<CampaignMember> members) {
    Dataset<Row> linking =
        documents
            .select(
                functions.col(TextDocument.HEADER),
                functions.col(TextDocument.TEXT),
                functions.col(LinkColumns.MASKED),
                functions.col(LinkColumns.ELIGIBLE),
                functions
                    .col(TextDocument.HEADER)
                    .getField(CampaignMember.MESSAGE_ID)
                    .as(CampaignMember.MESSAGE_ID))
            .where(functions.col(LinkColumns.ELIGIBLE))
            .where(functions.col(LinkColumns.MASKED).contains(Placeholder.URL.token()));
    return Records.project(
            linking.join(members, new String[] {CampaignMember.MESSAGE_ID}), LinkColumns.class)
        .flatMap(
            (FlatMapFunction<LinkColumns, LinkedSend>) LinkStage::linked,
            Records.encoder(LinkedSend.class));
  }

  private static Iterator<LinkedSend> linked(LinkColumns message) {
    Set<String> hosts = LinkHosts.of(message.text());
    if (hosts.isEmpty()) {
      return List.<LinkedSend>of().iterator();
    }
    return List.of(
            new LinkedSend(
                message.message_id(),
                message.sender_id(),
                message.recipient_ids(),
                message.sent_at(),
                message.cluster_id(),
                message.campaign_id(),
                List.copyOf(hosts),
                CallToAction.of(message.masked())))
        .iterator();
  }
}
