package dev.uncanned.score;

import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;

/** Draws the recipients on whom references are tried; at most a thousand, to be collected. */
public final class CrowdStage {

  private static final int SIZE = 1000;

  private final CrowdDraw draw;

  /**
   * A stage that draws recipients of outbound messages.
   *
   * @param people what the archives tell of their owners
   */
  public CrowdStage(KnownPeople people) {
    this.draw = new CrowdDraw(SIZE, people);
  }

  /** At most {@value #SIZE} recipients. */
  public Dataset<CrowdMember> apply(Dataset<TextDocument> documents) {
    CrowdDraw drawn = draw;
    return Records.project(documents, CrowdColumns.class)
        .mapPartitions(
            (MapPartitionsFunction<CrowdColumns, CrowdMember>) drawn::draw,
            Records.encoder(CrowdMember.class))
        .repartition(1)
        .mapPartitions(
            (MapPartitionsFunction<CrowdMember, CrowdMember>) drawn::join,
            Records.encoder(CrowdMember.class));
  }
}
