package dev.uncanned.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.pipeline.Explanation;
import dev.uncanned.pipeline.Explanation.Delivery;
import dev.uncanned.template.LabelledSpan;
import dev.uncanned.template.WordLabel;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExplanationPageTest {

  private static final Map<String, String> MESSAGE =
      Map.of(
          "direction",
          "outbound",
          "channel",
          "email",
          "sent_at",
          "1767225600000000",
          "sender_id",
          "s1");

  private static Explanation explanation(String text, Integer recounted) {
    Delivery delivery =
        new Delivery(
            Map.of(
                "recipient_id",
                "r1",
                "cluster_id",
                "c1",
                "campaign_id",
                "g1",
                "mass_level",
                "3",
                "customised_words",
                "2",
                "reuse_share",
                "0.62393165"),
            List.of(Map.of("type", "company", "start", "3", "end", "7", "verified", "true")),
            List.of(Map.of("type", "wrong_name", "severity", "hard", "start", "0", "end", "2")));
    return new Explanation(
        "m1",
        MESSAGE,
        text,
        text == null ? List.of() : List.of(new LabelledSpan(WordLabel.CUSTOMISED, 0, 2)),
        recounted,
        Map.of("members_n", "1200", "recipients_n", "1", "senders_n", "2"),
        Map.of("members_n", "1300", "recipients_n", "900", "senders_n", "1"),
        List.of(
            Map.of("slot_no", "1", "type", "free_text", "fill_rate", "0.955", "distinct_n", "7")),
        List.of(delivery));
  }

  @Test
  void showsTextTemplateAndFiguresWithTheirMeaning() {
    String page = new ExplanationPage(explanation("Hi Acme", 2), 80, false).text();
    assertThat(page)
        .contains("outbound email, 2026-01-01T00:00:00Z, from s1, 1 recipient\n")
        .contains("Hi Acme\n^^")
        .contains("template c1: 1200 messages to 1 recipient by 2 senders")
        .contains("campaign g1: 1300 messages to 900 recipients by 1 sender\n")
        .contains("slot 1  free_text           96 % filled, 7 different")
        .contains("(its words are shown from 5 recipients on)")
        .contains("mass_level          3         0 single (1-2 recipients)")
        .contains("reuse_share         0.624 ")
        .contains("evidence company, verified: Acme")
        .contains("defect wrong_name, hard: Hi")
        .contains("not known, or not for such a message: ")
        .doesNotContain("The marks show");
    assertThat(page.lines().mapToInt(String::length).max().orElseThrow()).isLessThanOrEqualTo(80);
  }

  @Test
  void saysWhenTheTextMayNotBeRead() {
    String page = new ExplanationPage(explanation(null, null), 80, false).text();
    assertThat(page)
        .contains("restricted tables, which you may not read")
        .contains("evidence company, verified\n");
  }

  @Test
  void saysWhenTheMarksAreNotWhatWasPublished() {
    assertThat(new ExplanationPage(explanation("Hi Acme", 5), 80, true).text())
        .contains("The marks show 5 customised words, not the 2 published.")
        .contains("mass_level 3");
  }
}
