package dev.uncanned.campaign;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.campaign.SampleOutbox.Kind;
import dev.uncanned.campaign.SampleOutbox.Own;
import dev.uncanned.campaign.SampleOutbox.Sample;
import dev.uncanned.cluster.ClusterConfig;
import dev.uncanned.cluster.ClusterKernel;
import dev.uncanned.cluster.Jaccard;
import dev.uncanned.cluster.Targets;
import dev.uncanned.evaluation.Agreement;
import dev.uncanned.signature.DistinctText;
import dev.uncanned.signature.Shingler;
import dev.uncanned.signature.SignatureConfig;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges what is found of templates that are a part of each message only: by clusters of
 * near-duplicates, and by recurring phrases without clusters; a program, no product code.
 *
 * <p>Argument: a seed. A row has the messages of ten senders: campaigns of 10, 30 and 150 texts in
 * which so much is the sender's own, and hand-written messages; all with courtesies here and there.
 * Clusters are judged over the sent texts, campaigns over all messages. Ends with 1 if a target is
 * missed. A row of campaigns has targets where so much of its texts is template that they cannot be
 * taken for hand-written ({@link CampaignConfig#loose_share}).
 */
final class OwnShareQuality {

  private static final CampaignConfig CONFIG = CampaignConfig.standard();
  private static final int[] OWN_PERCENT = {10, 20, 30, 40, 50, 60, 70, 80, 90};
  private static final int[] COPIES = {10, 30, 150};
  private static final int SENDERS = 10;
  private static final int HAND_WRITTEN = 200;
  private static final int THREADS = 2;
  private static final int WORDS = 100;
  private static final int EMBEDDED_WORDS = 40;
  private static final double HUNDRED = 100;
  private static final int MOST_OWN_PERCENT_IN_CLUSTERS = 20;
  private static final double LEAST_CLUSTER_F1 = 0.99;
  private static final double LEAST_CAMPAIGN_F1 = 0.97;
  private static final double LEAST_MASS_RECALL = 0.95;
  private static final double MOST_FALSE_ALARMS = 0.005;

  private final Targets targets;
  private final long seed;

  private OwnShareQuality(Targets targets, long seed) {
    this.targets = targets;
    this.seed = seed;
  }

  public static void main(String[] args) {
    Targets targets = new Targets(System.out);
    OwnShareQuality bench = new OwnShareQuality(targets, Long.parseLong(args[0]));
    targets.say("own prose before the template, %d words together", WORDS);
    for (int percent : OWN_PERCENT) {
      int own = WORDS * percent / 100;
      bench.judge(percent, WORDS - own, own, Own.BEFORE);
    }
    targets.say("own prose around a template of %d words", EMBEDDED_WORDS);
    bench.judgeEmbedded(Own.AROUND);
    targets.say("the same, own words that no other text has");
    bench.judgeEmbedded(Own.UNSEEN);
    System.exit(targets.end());
  }

  private void judgeEmbedded(Own part) {
    for (int percent : OWN_PERCENT) {
      int own = (int) Math.round(EMBEDDED_WORDS * percent / (HUNDRED - percent));
      judge(percent, EMBEDDED_WORDS, own, part);
    }
  }

  private void judge(int percent, int fixed, int own, Own part) {
    Findings findings = new Findings();
    List<Sample> samples = new ArrayList<>();
    for (int sender = 0; sender < SENDERS; sender++) {
      SampleOutbox outbox = new SampleOutbox("s" + sender, SENDERS * seed + sender);
      for (int copies : COPIES) {
        outbox.semiPersonal(copies, fixed, own, part);
      }
      outbox.handWritten(HAND_WRITTEN);
      findings.add(outbox.samples(), CONFIG);
      samples.addAll(outbox.samples());
    }
    List<Sample> sent = samples.stream().filter(sample -> sample.kind() == Kind.SEMI).toList();
    sayClusters(percent, sent, clusters(sent, samples));
    sayCampaigns(fixed / meanTokens(sent) >= CONFIG.loose_share(), findings);
  }

  private void sayClusters(int percent, List<Sample> sent, Agreement clusters) {
    targets.row(
        percent > MOST_OWN_PERCENT_IN_CLUSTERS || clusters.bcubed_f1() >= LEAST_CLUSTER_F1,
        "%d %% own, similarity %.2f: clusters B-cubed P %.4f R %.4f F1 %.4f",
        percent,
        similarity(sent),
        clusters.bcubed_precision(),
        clusters.bcubed_recall(),
        clusters.bcubed_f1());
  }

  private void sayCampaigns(boolean judged, Findings findings) {
    Agreement campaigns = findings.agreement(EnumSet.allOf(Kind.class));
    double found = findings.massShare(Kind.SEMI);
    double falseAlarms = findings.massShare(Kind.HAND_WRITTEN);
    boolean reached =
        campaigns.bcubed_f1() >= LEAST_CAMPAIGN_F1
            && found >= LEAST_MASS_RECALL
            && falseAlarms <= MOST_FALSE_ALARMS;
    targets.row(
        reached || !judged,
        "    campaigns B-cubed P %.4f R %.4f F1 %.4f, mass sends found %.4f, hand-written ones"
            + " taken for such %.4f, %s",
        campaigns.bcubed_precision(),
        campaigns.bcubed_recall(),
        campaigns.bcubed_f1(),
        found,
        falseAlarms,
        judged ? "judged" : "no target");
  }

  private static double meanTokens(List<Sample> samples) {
    return samples.stream()
        .mapToInt(sample -> sample.text().masked().split(" ").length)
        .average()
        .orElseThrow();
  }

  /** Clusters of all messages against the truth about those that were sent to many. */
  private static Agreement clusters(List<Sample> sent, List<Sample> samples) {
    Map<String, DistinctText> texts = new LinkedHashMap<>();
    for (Sample sample : samples) {
      String masked = sample.text().masked();
      texts.putIfAbsent(masked, new DistinctText(ContentHash.of(masked), masked, texts.size(), 1));
    }
    Map<String, String> found = new HashMap<>();
    new ClusterKernel(SignatureConfig.defaults(), ClusterConfig.defaults(), THREADS)
        .cluster(texts.values().iterator())
        .forEachRemaining(row -> found.put(row.fingerprint(), row.cluster_id()));
    return Agreement.of(
        sent.stream().map(Sample::truth).toList(),
        sent.stream()
            .map(sample -> found.get(texts.get(sample.text().masked()).fingerprint()))
            .toList());
  }

  /** Median Jaccard similarity of two neighbouring texts of a campaign. */
  private static double similarity(List<Sample> sent) {
    Shingler shingler = new Shingler(SignatureConfig.defaults());
    List<Double> similarities = new ArrayList<>();
    int[] last = new int[0];
    String truth = null;
    for (Sample sample : sent) {
      shingler.read(sample.text().masked());
      int[] set = shingler.set();
      if (sample.truth().equals(truth)) {
        similarities.add(Jaccard.of(last, set));
      }
      last = set;
      truth = sample.truth();
    }
    similarities.sort(null);
    return similarities.get(similarities.size() / 2);
  }
}
