package dev.uncanned.score;

import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;

/** Tells for each sender the company, where it is known. */
public final class SenderCompanyStage {

  private static final String MESSAGES_N = "messages_n";

  /**
   * One row for each sender whose company some message shows; of equally frequent ones the last.
   */
  public Dataset<SenderCompany> apply(Dataset<TextDocument> documents) {
    Column sender = functions.col(SenderCompany.SENDER_ID);
    Column company = functions.col(SenderCompany.COMPANY);
    return Records.project(documents, SendingPerson.class)
        .map(
            (MapFunction<SendingPerson, SenderCompany>)
                person -> new SenderCompany(person.sender_id(), Companies.key(person.sender())),
            Records.encoder(SenderCompany.class))
        .filter((FilterFunction<SenderCompany>) known -> known.company() != null)
        .groupBy(sender, company)
        .agg(functions.count(company).as(MESSAGES_N))
        .groupBy(sender)
        .agg(
            functions
                .max_by(company, functions.struct(functions.col(MESSAGES_N), company))
                .as(SenderCompany.COMPANY))
        .as(Records.encoder(SenderCompany.class));
  }
}
