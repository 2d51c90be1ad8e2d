package dev.uncanned.campaign;

import dev.uncanned.evaluation.Agreement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How well the members that were found agree with the truth of sample outboxes. */
final class Findings {

  private static final int MASS_REACH = 5;
  private static final double MASS_REUSE = 0.3;

  private final List<SampleOutbox.Sample> samples = new ArrayList<>();
  private final List<CampaignMember> members = new ArrayList<>();

  void add(List<SampleOutbox.Sample> outbox, CampaignConfig config) {
    Map<String, CampaignMember> byId = new HashMap<>();
    new SenderCampaigns(config)
        .members(outbox.stream().map(SampleOutbox.Sample::text).iterator(), Map.of())
        .forEachRemaining(found -> byId.put(found.member().message_id(), found.member()));
    for (SampleOutbox.Sample sample : outbox) {
      samples.add(sample);
      members.add(byId.get(sample.text().message_id()));
    }
  }

  /** Share of the messages of a kind that count as mass sends. */
  double massShare(SampleOutbox.Kind kind) {
    Map<String, Integer> clusters = new HashMap<>();
    Map<String, Integer> campaigns = new HashMap<>();
    for (int i = 0; i < samples.size(); i++) {
      clusters.merge(samples.get(i).text().masked(), 1, Integer::sum);
      campaigns.merge(campaignOf(i), 1, Integer::sum);
    }
    int mass = 0;
    int all = 0;
    for (int i = 0; i < samples.size(); i++) {
      if (samples.get(i).kind() == kind) {
        all++;
        boolean template = clusters.get(samples.get(i).text().masked()) >= MASS_REACH;
        boolean campaign =
            members.get(i).reuse_share() >= MASS_REUSE
                && campaigns.get(campaignOf(i)) >= MASS_REACH;
        mass += template || campaign ? 1 : 0;
      }
    }
    return all == 0 ? Double.NaN : (double) mass / all;
  }

  /** B-cubed F1 of the campaigns; a message without one is a campaign of its own. */
  double bCubed() {
    return agreement(EnumSet.allOf(SampleOutbox.Kind.class)).bcubed_f1();
  }

  /** How the campaigns of the messages of some kinds agree with the truth about them. */
  Agreement agreement(Set<SampleOutbox.Kind> kinds) {
    List<String> truths = new ArrayList<>();
    List<String> founds = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      if (kinds.contains(samples.get(i).kind())) {
        truths.add(samples.get(i).truth());
        founds.add(campaignOf(i));
      }
    }
    return Agreement.of(truths, founds);
  }

  List<Float> shares(SampleOutbox.Kind kind) {
    List<Float> shares = new ArrayList<>();
    for (int i = 0; i < samples.size(); i++) {
      if (samples.get(i).kind() == kind) {
        shares.add(members.get(i).reuse_share());
      }
    }
    shares.sort(null);
    return shares;
  }

  /** Distinct campaigns among the messages of a truth, those without one left out. */
  long campaignsOf(String truth) {
    return java.util.stream.IntStream.range(0, samples.size())
        .filter(i -> samples.get(i).truth().equals(truth))
        .mapToObj(i -> members.get(i).campaign_id())
        .filter(java.util.Objects::nonNull)
        .distinct()
        .count();
  }

  private String campaignOf(int i) {
    String id = members.get(i).campaign_id();
    return id == null ? samples.get(i).text().message_id() : id;
  }
}
