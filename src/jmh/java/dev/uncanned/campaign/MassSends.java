package dev.uncanned.campaign;

import dev.uncanned.cluster.ClusterConfig;
import dev.uncanned.cluster.ClusterKernel;
import dev.uncanned.score.FamilyReach;
import dev.uncanned.score.FamilySend;
import dev.uncanned.score.Reach;
import dev.uncanned.score.Scope;
import dev.uncanned.score.ScoreConfig;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.SignatureConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the program makes of messages by their texts and recipients alone: clusters, campaigns,
 * reach and the rule of mass sends, as if none were an answer and none said by its headers that it
 * goes to a list.
 */
final class MassSends {

  /**
   * What was found of a message.
   *
   * @param mass whether it is a mass send
   * @param joined whether it is in a campaign that reached enough people, mass send or not
   * @param member its cluster and campaign
   */
  record Found(boolean mass, boolean joined, CampaignMember member) {}

  private static final int THREADS = 2;
  private static final ScoreConfig SCORES = ScoreConfig.DEFAULT;

  private final CampaignConfig config;

  MassSends(CampaignConfig config) {
    this.config = config;
  }

  /** What was found of each message, by its id; the messages may be of several senders. */
  Map<String, Found> in(List<SenderText> messages) {
    Map<String, String> clusters = clusters(messages);
    Map<String, List<SenderText>> bySender = new LinkedHashMap<>();
    for (SenderText message : messages) {
      bySender.computeIfAbsent(message.sender_id(), none -> new ArrayList<>()).add(message);
    }
    Map<String, Found> found = new HashMap<>();
    for (List<SenderText> outbox : bySender.values()) {
      search(outbox, clusters, found);
    }
    return found;
  }

  private void search(
      List<SenderText> outbox, Map<String, String> clusters, Map<String, Found> found) {
    Map<String, CampaignMember> members = new HashMap<>();
    new SenderCampaigns(config)
        .members(outbox.iterator(), clusters)
        .forEachRemaining(row -> members.put(row.member().message_id(), row.member()));
    Map<String, Integer> templates = reaches(outbox, members, Scope.TEMPLATE);
    Map<String, Integer> campaigns = reaches(outbox, members, Scope.CAMPAIGN);
    for (SenderText message : outbox) {
      String id = message.message_id();
      CampaignMember member = members.get(id);
      boolean joined = campaigns.getOrDefault(id, 0) >= SCORES.mass_reach();
      boolean reused = member.reuse_share() != null && member.reuse_share() >= SCORES.reuse_share();
      boolean template = templates.getOrDefault(id, 0) >= SCORES.mass_reach();
      found.put(id, new Found(template || (reused && joined), joined, member));
    }
  }

  private static Map<String, Integer> reaches(
      List<SenderText> outbox, Map<String, CampaignMember> members, Scope scope) {
    Map<String, List<FamilySend>> families = new LinkedHashMap<>();
    for (SenderText message : outbox) {
      CampaignMember member = members.get(message.message_id());
      String family = scope == Scope.TEMPLATE ? member.cluster_id() : member.campaign_id();
      if (family != null) {
        for (String recipient : message.recipient_ids()) {
          families
              .computeIfAbsent(family, none -> new ArrayList<>())
              .add(send(message, recipient, family, scope));
        }
      }
    }
    Map<String, Integer> reaches = new HashMap<>();
    for (List<FamilySend> family : families.values()) {
      new Reach(SCORES)
          .reaches(family.iterator())
          .forEachRemaining((FamilyReach row) -> reaches.put(row.message_id(), row.reach_n()));
    }
    return reaches;
  }

  private static FamilySend send(SenderText message, String recipient, String family, Scope scope) {
    return new FamilySend(
        family,
        scope,
        message.message_id(),
        message.sender_id(),
        recipient,
        null,
        null,
        false,
        message.sent_at(),
        true);
  }

  private static Map<String, String> clusters(List<SenderText> messages) {
    Map<String, DistinctText> texts = new LinkedHashMap<>();
    for (SenderText message : messages) {
      texts.putIfAbsent(
          message.fingerprint(),
          new DistinctText(message.fingerprint(), message.masked(), texts.size(), 1));
    }
    Map<String, String> clusters = new HashMap<>();
    new ClusterKernel(SignatureConfig.defaults(), ClusterConfig.defaults(), THREADS)
        .cluster(texts.values().iterator())
        .forEachRemaining(row -> clusters.put(row.fingerprint(), row.cluster_id()));
    return clusters;
  }
}
