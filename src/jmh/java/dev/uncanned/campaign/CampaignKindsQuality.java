package dev.uncanned.campaign;

import dev.uncanned.campaign.MassSends.Found;
import dev.uncanned.campaign.SampleOutbox.Kind;
import dev.uncanned.campaign.SampleOutbox.Sample;
import dev.uncanned.cluster.Targets;
import dev.uncanned.evaluation.Agreement;
import dev.uncanned.synthetic.HandWritten;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Judges campaigns and mass sends kind by kind, the ones that are hard to find among them; a
 * program, no product code.
 *
 * <p>Argument: a seed. Ten senders have a campaign of each kind and hand-written messages, with
 * courtesies in all of them. The kinds are judged in one outbox, for campaigns of 10, 30 and 150
 * messages. Ends with 1 if a target is missed.
 */
final class CampaignKindsQuality {

  private static final int[] COPIES = {10, 30, 150};
  private static final int SENDERS = 10;
  private static final int HAND_WRITTEN = 300;
  private static final int SEEDS = 1000;
  private static final double LEAST_CAMPAIGN_F1 = 0.97;
  private static final double LEAST_MASS_RECALL = 0.95;
  private static final double MOST_FALSE_ALARMS = 0.005;
  private static final double LOW = 0.05;

  private final Targets targets;
  private final long seed;

  private CampaignKindsQuality(Targets targets, long seed) {
    this.targets = targets;
    this.seed = seed;
  }

  public static void main(String[] args) {
    Targets targets = new Targets(System.out);
    CampaignKindsQuality bench = new CampaignKindsQuality(targets, Long.parseLong(args[0]));
    for (int copies : COPIES) {
      targets.say("campaigns of %d messages", copies);
      bench.judge(copies);
    }
    System.exit(targets.end());
  }

  private void judge(int copies) {
    List<Sample> samples = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      HandWritten prose = new HandWritten(SEEDS * seed + sender);
      SampleOutbox outbox = new SampleOutbox("s" + sender, SEEDS * seed + sender, prose::words);
      outbox.campaigns(copies);
      outbox.letters(prose.letters(HAND_WRITTEN));
      samples.addAll(outbox.samples());
    }
    Map<String, Found> found =
        new MassSends(CampaignConfig.standard()).in(samples.stream().map(Sample::text).toList());
    double campaigns = agreement(samples, found).bcubed_f1();
    targets.atLeast("    campaigns, B-cubed F1", campaigns, LEAST_CAMPAIGN_F1);
    for (Kind kind : Kind.values()) {
      List<Sample> ofKind = samples.stream().filter(sample -> sample.kind() == kind).toList();
      judge(kind, ofKind, found);
    }
  }

  private void judge(Kind kind, List<Sample> samples, Map<String, Found> found) {
    double mass =
        (double) samples.stream().filter(sample -> of(sample, found).mass()).count()
            / samples.size();
    List<Float> shares =
        samples.stream().map(sample -> of(sample, found).member().reuse_share()).sorted().toList();
    Agreement alone = agreement(samples, found);
    targets.row(
        kind.isCampaign() ? mass >= LEAST_MASS_RECALL : mass <= MOST_FALSE_ALARMS,
        "    %-12s mass sends %.4f; reused, median %.2f, one in twenty below %.2f; alone B-cubed"
            + " P %.4f R %.4f F1 %.4f",
        kind,
        mass,
        shares.get(shares.size() / 2),
        shares.get((int) (LOW * shares.size())),
        alone.bcubed_precision(),
        alone.bcubed_recall(),
        alone.bcubed_f1());
  }

  private static Found of(Sample sample, Map<String, Found> found) {
    return found.get(sample.text().message_id());
  }

  /** A message without a campaign is one of its own. */
  private static Agreement agreement(List<Sample> samples, Map<String, Found> found) {
    List<String> campaigns = new ArrayList<>();
    for (Sample sample : samples) {
      String id = of(sample, found).member().campaign_id();
      campaigns.add(id == null ? sample.text().message_id() : id);
    }
    return Agreement.of(samples.stream().map(Sample::truth).toList(), campaigns);
  }
}
