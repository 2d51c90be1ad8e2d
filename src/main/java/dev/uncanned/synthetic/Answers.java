package dev.uncanned.synthetic;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.SplittableRandom;

/** Writes answers by hand and by machine, with the quoted message below where it belongs. */
final class Answers {

  private static final DateTimeFormatter QUOTE_DATE =
      DateTimeFormatter.ofPattern("EEE, MMM d, yyyy 'at' h:mm a", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final int BY_MAIL_ONE_IN = 4;

  private final World world;
  private final Mailbox mailbox;
  private final Prose prose;
  private final Prose others;
  private final SplittableRandom random;

  Answers(World world, Mailbox mailbox, Prose prose, Prose others, SplittableRandom random) {
    this.world = world;
    this.mailbox = mailbox;
    this.prose = prose;
    this.others = others;
    this.random = random;
  }

  /** The prose of the owner of the mailbox. */
  Prose prose() {
    return prose;
  }

  /** The prose of everybody else. */
  Prose others() {
    return others;
  }

  /** The other person answers, and every second time the owner answers to that. */
  void exchange(Letter first) {
    Letter inbound = answer(first);
    mailbox.add(inbound);
    if (random.nextBoolean()) {
      mailbox.add(answer(inbound));
    }
  }

  private Letter answer(Letter to) {
    Person other = to.outbound() ? to.recipients().get(0) : to.sender();
    Person reader = to.sender();
    boolean outbound = !to.outbound();
    Prose writer = outbound ? prose : others;
    String body = writer.letter(reader, 12 + random.nextInt(30));
    String subject = to.wording().subject();
    if (!subject.isEmpty() && !subject.startsWith("Re: ")) {
      subject = "Re: " + subject;
    }
    Wording wording = Wording.own(Kind.REPLY, subject, body).above(quoted(to));
    Letter.Way way = to.isMail() ? Letter.Way.EMAIL : Letter.Way.LI_MESSAGE;
    if (to.way() == Letter.Way.LI_INMAIL) {
      way = Letter.Way.LI_INMAIL;
    }
    long at = Calendar.answer(to.at(), random);
    return world.letter(way, mailbox.owner, other, at, outbound, wording);
  }

  /** Mails quote what they answer; LinkedIn messages do if the answer was sent by mail. */
  private String quoted(Letter to) {
    String when = QUOTE_DATE.format(Instant.ofEpochSecond(to.at()));
    String own = to.wording().html() ? "" : to.wording().body();
    if (to.isMail()) {
      return "On "
          + when
          + ", "
          + to.sender().fullName()
          + " <"
          + to.sender().email()
          + "> wrote:\n"
          + own.lines().map(line -> "> " + line + "\n").reduce("", String::concat);
    }
    boolean byMail = random.nextInt(BY_MAIL_ONE_IN) == 0 && !own.isEmpty();
    return byMail
        ? "On " + when + ", " + to.sender().display() + " <hit-reply@linkedin.com> wrote: > " + own
        : "";
  }

  /** The other person's machine answers that nobody is there. */
  void absence(Letter to) {
    Person other = to.outbound() ? to.recipients().get(0) : to.sender();
    TemplateText text = world.shelf.autoReply.get(random.nextInt(world.shelf.autoReply.size()));
    TemplateText.Fields fields = TemplateText.Fields.of(other, "");
    Wording wording =
        Wording.canned(
            Kind.AUTO_REPLY, text.subject(fields, random), text.body(fields, random), "");
    long at = to.at() + 5 + random.nextInt(90);
    mailbox.add(world.letter(Letter.Way.EMAIL, mailbox.owner, other, at, !to.outbound(), wording));
  }
}
