package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.SparkTest;
import dev.uncanned.message.RosterEntry;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkTest.class)
class RosterNamesTest {

  private static final String PERSON =
      "select '%s' person_id, '%s' name, '%s' address, 'A' team_id, '%s' reason, 'r' run_id,"
          + " '1' metric_version, 'k' key_id";

  @TempDir Path folder;

  private static RosterEntry entry(String sender, String email, String url) {
    return new RosterEntry(sender, email, url, "A");
  }

  @Test
  @Tag("spark")
  void onlyTheRosterOfTheRunIsNamedAndNobodyWherePseudonymsAreAskedFor(SparkSession spark) {
    spark
        .sql(
            String.join(
                " union all ",
                PERSON.formatted("p1", "Bob Long", "bob@x.example", "roster"),
                PERSON.formatted("p1", "Bob", "linkedin.com/in/bob", "roster"),
                PERSON.formatted("p1", "Al", "bob@x.example", "message"),
                PERSON.formatted("p2", "Outsider", "out@y.example", "message")))
        .write()
        .parquet(folder.resolve("restricted/people").toString());
    PublishedTables tables = new PublishedTables(spark, folder);
    assertThat(RosterNames.shown(ReportConfig.Names.ROSTER, tables)).isEqualTo(Map.of("p1", "Bob"));
    assertThat(RosterNames.shown(ReportConfig.Names.PSEUDONYM, tables)).isEmpty();
  }

  @Test
  void peopleOfAnotherRosterAreFoundByTheirAddresses() {
    PublishedPeople people = new PublishedPeople();
    people.add("p1", "Bob", "bob@x.example");
    people.add("p1", "Bob", "linkedin.com/in/bob");
    people.add("p2", "Cy", "cy@x.example");
    assertThat(
            RosterNames.of(
                List.of(
                    entry("Robert ", "BOB@x.example", null),
                    entry("Zoe", null, "linkedin.com/in/bob"),
                    entry("Nobody", "new@x.example", " ")),
                people))
        .isEqualTo(Map.of("p1", "Robert"));
  }
}
