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
 * sender wrote before, clauses of a dozen words among it, which nobody writes by hand. So outboxes
 * of 1,500 letters and more are shown and not judged. Their number decides that and not what the
 * engine finds to recur, or a row would go unjudged as soon as the engine finds too much. How much
 * is repeated is counted without the engine ({@link RepeatedWords}) and decides nothing.
 */
final class FalseAlarmQuality {

  private static final int[] JUDGED_LETTERS = {100, 300, 700};
  private static final int[] SHOWN_LETTERS = {1500, 3000};
  private static final int LEAST_TEXTS = 6000;
  private static final int LEAST_SENDERS = 4;
  private static final int BESIDE_CAMPAIGNS = 300;
  private static final int CAMPAIGN_SENDERS = 10;
  private static final int COPIES = 60;
  private static final int SEEDS = 1000;
  private static final double MOST_FALSE_ALARMS = 0.005;
  private static final double HIGH = 0.95;

  /**
   * What was found of a text that was written for one reader.
   *
   * @param repeated share of its words that its sender also wrote elsewhere, 0 to 1
   */
  private record Judged(Found found, double repeated) {}

  private final Targets targets;
  private final long seed;

  private FalseAlarmQuality(Targets targets, long seed) {
    this.targets = targets;
    this.seed = seed;
  }

  public static void main(String[] args) {
    Targets targets = new Targets(System.out);
    FalseAlarmQuality bench = new FalseAlarmQuality(targets, Long.parseLong(args[0]));
    for (int letters : JUDGED_LETTERS) {
      bench.letters(true, letters);
    }
    for (int letters : SHOWN_LETTERS) {
      bench.letters(false, letters);
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

  private void letters(boolean judged, int letters) {
    int senders = Math.max(LEAST_SENDERS, LEAST_TEXTS / letters);
    List<Sample> samples = new ArrayList<>();
    for (int sender = 0; sender < senders; sender++) {
      HandWritten prose = new HandWritten(SEEDS * seed + sender);
      SampleOutbox outbox = new SampleOutbox("s" + sender, sender);
      outbox.letters(prose.letters(letters));
      samples.addAll(outbox.samples());
    }
    String what = letters + " letters of each of " + senders + " senders";
    row(judged, what, byHand(samples));
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

  private static List<Judged> byHand(List<Sample> samples) {
    List<SenderText> texts = samples.stream().map(Sample::text).toList();
    Map<String, Found> found = new MassSends(CampaignConfig.standard()).in(texts);
    RepeatedWords repeated = new RepeatedWords(texts);
    return samples.stream()
        .filter(sample -> sample.kind() == Kind.HAND_WRITTEN)
        .map(Sample::text)
        .map(text -> new Judged(found.get(text.message_id()), repeated.share(text)))
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
    RepeatedWords repeated = new RepeatedWords(texts);
    List<Judged> all = new ArrayList<>();
    List<Judged> answers = new ArrayList<>();
    for (RealMail.Mail mail : mails) {
      Found one = found.get(mail.text().message_id());
      Judged judged = new Judged(one, repeated.share(mail.text()));
      all.add(judged);
      if (mail.answer()) {
        answers.add(judged);
      }
      if (one.mass()) {
        targets.say("        taken for a mass send: %s", mail.place());
      }
    }
    row(true, what, all);
    if (!answers.isEmpty()) {
      row(true, "        the answers among them", answers);
    }
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

  private void row(boolean judged, String what, List<Judged> byHand) {
    if (byHand.isEmpty()) {
      targets.row(!judged, "%s: no texts", what);
      return;
    }
    long mass = byHand.stream().filter(text -> text.found().mass()).count();
    long joined = byHand.stream().filter(text -> text.found().joined()).count();
    Wilson rate = Wilson.of(mass, byHand.size());
    targets.row(
        !judged || rate.rate() <= MOST_FALSE_ALARMS,
        "%s, %.2f repeated: mass sends %d of %d = %.4f, at most %.4f; in a campaign %d, at most"
            + " %.4f%s",
        what,
        repeated(byHand),
        mass,
        byHand.size(),
        rate.rate(),
        rate.hi(),
        joined,
        Wilson.of(joined, byHand.size()).hi(),
        judged ? "" : "; shown, not judged");
  }

  /** The share that one text in twenty exceeds. */
  private static double repeated(List<Judged> texts) {
    List<Double> shares = texts.stream().map(Judged::repeated).sorted().toList();
    return shares.get((int) (HIGH * shares.size()));
  }
}
