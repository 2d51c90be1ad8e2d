package dev.uncanned.report;

import dev.uncanned.mart.Reliability;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What a run found out about its own figures.
 *
 * @param triedMessages messages that were judged with the record of another reader
 * @param falseVerified those in which something was found to be true of the other reader
 * @param weightsRank least rank correlation of the order of senders when a weight of the personal
 *     score changes by half; null with too few senders
 */
public record Trust(long triedMessages, long falseVerified, Double weightsRank) {

  /** Nothing was checked. */
  static final Trust NONE = new Trust(0, 0, null);

  /** One sentence for each check. */
  List<String> sentences(List<Reliability> reliabilities) {
    List<String> sentences = new ArrayList<>();
    sentences.add(verification());
    if (weightsRank != null) {
      sentences.add(
          "The weights of the personal score are a convention. With any of them halved or half as"
              + " large again, the order of senders still correlates with the published one by "
              + Figures.coefficient(weightsRank)
              + " at least.");
    }
    reliabilities.stream()
        .sorted(Comparator.comparing(Reliability::metric))
        .forEach(figure -> sentences.add(repeatability(figure)));
    return sentences;
  }

  private String verification() {
    Count found = new Count(falseVerified, triedMessages);
    if (!found.isShown()) {
      return "Whether “verified” can be trusted is not known: "
          + Figures.tooFew(triedMessages)
          + " messages to try with the record of another reader.";
    }
    return "Judged with the record of another reader of the same template, "
        + found.rate()
        + " of "
        + Figures.count(triedMessages)
        + " messages seemed to say something true of that reader (95 % interval "
        + found.interval()
        + "). Below 1 % “verified” can be taken at its word.";
  }

  private static String repeatability(Reliability figure) {
    String words = Vocabulary.name(figure.metric());
    String name = words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    if (figure.reliability() == null) {
      return name + ": whether differences between senders repeat themselves cannot be told.";
    }
    if (!figure.isComparable()) {
      return name
          + ": differences between senders do not repeat themselves between random halves of their"
          + " messages (reliability below 0.8), so senders are not compared in it.";
    }
    return name
        + ": random halves of the senders' messages agree with a reliability of "
        + Figures.coefficient(figure.reliability())
        + ".";
  }
}
