package dev.uncanned.cli;

import dev.uncanned.mart.MessageScoreRow;
import dev.uncanned.pipeline.Explanation;
import dev.uncanned.pipeline.Explanation.Delivery;
import dev.uncanned.table.Doc;
import dev.uncanned.template.TemplateDrawing;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes an explanation for a terminal: the message with marks, its template, its figures. */
final class ExplanationPage {

  /** Ids, which stand in the head, and what is the same in all rows. */
  private static final Set<String> NO_FIGURES =
      Set.of(
          "message_id",
          "recipient_id",
          "dyad_id",
          "sender_id",
          "cluster_id",
          "campaign_id",
          "direction",
          "run_id",
          "metric_version",
          "key_id");

  private static final long MICROS = 1_000_000;
  private static final int NAME = 20;
  private static final int VALUE = 10;
  private static final int DIGITS = 3;

  private final Explanation explained;
  private final int width;
  private final boolean brief;
  private final StringBuilder page = new StringBuilder();

  /**
   * @param width columns of a line
   * @param brief whether to leave out what the figures mean
   */
  ExplanationPage(Explanation explained, int width, boolean brief) {
    this.explained = explained;
    this.width = width;
    this.brief = brief;
  }

  String text() {
    head();
    if (explained.text() == null) {
      line("The text lies in the restricted tables, which you may not read.");
    } else {
      page.append(TemplateDrawing.draw(explained.text(), explained.spans(), width, false));
    }
    template();
    explained.deliveries().forEach(this::delivery);
    return page.toString();
  }

  private void head() {
    Map<String, String> message = explained.message();
    line("message  " + explained.message_id());
    String sent = message.get("sent_at");
    line(
        message.get("direction")
            + " "
            + message.get("channel")
            + ", "
            + (sent == null ? "undated" : time(sent))
            + ", from "
            + message.get("sender_id")
            + ", "
            + several(explained.deliveries().size(), "recipient"));
    line("");
  }

  private static String several(long n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  private static String time(String micros) {
    return Instant.ofEpochSecond(Math.floorDiv(Long.parseLong(micros), MICROS)).toString();
  }

  private void template() {
    line("");
    Map<String, String> template = explained.template();
    Map<String, String> scores = explained.deliveries().get(0).scores();
    if (template.isEmpty()) {
      line("No other message has nearly the same text.");
    } else {
      line("template " + scores.get("cluster_id") + ": " + reach(template));
      String skeleton = template.get("skeleton_public");
      wrapped(
          "  ", skeleton == null ? "(its words are shown from 5 recipients on)" : skeleton, width);
      explained.slots().forEach(this::slot);
    }
    if (!explained.campaign().isEmpty()) {
      line("campaign " + scores.get("campaign_id") + ": " + reach(explained.campaign()));
    }
  }

  private static String reach(Map<String, String> family) {
    return several(Long.parseLong(family.get("members_n")), "message")
        + " to "
        + several(Long.parseLong(family.get("recipients_n")), "recipient")
        + " by "
        + several(Long.parseLong(family.get("senders_n")), "sender");
  }

  private void slot(Map<String, String> slot) {
    line(
        "  slot "
            + slot.get("slot_no")
            + "  "
            + padded(slot.get("type"), NAME)
            + percent(slot.get("fill_rate"))
            + " filled, "
            + slot.get("distinct_n")
            + " different");
  }

  private static String percent(String share) {
    BigDecimal percent = new BigDecimal(share).movePointRight(2);
    return percent.setScale(0, RoundingMode.HALF_UP) + " %";
  }

  private void delivery(Delivery delivery) {
    line("");
    String recipient = delivery.scores().get("recipient_id");
    line("to " + (recipient == null ? "nobody named" : recipient));
    List<String> unknown = new ArrayList<>();
    List<String> figures = new ArrayList<>();
    for (RecordComponent column : MessageScoreRow.class.getRecordComponents()) {
      String name = column.getName();
      String value = delivery.scores().get(name);
      if (NO_FIGURES.contains(name) || column.getType() == List.class) {
        continue;
      }
      if (value == null) {
        unknown.add(name);
      } else if (brief) {
        figures.add(name + " " + number(value));
      } else {
        figure(name, value, column.getAnnotation(Doc.class).value());
      }
    }
    if (brief) {
      wrapped("  ", String.join("; ", figures), width);
    }
    recounted(delivery);
    delivery.evidence().forEach(one -> place("evidence", one, "verified"));
    delivery.defects().forEach(one -> place("defect", one, "severity"));
    if (!unknown.isEmpty()) {
      wrapped("  ", "not known, or not for such a message: " + String.join(", ", unknown), width);
    }
  }

  /** The marks show what was counted just now; if that is not what was published, it is said. */
  private void recounted(Delivery delivery) {
    String published = delivery.scores().get("customised_words");
    Integer now = explained.customised_words();
    if (published != null && now != null && !published.equals(now.toString())) {
      line("  The marks show " + now + " customised words, not the " + published + " published.");
    }
  }

  private void figure(String name, String value, String meaning) {
    String head = "  " + padded(name, NAME) + padded(number(value), VALUE);
    String indent = " ".repeat(head.length());
    String lines = fitted(meaning, Math.max(NAME, width - head.length()), indent);
    page.append(head).append(lines.substring(indent.length()));
  }

  private static String number(String value) {
    if (!value.matches("-?[0-9]+\\.[0-9]+(E-?[0-9]+)?")) {
      return value;
    }
    return new BigDecimal(value)
        .setScale(DIGITS, RoundingMode.HALF_UP)
        .stripTrailingZeros()
        .toPlainString();
  }

  private void place(String what, Map<String, String> place, String detail) {
    String quoted = "";
    if (explained.text() != null) {
      int end = Math.min(explained.text().length(), Integer.parseInt(place.get("end")));
      int start = Math.min(end, Integer.parseInt(place.get("start")));
      quoted = ": " + explained.text().substring(start, end).replaceAll("\\p{C}", " ");
    }
    String more = detail.equals("verified") ? verified(place) : ", " + place.get(detail);
    wrapped("  ", what + " " + place.get("type") + more + quoted, width);
  }

  /** A merge field is not verified, since it says nothing but what was filled in. */
  private static String verified(Map<String, String> place) {
    String verified = place.get("verified");
    if (verified == null || place.get("type").startsWith("merge_")) {
      return "";
    }
    return verified.equals("true") ? ", verified" : ", not verified";
  }

  private static String padded(String text, int to) {
    return text + " ".repeat(Math.max(1, to - text.length()));
  }

  private void line(String text) {
    page.append(text).append('\n');
  }

  private void wrapped(String indent, String text, int columns) {
    page.append(fitted(text, Math.max(NAME, columns - indent.length()), indent));
  }

  private static String fitted(String text, int columns, String indent) {
    StringBuilder lines = new StringBuilder();
    StringBuilder current = new StringBuilder();
    for (String word : text.split(" +")) {
      if (current.length() > 0 && current.length() + 1 + word.length() > columns) {
        lines.append(indent).append(current).append('\n');
        current.setLength(0);
      }
      current.append(current.length() == 0 ? "" : " ").append(word);
    }
    return lines.append(indent).append(current).append('\n').toString();
  }
}
