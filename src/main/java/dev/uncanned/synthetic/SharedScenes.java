package dev.uncanned.synthetic;

import java.util.SplittableRandom;

/** What connects the mailboxes of a team: colleagues who write, outsiders who write to several. */
final class SharedScenes {

  private static final int MESSAGES = 3;

  private final World world;

  SharedScenes(World world) {
    this.world = world;
  }

  /**
   * Adds the conversation of a member with the colleague beside, the same in both mailboxes.
   *
   * <p>Everything about it comes from the pair alone, so that both mailboxes agree without knowing
   * of each other. The member with the even number has the rows of the truth.
   */
  void addColleague(Mailbox mailbox) {
    int even = mailbox.number / 2 * 2;
    if (even + 1 >= world.senders()) {
      return;
    }
    SplittableRandom random = world.random("colleagues", even);
    Prose prose = new Prose(world.corpus, random);
    Person one = world.member(even);
    Person two = world.member(even + 1);
    long at = Calendar.anyTime(random);
    for (int i = 0; i < MESSAGES; i++) {
      Person from = i % 2 == 0 ? one : two;
      Person to = i % 2 == 0 ? two : one;
      Wording wording =
          Wording.own(i == 0 ? Kind.HAND : Kind.REPLY, "", prose.letter(to, 20 + 5 * i));
      Letter letter =
          new Letter(
              Letter.Way.LI_MESSAGE,
              World.conversation(one.profile(), two.email()),
              "",
              from,
              java.util.List.of(to),
              at + i * Calendar.HOUR,
              from == mailbox.owner,
              wording);
      if (mailbox.number == even) {
        mailbox.add(letter);
      } else {
        mailbox.addCopy(letter);
      }
    }
  }

  /** Adds what outside senders wrote to this member and to five or more beside. */
  void addOutsiders(Mailbox mailbox, SplittableRandom random, Answers answers) {
    int full = world.senders() / GeneratorConfig.MIN_SENDERS;
    int block = Math.min(mailbox.number / GeneratorConfig.MIN_SENDERS, full - 1);
    int texts = world.shelf.inbound.size();
    for (int i = 0; i < texts; i++) {
      TemplateText text = world.shelf.inbound.get(i);
      Person outsider = world.outsider(block * 100L + i);
      TemplateText.Fields fields = TemplateText.Fields.of(mailbox.owner, "");
      boolean mail = mailbox.hasMail && i % 2 == 0;
      Letter.Way way = mail ? Letter.Way.EMAIL : Letter.Way.LI_MESSAGE;
      String label = text.name() + "/outside-" + (block + 1);
      Wording wording =
          Wording.canned(
              Kind.INBOUND_BLAST,
              mail ? text.subject(fields, random) : "",
              text.body(fields, random),
              label);
      long start = Calendar.campaignStart(world.random("outside " + i, block));
      long at = start + (mailbox.number % GeneratorConfig.MIN_SENDERS) * 900L;
      Letter letter = world.letter(way, mailbox.owner, outsider, at, false, wording);
      mailbox.add(letter);
      if (mail && i == 0) {
        answers.absence(letter);
      }
    }
  }
}
