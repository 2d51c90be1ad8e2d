package dev.uncanned.score;

import dev.uncanned.archive.Contact;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Compares the recipients of a message with those whom its offer is meant for. */
public final class OfferAudience implements Serializable {

  private static final long serialVersionUID = 1L;
  private static final String SCHEME = "://";
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
    Set<String> hosts = hosts(text.text());
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
    return hosts.stream().anyMatch(host -> host.equals(lower) || host.endsWith('.' + lower));
  }

  /** The hosts of the links of a text, in lower case. */
  static Set<String> hosts(String text) {
    Set<String> hosts = new TreeSet<>();
    if (text == null) {
      return hosts;
    }
    addBehind(text, SCHEME, SCHEME.length(), hosts);
    addBehind(text, WWW, 0, hosts);
    return hosts;
  }

  private static void addBehind(String text, String mark, int skipped, Set<String> hosts) {
    for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length())) {
      int end = at + skipped;
      while (end < text.length() && isHost(text.charAt(end))) {
        end++;
      }
      String host = text.substring(at + skipped, end).toLowerCase(Locale.ROOT);
      hosts.add(host.endsWith(".") ? host.substring(0, host.length() - 1) : host);
    }
  }

  private static boolean isHost(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-';
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
