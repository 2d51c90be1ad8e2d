package dev.uncanned.report;

import java.util.List;

/**
 * Who sent us a text that came more than once.
 *
 * @param senders pseudonyms of its senders, those of most deliveries first
 * @param side their use of it, without ours
 * @param deliveries how often it came, each reader counted
 * @param flagged deliveries among them that are known to be mass sends
 * @param unknown deliveries of which that cannot be known
 */
public record TextUse(
    List<String> senders, SideUse side, long deliveries, long flagged, long unknown) {

  private static final int NAMED = 5;

  public TextUse {
    senders = List.copyOf(senders);
  }

  /** The senders by the beginnings of their pseudonyms. */
  String senderNames() {
    List<String> named = senders.stream().limit(NAMED).map(TemplateCards::shortId).toList();
    String more =
        senders.size() > NAMED ? " and " + Figures.count(senders.size() - NAMED) + " more" : "";
    return String.join(", ", named) + more;
  }

  String flags() {
    if (unknown == deliveries) {
      return "unknown for all " + Figures.count(deliveries);
    }
    String known = Figures.count(flagged) + " of " + Figures.count(deliveries);
    return unknown == 0 ? known : known + "; unknown for " + Figures.count(unknown);
  }
}
