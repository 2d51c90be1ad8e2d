package dev.uncanned.campaign;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds how much each message of one sender reuses, and which campaign it belongs to.
 *
 * <p>A message has a campaign if its cluster has other messages, or if it says enough in recurring
 * phrases and others say the same; it has none otherwise. The campaign is named after its oldest
 * message (by time, undated last, then by id).
 */
public final class SenderCampaigns implements Serializable {

  private static final long serialVersionUID = 1L;

  private final CampaignConfig config;

  /** An engine with the given limits. */
  public SenderCampaigns(CampaignConfig config) {
    this.config = config;
  }

  /**
   * What is found of each message of a sender, one member per message: first those that may not be
   * scored, then the others, each in the order of the messages.
   *
   * @param messages all messages of one sender; read once
   * @param clusters id of the cluster by fingerprint; a text without one is a cluster of its own
   */
  public Iterator<SenderMember> members(
      Iterator<SenderText> messages, Map<String, String> clusters) {
    SenderTexts texts = new SenderTexts();
    List<String> templates = new ArrayList<>();
    List<SenderMember> outside = new ArrayList<>();
    String sender = null;
    while (messages.hasNext()) {
      SenderText message = messages.next();
      sender = message.sender_id();
      String fingerprint = message.fingerprint();
      String template = fingerprint == null ? null : clusters.get(fingerprint);
      if (message.eligible()) {
        texts.add(message, template);
        templates.add(template);
      } else {
        CampaignMember member = new CampaignMember(message.message_id(), template, null, null);
        outside.add(new SenderMember(member, sender, message.sent_at(), 0, null, null));
      }
    }
    return Stream.concat(outside.stream(), searched(sender, texts, templates)).iterator();
  }

  private Stream<SenderMember> searched(String sender, SenderTexts texts, List<String> templates) {
    Readership readership = new Readership(texts);
    RecurringPhrases phrases = new RecurringPhrases(texts, readership, config);
    ReuseShares shares = new ReuseShares(texts, phrases, config);
    CampaignNames names = names(texts, readership, phrases, shares);
    String[] campaigns = names.byCluster();
    TemplateUses uses = new TemplateUses(texts);
    return IntStream.range(0, texts.messages())
        .mapToObj(
            message -> {
              int text = texts.textOfMessage(message);
              String template = templates.get(message);
              return new SenderMember(
                  new CampaignMember(
                      texts.messageId(message),
                      template,
                      shares.of(message),
                      campaigns[texts.cluster(text)]),
                  sender,
                  texts.sentAt(message),
                  texts.words(text),
                  names.phrasesOf(message, phrases),
                  template == null ? null : uses.toldBy(message));
            });
  }

  private CampaignNames names(
      SenderTexts texts, Readership readership, RecurringPhrases phrases, ReuseShares shares) {
    CampaignFamilies families =
        new CampaignFamilies(
            new ClusterReading(
                    texts, readership, phrases, shares, config, ClusterReading.MOST_FOUND)
                .clusters(),
            texts.clusters(),
            phrases,
            new PhraseWeights(phrases, texts.recipients()),
            config);
    return new CampaignNames(texts, families);
  }
}
