package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.Duck;
import dev.uncanned.Program;
import dev.uncanned.WarmProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One offer in a dozen wordings, as a language model writes them, beside an ordinary mass send of
 * the same sender: from the archive to the table that hints at it.
 */
@Tag("spark")
class RewordedRunTest {

  private static final String REWORDED = "rewording_evidence where link_domain = 'lagerblick.de'";

  /** They share no three words in a row but those of the link. */
  private static final List<String> WORDINGS =
      List.of(
          "Counting shelves by hand eats your evenings. Cameras could do it: lagerblick.de/a1 shows"
              + " how. Would you join a demo?",
          "Did you know that stock can be counted from photographs? See lagerblick.de/b2 and book"
              + " your demo whenever it suits.",
          "What if every pallet told you where it stands? We made that real, lagerblick.de/c3 has"
              + " pictures. I can give a demo on Friday.",
          "Your warehouse loses an hour each night, mine did too. Then came lagerblick.de/d4."
              + " Interested in seeing a demo?",
          "Inventory days are dreaded everywhere. Ours now last twenty minutes thanks to"
              + " lagerblick.de/e5, so let me offer a demo.",
          "Shrinkage of two percent is normal, people say. It need not be: lagerblick.de/f6. Ask"
              + " me for a demo any time.",
          "Three retailers near Bremen stopped writing lists last spring. Read lagerblick.de/g7"
              + " first, then take the demo.",
          "Imagine a drone that never gets tired of labels! You find one at lagerblick.de/h8, plus"
              + " a free demo.",
          "Missing boxes cost more than rent, our study found. The numbers are on lagerblick.de/i9;"
              + " a short demo explains them.",
          "Nobody enjoys climbing ladders with a scanner. Look over lagerblick.de/j10 and tell us"
              + " when a demo would fit.",
          "Software that sees gaps before customers do: lagerblick.de/k11. My colleague Jo runs the"
              + " demo every Tuesday.",
          "Picking errors fell by half in our pilot site, details under lagerblick.de/l12. How"
              + " about a personal demo?");

  @TempDir static Path folder;
  private static Path current;

  @BeforeAll
  static void runOnce() throws Exception {
    Path in = folder.resolve("in");
    SmallExport.write(
        in,
        "olga_LinkedInDataExport_10-31-2026.zip",
        "olga",
        0,
        2 * WORDINGS.size(),
        i -> i % 2 == 0 ? '"' + WORDINGS.get(i / 2) + '"' : SmallExport.text(5 * i));
    Path roster =
        Files.writeString(
            folder.resolve("roster.csv"),
            "sender,email,profile_url,team\n"
                + "Olga Owner,,https://www.linkedin.com/in/olga,north\n");
    Path out = folder.resolve("out");
    Program.Ended run =
        WarmProgram.run(
            "run", in.toString(), "--roster", roster.toString(), "--out", out.toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    current = out.resolve("current").toRealPath();
  }

  @Test
  void theWordingsAreHintedAtAsOneSend() throws Exception {
    try (Duck duck = new Duck(current)) {
      assertThat(duck.number("select count(*) from rewording_evidence")).isEqualTo(1);
      assertThat(
              duck.rows(
                  "select call_to_action, messages_n, recipients_n, templates_n, alone_n,"
                      + " len(campaign_ids) from "
                      + REWORDED))
          .hasSize(1)
          .first()
          .satisfies(
              row ->
                  assertThat(row.stream().map(String::valueOf))
                      .containsExactly("demo", "12", "12", "12", "12", "0"));
    }
  }

  @Test
  void nothingIsJoinedBecauseOfTheHint() throws Exception {
    String linked =
        " from messages_text join message_scores using (message_id)"
            + " where body_clean like '%lagerblick%'";
    try (Duck duck = new Duck(current)) {
      assertThat(duck.number("select count(*)" + linked)).isEqualTo(WORDINGS.size());
      assertThat(duck.number("select count(distinct cluster_id)" + linked))
          .isEqualTo(WORDINGS.size());
      assertThat(duck.number("select count(campaign_id)" + linked)).isZero();
      assertThat(duck.number("select count(*)" + linked + " and mass_send")).isZero();
      assertThat(duck.number("select count(*) from message_scores where mass_send"))
          .as("the ordinary mass send beside them")
          .isEqualTo(WORDINGS.size());
    }
  }
}
