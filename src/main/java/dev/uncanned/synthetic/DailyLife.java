package dev.uncanned.synthetic;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Fills a mailbox with what is no campaign: hand-written messages, buttons, drafts, events, ads.
 */
final class DailyLife {

  /** Numbers of acquaintances from here on get no campaign. */
  private static final int FRIENDS = 700_000;

  private static final double ONE_TAP_SHARE = 0.06;
  private static final int INBOUND_ONE_IN = 6;
  private static final int ANSWERED_ONE_IN = 4;
  private static final int MAIL_ONE_IN = 3;
  private static final int GROUP_MEMBERS = 4;
  private static final int MIN_FOR_GROUP = 100;
  private static final List<String> BUTTONS =
      List.of("Sign up now", "Not for me right now", "Schedule");

  private final World world;
  private final Mailbox mailbox;
  private final Answers answers;
  private final SplittableRandom random;
  private int met;

  DailyLife(World world, Mailbox mailbox, Answers answers, SplittableRandom random) {
    this.world = world;
    this.mailbox = mailbox;
    this.answers = answers;
    this.random = random;
  }

  /** Adds messages until the mailbox has the given number of rows of the truth. */
  void fill(int budget) {
    addOutOfScope(Math.max(1, budget / 120));
    if (budget >= MIN_FOR_GROUP) {
      addGroup();
    }
    int taps = (int) (budget * ONE_TAP_SHARE);
    for (int i = 0; i < taps; i++) {
      addOneTap(i);
    }
    while (mailbox.rows() < budget) {
      addByHand();
    }
  }

  private Person friend(long number) {
    return world.acquaintance(mailbox.number, FRIENDS + number);
  }

  private void addByHand() {
    Person other = friend(met++);
    boolean outbound = random.nextInt(INBOUND_ONE_IN) != 0;
    boolean mail = mailbox.hasMail && random.nextInt(MAIL_ONE_IN) == 0;
    Letter.Way way = mail ? Letter.Way.EMAIL : Letter.Way.LI_MESSAGE;
    Prose writer = outbound ? answers.prose() : answers.others();
    Person reader = outbound ? other : mailbox.owner;
    String body = writer.letter(reader, 18 + random.nextInt(60));
    String subject = mail ? writer.sentences(5).replaceAll("[.!?]+$", "") : "";
    Wording wording = Wording.own(Kind.HAND, shortened(subject), body);
    long at = Calendar.anyTime(random);
    Letter letter = world.letter(way, mailbox.owner, other, at, outbound, wording);
    mailbox.add(letter);
    if (outbound && random.nextInt(ANSWERED_ONE_IN) == 0) {
      answers.exchange(letter);
    }
  }

  private static String shortened(String subject) {
    int end = subject.length() > 60 ? subject.lastIndexOf(' ', 60) : subject.length();
    return subject.substring(0, Math.max(end, 0));
  }

  private void addOneTap(int number) {
    Person other = friend(random.nextInt(number + 3));
    boolean outbound = random.nextInt(3) != 0;
    TemplateText text = world.shelf.oneTap.get(random.nextInt(world.shelf.oneTap.size()));
    Person reader = outbound ? other : mailbox.owner;
    String body = text.body(TemplateText.Fields.of(reader, ""), random);
    Wording wording = Wording.canned(Kind.ONE_TAP, "", body, "");
    long at = Calendar.anyTime(random);
    mailbox.add(world.letter(Letter.Way.LI_MESSAGE, mailbox.owner, other, at, outbound, wording));
  }

  private void addGroup() {
    List<Person> members =
        java.util.stream.LongStream.range(0, GROUP_MEMBERS).mapToObj(this::friend).toList();
    String id = World.conversation(mailbox.owner.profile(), "group");
    long at = Calendar.anyTime(random);
    for (int i = 0; i < GROUP_MEMBERS; i++) {
      boolean outbound = i % 2 == 0;
      Person sender = outbound ? mailbox.owner : members.get(i);
      List<Person> recipients =
          java.util.stream.Stream.concat(
                  members.stream(), java.util.stream.Stream.of(mailbox.owner))
              .filter(person -> !person.equals(sender))
              .toList();
      Prose writer = outbound ? answers.prose() : answers.others();
      Wording wording = Wording.own(Kind.HAND, "", writer.sentences(20));
      mailbox.add(
          new Letter(
              Letter.Way.LI_MESSAGE,
              id,
              "Reading circle",
              sender,
              recipients,
              at + i * Calendar.HOUR,
              outbound,
              wording));
    }
  }

  private void addOutOfScope(int times) {
    for (int i = 0; i < times; i++) {
      Person other = friend(i);
      long at = Calendar.anyTime(random);
      String draft = answers.others().letter(other, 12);
      add(Letter.Way.LI_MESSAGE, other, at, true, Wording.own(Kind.DRAFT, "", draft));
      if (mailbox.hasMail) {
        add(Letter.Way.EMAIL, other, at, true, Wording.own(Kind.DRAFT, "Not ready", draft));
      }
      String event = other.display() + " left the conversation.";
      add(Letter.Way.LI_MESSAGE, other, at, false, Wording.own(Kind.SYSTEM, "", event));
      addAdvertisement(i, at);
    }
  }

  private void add(Letter.Way way, Person other, long at, boolean outbound, Wording wording) {
    mailbox.add(world.letter(way, mailbox.owner, other, at, outbound, wording));
  }

  private void addAdvertisement(int number, long at) {
    TemplateText text = world.shelf.sponsored.get(number % world.shelf.sponsored.size());
    Person sponsor = world.outsider(1_000 + number).hidden();
    String id = World.conversation(mailbox.owner.profile(), "sponsor " + number);
    Wording ad =
        Wording.canned(Kind.SPONSORED, text.subject(), text.body(), "").inHtml(text.body());
    Wording click = Wording.canned(Kind.SPONSORED, "", BUTTONS.get(number % BUTTONS.size()), "");
    mailbox.add(sponsored(id, sponsor, mailbox.owner, at, ad));
    mailbox.add(sponsored(id, mailbox.owner, sponsor, at + 40, click));
  }

  private Letter sponsored(String id, Person from, Person to, long at, Wording wording) {
    boolean outbound = from == mailbox.owner;
    return new Letter(
        Letter.Way.LI_MESSAGE,
        id,
        "Sponsored Conversation",
        from,
        List.of(to),
        at,
        outbound,
        wording);
  }
}
