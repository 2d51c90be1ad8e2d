package dev.uncanned.score;

import dev.uncanned.campaign.CampaignMember;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Tries the verification of references on recipients whom the texts did not go to.
 *
 * <p>Of the {@value #TEMPLATES} largest templates, some hundred messages each; what is drawn is few
 * enough to be sent to every task.
 */
public final class PermutationStage {

  private static final int TEMPLATES = 300;

  private final Permutation permutation;
  private final DrawStage draw = new DrawStage(TEMPLATES);

  /**
   * A stage for one run.
   *
   * @param people what the archives tell of their owners
   * @param seed decides who gets whose record
   */
  public PermutationStage(KnownPeople people, long seed) {
    this.permutation = new Permutation(people, seed);
  }

  /** One row for each of the templates with customised words. */
  public Dataset<Permuted> apply(
      Dataset<TextDocument> documents,
      Dataset<CampaignMember> members,
      Dataset<Customised> customised) {
    Permutation exchange = permutation;
    String[] message = {CampaignMember.MESSAGE_ID};
    Column spans = functions.col(PersonalText.SPANS);
    Dataset<Row> drawn =
        draw.apply(members)
            .select(
                functions.col(CampaignMember.MESSAGE_ID), functions.col(CampaignMember.CLUSTER_ID));
    Dataset<Row> written =
        customised
            .where(functions.size(spans).gt(0))
            .select(functions.col(CampaignMember.MESSAGE_ID), spans)
            .join(functions.broadcast(drawn), message);
    return Records.project(
            Records.project(documents, PersonalColumns.class)
                .join(functions.broadcast(written), message),
            PermutationText.class)
        .filter((FilterFunction<PermutationText>) PermutationText::single)
        .groupBy(functions.col(CampaignMember.CLUSTER_ID))
        .as(Encoders.STRING(), Records.encoder(PermutationText.class))
        .mapGroups(
            (MapGroupsFunction<String, PermutationText, Permuted>) exchange::of,
            Records.encoder(Permuted.class));
  }
}
