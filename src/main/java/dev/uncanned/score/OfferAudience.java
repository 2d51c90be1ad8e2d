package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import dev.uncanned.text.LinkHosts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Compares the recipients of a message with those whom its offer is meant for. */
public final class OfferAudience implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String WWW = "www.";

  private final OfferConfig config;

  /** The audiences of the configured offers. */
  public OfferAudience(OfferConfig config) {
    this.config = config;
  }

  /** One row per recipient; none for a message without a configured offer. */
  public List<OfferMatch> matches(OfferedText text) {
    Offer offer = offer(text);
    List<OfferMatch> matches = new ArrayList<>();
    if (offer == null || text.recipient_ids() == null) {
      return matches;
    }
    for (int i = 0; i < text.recipient_ids().size(); i++) {
      boolean known = text.recipients() != null && i < text.recipients().size();
      AudienceMatch match = match(offer, known ? text.recipients().get(i) : null);
      matches.add(
          new OfferMatch(text.message_id(), text.recipient_ids().get(i), offer.name(), match));
    }
    return matches;
  }

  private Offer offer(OfferedText text) {
    Set<String> hosts = LinkHosts.of(text.text());
    for (Offer offer : config.offers()) {
      boolean template =
          offer.template_ids().stream()
              .anyMatch(id -> id.equals(text.template_ref()) || id.equals(text.cluster_id()));
      if (template || offer.link_domains().stream().anyMatch(domain -> leadsTo(hosts, domain))) {
        return offer;
      }
    }
    return null;
  }

  private static boolean leadsTo(Set<String> hosts, String domain) {
    String lower = domain.toLowerCase(Locale.ROOT);
    String bare = lower.startsWith(WWW) ? lower.substring(WWW.length()) : lower;
    return hosts.stream().anyMatch(host -> host.equals(bare) || host.endsWith('.' + bare));
  }

  private static AudienceMatch match(Offer offer, Contact recipient) {
    TitleFamily family = TitleFamily.of(recipient);
    if (family == null) {
      return AudienceMatch.UNKNOWN;
    }
    String title = plain(recipient.title());
    if (offer.exclude_titles().stream().anyMatch(phrase -> title.contains(plain(phrase)))) {
      return AudienceMatch.OUT;
    }
    boolean meant = offer.title_families().isEmpty() || offer.title_families().contains(family);
    if (!meant && family == TitleFamily.OTHER) {
      return AudienceMatch.UNKNOWN;
    }
    return meant ? AudienceMatch.IN : AudienceMatch.OUT;
  }

  /** The words in lower case without accents, each with a space before and behind. */
  private static String plain(String phrase) {
    Words words = Words.of(phrase);
    StringBuilder plain = new StringBuilder(" ");
    for (int i = 0; i < words.count(); i++) {
      plain.append(words.folded(i)).append(' ');
    }
    return plain.toString();
  }
}
