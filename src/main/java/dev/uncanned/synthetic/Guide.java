package dev.uncanned.synthetic;

import java.util.Locale;
import java.util.TreeSet;

/** The page that lies beside synthetic archives and says what they are and what is planted. */
final class Guide {

  private final GeneratorConfig config;
  private final Tally tally;

  Guide(GeneratorConfig config, Tally tally) {
    this.config = config;
    this.tally = tally;
  }

  String text() {
    return String.format(
        Locale.ROOT,
        """
        # Synthetic archives

        Nobody in these files exists. Names, companies and addresses (`.example`) were drawn by a
        program from lists; the texts of the campaigns were written for the project; hand-written
        messages are sentences from the quotations in Datafaker, taken apart and put together again.

        To make the same bytes again:

        ```
        jobs/uncanned generate --messages %d --seed %d --out DIR
        ```

        `archives/` holds what goes into a run, `roster.csv` the team, `truth.csv` the labels.

        ## What is planted

        %d rows of the truth, from %d senders.

        %s
        %s
        ## The truth

        One row for each message in scope and each recipient; a message in two archives has one row.

        | column | meaning |
        |---|---|
        | `archive` | file or folder below `archives/` |
        | `row_key` | path of the mail, or file and number of the sound record, from 1 |
        | `channel` | `LI_INVITE`, `LI_MESSAGE`, `LI_INMAIL` or `EMAIL` |
        | `direction` | `OUTBOUND` or `INBOUND`, as the owner of the archive sees it |
        | `sender`, `recipient` | e-mail for mail, else `linkedin.com/in/slug`; see below |
        | `sent_at` | UTC, as precise as the archive: minutes in invitations and in V0 |
        | `kind`, `campaign` | table above; label of the mass send, text and number of the sender |
        | `template` | the fixed text, the same for all senders; empty for `spintax`, which has none |
        | `mass_send` | `true`, `false`, or empty where the question makes no sense |
        | `customised_words` | words written for this recipient alone; see below |
        | `template_words` | the other words of the body, merged fields included |
        | `defect` | what went wrong in the merge, if anything |
        | `text_sha256` | SHA-256 of the text: UTF-8, NFC, white space collapsed and trimmed |

        Slugs are in Unicode, without percent signs; `LinkedIn Member` is a closed account.
        Exports older than V2 show fewer addresses than the truth knows. Merged fields, sign-off and
        quoted text are no customised words.

        The hashed text is the whole cell of an export, quoted mail included and HTML as it stands.
        Of a mail it is the decoded `text/plain` part with its sign-off and quoted thread; of a mail
        without one the decoded HTML.
        """,
        config.messages(),
        config.seed(),
        tally.totalRows(),
        config.senders(),
        kinds(),
        flaws());
  }

  private String kinds() {
    StringBuilder table = new StringBuilder();
    table.append("| kind | meaning | messages | rows | campaigns |\n|---|---|---:|---:|---:|\n");
    for (Kind kind : Kind.values()) {
      table.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %s | %d | %s | %s |\n",
              kind.label(),
              kind.meaning,
              tally.messages.getOrDefault(kind, 0L),
              kind.inScope() ? tally.rows.getOrDefault(kind, 0L) : "none",
              count(tally.campaigns.get(kind))));
    }
    return table.toString();
  }

  private static String count(TreeSet<String> campaigns) {
    return campaigns == null ? "" : Integer.toString(campaigns.size());
  }

  private String flaws() {
    StringBuilder table = new StringBuilder("| also | messages |\n|---|---:|\n");
    tally.channels.forEach(
        (channel, n) ->
            table.append(String.format(Locale.ROOT, "| sent as `%s` | %d |\n", channel, n)));
    tally.defects.forEach(
        (defect, n) ->
            table.append(String.format(Locale.ROOT, "| broken merge `%s` | %d |\n", defect, n)));
    table.append(
        String.format(Locale.ROOT, "| in a colleague's archive too | %d |\n", tally.copies()));
    table.append(
        String.format(Locale.ROOT, "| repeated by an older export | %d |\n", tally.repeated()));
    table.append(
        String.format(Locale.ROOT, "| records damaged beyond reading | %d |\n", tally.damaged()));
    return table.toString();
  }
}
