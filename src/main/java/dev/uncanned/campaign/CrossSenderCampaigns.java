package dev.uncanned.campaign;

import dev.uncanned.archive.ContentHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Joins the campaigns of different senders that use the same text.
 *
 * <p>Campaigns are taken in turn, those with the most phrases first. Each goes to the family that
 * holds at least {@code containment} of the weight of its phrases, and enough of them in number
 * ({@link SharedPhrases}). Campaigns without enough phrases, and messages in none, are joined by
 * their template where it is long enough.
 *
 * <p>Two campaigns of one sender never come together here: they were told apart with all of that
 * sender's messages at hand. This also keeps courtesies from chaining campaigns.
 */
final class CrossSenderCampaigns {

  /**
   * Shorter texts are shared by people who never heard of each other; so many words in a row are as
   * many phrases less the length of one.
   */
  static final int LEAST_WORDS = 20;

  private final CampaignConfig config;
  private final int leastPhrases;
  private final List<Family> families = new ArrayList<>();
  private final Map<String, Family> familyOfCampaign = new HashMap<>();
  private final Map<String, SenderCampaign> campaigns = new HashMap<>();

  private static final class Family {
    private final Set<String> senders = new HashSet<>();
    private final List<String> froms = new ArrayList<>();
    private OldestMessage oldest;

    private void add(String from, OldestMessage message) {
      froms.add(from);
      boolean older = oldest == null || OldestMessage.BY_AGE.compare(message, oldest) < 0;
      oldest = older ? message : oldest;
    }
  }

  private CrossSenderCampaigns(CampaignConfig config) {
    this.config = config;
    this.leastPhrases = LEAST_WORDS - config.phrase_words() + 1;
  }

  /** The names of all campaigns that several senders share, from all sends in any order. */
  static Iterator<CampaignName> names(Iterator<ComparedSend> sends, CampaignConfig config) {
    List<SenderCampaign> campaigns = new ArrayList<>();
    Map<String, List<TemplateUse>> templates = new TreeMap<>();
    while (sends.hasNext()) {
      ComparedSend send = sends.next();
      if (send.campaign() == null) {
        templates
            .computeIfAbsent(send.use().cluster_id(), unseen -> new ArrayList<>())
            .add(send.use());
      } else {
        campaigns.add(send.campaign());
      }
    }
    campaigns.sort(
        Comparator.<SenderCampaign>comparingInt(campaign -> -campaign.phrases().length)
            .thenComparing(SenderCampaign::campaign_id));
    CrossSenderCampaigns all = new CrossSenderCampaigns(config);
    all.join(campaigns);
    templates.forEach(all::join);
    return all.names().iterator();
  }

  private void join(List<SenderCampaign> sorted) {
    SharedPhrases phrases = new SharedPhrases(sorted, leastPhrases, config);
    for (int i = 0; i < sorted.size(); i++) {
      SenderCampaign campaign = sorted.get(i);
      campaigns.put(campaign.campaign_id(), campaign);
      if (campaign.phrases().length >= leastPhrases) {
        String sender = campaign.sender_id();
        int elected = phrases.elect(i, family -> families.get(family).senders.contains(sender));
        int family = elected == FamilyVotes.NOBODY ? families.size() : elected;
        add(campaign, family == families.size() ? newFamily() : families.get(family));
        phrases.hold(i, family);
      }
    }
  }

  private Family newFamily() {
    families.add(new Family());
    return families.get(families.size() - 1);
  }

  private void add(SenderCampaign campaign, Family family) {
    family.senders.add(campaign.sender_id());
    family.add(campaign.campaign_id(), OldestMessage.of(campaign.sent_at(), campaign.message_id()));
    familyOfCampaign.put(campaign.campaign_id(), family);
  }

  private void join(String template, List<TemplateUse> uses) {
    long messages = uses.stream().mapToLong(TemplateUse::template_messages_n).sum();
    if (uses.size() < 2 || messages <= config.other_recipients()) {
      return;
    }
    uses.sort(
        Comparator.comparing(
                TemplateUse::campaign_id, Comparator.<String>nullsLast(Comparator.naturalOrder()))
            .thenComparing(TemplateUse::sender_id));
    Family family = familyOfMost(uses);
    for (TemplateUse use : uses) {
      SenderCampaign campaign = campaigns.get(use.campaign_id());
      boolean open = campaign != null && !familyOfCampaign.containsKey(use.campaign_id());
      if (open && !family.senders.contains(use.sender_id())) {
        add(campaign, family);
      }
    }
    addAlone(template, uses, family);
  }

  /** The messages with a template that are in no campaign of their senders. */
  private static void addAlone(String template, List<TemplateUse> uses, Family family) {
    List<TemplateUse> alone = uses.stream().filter(use -> use.campaign_id() == null).toList();
    alone.stream()
        .map(use -> OldestMessage.of(use.sent_at(), use.message_id()))
        .min(OldestMessage.BY_AGE)
        .ifPresent(oldest -> family.add(template, oldest));
    alone.forEach(use -> family.senders.add(use.sender_id()));
  }

  /** The family of most of the campaigns, of several the one that comes first; else a new one. */
  private Family familyOfMost(List<TemplateUse> uses) {
    Map<Family, Integer> counts = new LinkedHashMap<>();
    for (TemplateUse use : uses) {
      Family family = familyOfCampaign.get(use.campaign_id());
      if (family != null) {
        counts.merge(family, 1, Integer::sum);
      }
    }
    Family top = null;
    for (Map.Entry<Family, Integer> count : counts.entrySet()) {
      top = top == null || count.getValue() > counts.get(top) ? count.getKey() : top;
    }
    return top == null ? newFamily() : top;
  }

  private List<CampaignName> names() {
    List<CampaignName> names = new ArrayList<>();
    for (Family family : families) {
      if (family.senders.size() > 1) {
        String to = ContentHash.of(CampaignNames.NAMESPACE, family.oldest.message_id());
        family.froms.forEach(from -> names.add(new CampaignName(from, to)));
      }
    }
    return names;
  }
}
