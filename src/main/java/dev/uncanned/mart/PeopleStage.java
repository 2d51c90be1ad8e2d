package dev.uncanned.mart;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;

/** Says who stands behind the pseudonyms, for the restricted folder. */
public final class PeopleStage {

  private static final String SEEN_IN_MESSAGE = "message";

  private final RunStamp stamp;

  public PeopleStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /** One row for each person and each name and address that messages show of them. */
  public Dataset<PersonRow> apply(Dataset<TextDocument> documents) {
    RunStamp run = stamp;
    return Records.project(documents, Participants.class)
        .flatMap(
            (FlatMapFunction<Participants, PersonRow>) people -> rows(people, run),
            Records.encoder(PersonRow.class))
        .distinct();
  }

  private static Iterator<PersonRow> rows(Participants people, RunStamp run) {
    List<PersonRow> rows = new ArrayList<>();
    rows.add(row(people.sender_id(), people.sender(), run));
    List<Contact> recipients = people.recipients();
    for (int i = 0; i < recipients.size(); i++) {
      rows.add(row(people.recipient_ids().get(i), recipients.get(i), run));
    }
    return rows.iterator();
  }

  private static PersonRow row(String id, Contact contact, RunStamp run) {
    String address = contact.url() == null ? contact.email() : contact.url();
    return new PersonRow(
        id,
        contact.name(),
        address,
        null,
        SEEN_IN_MESSAGE,
        run.run_id(),
        run.metric_version(),
        run.key_id());
  }
}
