package dev.uncanned.report;

import java.util.List;

/** A figure whose spread the analyst's page shows, and the classes into which it is counted. */
public enum Spread {
  CUSTOMISED_WORDS(
      "Customised words",
      "First messages by words in no phrase that enough others of their template, campaign or"
          + " outbox share.",
      List.of(0.0, 1.0, 2.0, 3.0, 5.0, 8.0, 12.0, 20.0, 40.0),
      List.of("0", "1", "2", "3–4", "5–7", "8–11", "12–19", "20–39", "40 up")),
  CUSTOMISED_SHARE(
      "Customised share",
      "First messages by customised words / words that are no placeholder.",
      List.of(0.0, Double.MIN_VALUE, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7),
      List.of("none", "< 0.05", "0.05 up", "0.1 up", "0.2 up", "0.3 up", "0.5 up", "0.7 up")),
  REACH(
      "Reach",
      "First messages by recipients whom their template, or their campaign, reached within the"
          + " window.",
      List.of(0.0, 2.0, 3.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0),
      List.of("1", "2", "3–4", "5–9", "10–19", "20–49", "50–99", "100–199", "200 up")),
  PERSONAL_LEVEL(
      "Personal level",
      "First messages by how far they speak of the reader: 0 not at all, 1 merge fields only, 2"
          + " segment, 3 specific, 4 verified.",
      List.of(0.0, 1.0, 2.0, 3.0, 4.0),
      List.of("0", "1", "2", "3", "4")),
  REPLY_LATENCY(
      "Reply latency",
      "First messages with an answer by the time until it came.",
      List.of(0.0, 1.0, 4.0, 12.0, 24.0, 72.0, 168.0),
      List.of("< 1 h", "1–4 h", "4–12 h", "12–24 h", "1–3 d", "3–7 d", "7 d up")),
  GAP(
      "Gap between touches",
      "Follow-ups that answer nothing, by days since the sender's previous message to the same"
          + " reader.",
      List.of(0.0, 1.0, 2.0, 4.0, 7.0, 14.0, 30.0, 90.0),
      List.of("< 1 d", "1 d", "2–3 d", "4–6 d", "7–13 d", "14–29 d", "30–89 d", "90 d up"));

  private final String title;
  private final String basis;
  private final List<Double> from;
  private final List<String> labels;

  Spread(String title, String basis, List<Double> from, List<String> labels) {
    this.title = title;
    this.basis = basis;
    this.from = from;
    this.labels = labels;
  }

  String title() {
    return title;
  }

  /** What is counted by what. */
  String basis() {
    return basis;
  }

  List<String> labels() {
    return labels;
  }

  /** The class of a value that is not negative. */
  public int bin(double value) {
    int bin = 0;
    while (bin + 1 < from.size() && value >= from.get(bin + 1)) {
      bin++;
    }
    return bin;
  }

  /** How many classes there are. */
  public int bins() {
    return from.size();
  }
}
