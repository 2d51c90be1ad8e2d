package dev.uncanned.mart;

import dev.uncanned.archive.Contact;
import dev.uncanned.table.Records;
import dev.uncanned.text.TextDocument;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataTypes;

/** Says who stands behind the pseudonyms, for the restricted folder. */
public final class PeopleStage {

  private static final String SEEN_IN_MESSAGE = "message";

  private final RunStamp stamp;

  public PeopleStage(RunStamp stamp) {
    this.stamp = stamp;
  }

  /** One row for each person and each name and address that messages show of them. */
  public Dataset<PersonRow> apply(Dataset<TextDocument> documents) {
    Dataset<SeenPerson> seen =
        Records.project(documents, Participants.class)
            .flatMap(
                (FlatMapFunction<Participants, SeenPerson>) PeopleStage::seen,
                Records.encoder(SeenPerson.class))
            .distinct();
    Map<String, Column> columns = Records.literals(stamp);
    columns.put(PersonRow.TEAM_ID, functions.lit(null).cast(DataTypes.StringType));
    columns.put(PersonRow.REASON, functions.lit(SEEN_IN_MESSAGE));
    return Records.project(seen, PersonRow.class, columns);
  }

  private static Iterator<SeenPerson> seen(Participants people) {
    List<SeenPerson> seen = new ArrayList<>();
    seen.addAll(seen(people.sender_id(), people.sender()));
    List<Contact> recipients = people.recipients();
    for (int i = 0; i < recipients.size(); i++) {
      seen.addAll(seen(people.recipient_ids().get(i), recipients.get(i)));
    }
    return seen.iterator();
  }

  /** One for each address; one with a name only where the message shows no address. */
  private static List<SeenPerson> seen(String id, Contact contact) {
    List<SeenPerson> seen = new ArrayList<>();
    if (contact.url() != null) {
      seen.add(new SeenPerson(id, contact.name(), contact.url()));
    }
    if (contact.email() != null) {
      seen.add(new SeenPerson(id, contact.name(), contact.email()));
    }
    if (seen.isEmpty()) {
      seen.add(new SeenPerson(id, contact.name(), null));
    }
    return seen;
  }
}
