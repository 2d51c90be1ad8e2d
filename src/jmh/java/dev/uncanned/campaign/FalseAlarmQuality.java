package dev.uncanned.campaign;

import dev.uncanned.campaign.MassSends.Found;
import dev.uncanned.campaign.SampleOutbox.Kind;
import dev.uncanned.campaign.SampleOutbox.Sample;
import dev.uncanned.cluster.Targets;
import dev.uncanned.mart.Wilson;
import dev.uncanned.synthetic.HandWritten;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Counts the messages that were written for one reader and are taken for mass sends; a program, no
 * product code.
 *
 * <p>Arguments: a seed, then sets of real mail, each of one or several folders, divided as in a
 * class path. The generator of archives keeps phrases from recurring in what it calls hand-written,
 * so that its archives hold hardly anything to be wrong about. Here nothing is kept from recurring.
 * Ends with 1 if a target is missed.
 *
 * <p>The stock of sentences is limited: the more letters a sender writes, the more of each the
 * sender wrote before, clauses of a dozen words among it. Of real prose one text in twenty has more
 * than 0.15 of its words in recurring phrases; where it is more than {@value #MOST_REUSED}, there
 * is no target, for such texts are not written by hand.
 */
final class FalseAlarmQuality {

  private static final int[] LETTERS = {100, 300, 700, 1500, 3000};
  private static final int LEAST_TEXTS = 6000;
  private static final int LEAST_SENDERS = 4;
  private static final int BESIDE_CAMPAIGNS = 300;
  private static final int CAMPAIGN_SENDERS = 10;
  private static final int COPIES = 60;
  private static final int SEEDS = 1000;
  private static final double MOST_REUSED = 0.3;
  private static final double MOST_FALSE_ALARMS = 0.005;
  private static final double HIGH = 0.95;

  private final Targets targets;
  private final long seed;

  private FalseAlarmQuality(Targets targets, long seed) {
    this.targets = targets;
    this.seed = seed;
  }

  public static void main(String[] args) {
    Targets targets = new Targets(System.out);
    FalseAlarmQuality bench = new FalseAlarmQuality(targets, Long.parseLong(args[0]));
    for (int letters : LETTERS) {
      bench.judgeLetters(letters);
    }
    bench.judgeBesideCampaigns();
    if (args.length == 1) {
      targets.say("real mail: none is given (--mail), not judged");
    }
    for (int i = 1; i < args.length; i++) {
      bench.judgeMail(args[i]);
    }
    System.exit(targets.end());
  }

  private void judgeLetters(int letters) {
    int senders = Math.max(LEAST_SENDERS, LEAST_TEXTS / letters);
    List<Sample> samples = new ArrayList<>();
    for (int sender = 0; sender < senders; sender++) {
      HandWritten prose = new HandWritten(SEEDS * seed + sender);
      SampleOutbox outbox = new SampleOutbox("s" + sender, sender);
      outbox.letters(prose.letters(letters));
      samples.addAll(outbox.samples());
    }
    List<Found> byHand = byHand(samples);
    String what = letters + " letters of each of " + senders + " senders";
    row(reused(byHand) <= MOST_REUSED, what, byHand);
  }

  private void judgeBesideCampaigns() {
    List<Sample> samples = new ArrayList<>();
    for (int sender = 0; sender < CAMPAIGN_SENDERS; sender++) {
      HandWritten prose = new HandWritten(SEEDS * seed + sender);
      SampleOutbox outbox = new SampleOutbox("s" + sender, SEEDS * seed + sender, prose::words);
      outbox.campaigns(COPIES);
      outbox.letters(prose.letters(BESIDE_CAMPAIGNS));
      outbox.handWritten(BESIDE_CAMPAIGNS);
      samples.addAll(outbox.samples());
    }
    String what = " letters, as many with courtesies, and a campaign of each kind";
    row(true, BESIDE_CAMPAIGNS + what, byHand(samples));
  }

  private static List<Found> byHand(List<Sample> samples) {
    Map<String, Found> found =
        new MassSends(CampaignConfig.standard()).in(samples.stream().map(Sample::text).toList());
    return samples.stream()
        .filter(sample -> sample.kind() == Kind.HAND_WRITTEN)
        .map(sample -> found.get(sample.text().message_id()))
        .toList();
  }

  private void judgeMail(String set) {
    List<Path> folders = Stream.of(set.split(File.pathSeparator)).map(Path::of).toList();
    if (!folders.stream().allMatch(Files::isDirectory)) {
      targets.say("real mail: not all of %s are folders, not judged", set);
      return;
    }
    List<RealMail.Mail> mails = RealMail.ofPeople(folders);
    targets.say("real mail of people in %s", set);
    judgeMail("    undated, each to a reader of its own", mails, true);
    judgeMail("    to those whom it was sent to", mails, false);
  }

  private void judgeMail(String what, List<RealMail.Mail> mails, boolean apart) {
    List<SenderText> texts =
        mails.stream().map(mail -> apart ? toOneReader(mail.text()) : mail.text()).toList();
    Map<String, Found> found = new MassSends(CampaignConfig.standard()).in(texts);
    List<Found> all = new ArrayList<>();
    List<Found> answers = new ArrayList<>();
    for (RealMail.Mail mail : mails) {
      Found one = found.get(mail.text().message_id());
      all.add(one);
      if (mail.answer()) {
        answers.add(one);
      }
      if (one.mass()) {
        targets.say("        taken for a mass send: %s", mail.place());
      }
    }
    row(true, what, all);
    row(true, "        the answers among them", answers);
  }

  /** The hardest case: no message has a reader of another, and all are within one window. */
  private static SenderText toOneReader(SenderText text) {
    return new SenderText(
        text.message_id(),
        text.sender_id(),
        List.of("reader of " + text.message_id()),
        null,
        text.fingerprint(),
        text.masked(),
        true);
  }

  private void row(boolean judged, String what, List<Found> byHand) {
    long mass = byHand.stream().filter(Found::mass).count();
    long joined = byHand.stream().filter(Found::joined).count();
    Wilson rate = Wilson.of(mass, byHand.size());
    if (rate.rate() == null) {
      targets.say("%s: no texts", what);
      return;
    }
    targets.row(
        !judged || rate.rate() <= MOST_FALSE_ALARMS,
        "%s, %.2f reused: mass sends %d of %d = %.4f, at most %.4f; in a campaign %d, at most"
            + " %.4f%s",
        what,
        reused(byHand),
        mass,
        byHand.size(),
        rate.rate(),
        rate.hi(),
        joined,
        Wilson.of(joined, byHand.size()).hi(),
        judged ? "" : ", no target");
  }

  /** Share of its words in recurring phrases that one text in twenty exceeds. */
  private static double reused(List<Found> texts) {
    List<Float> shares =
        texts.stream()
            .map(found -> found.member().reuse_share())
            .filter(share -> share != null)
            .sorted()
            .toList();
    return shares.get((int) (HIGH * shares.size()));
  }
}
