package dev.uncanned.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Sends the campaigns of one member of the team, and lets some recipients answer. */
final class Outreach {

  private static final int ANSWERED_ONE_IN = 11;
  private static final int ABSENT_ONE_IN = 25;
  private static final int HIDDEN_ONE_IN = 60;
  private static final int SHARED_ONE_IN = 25;
  private static final int BROKEN_ONE_IN = 29;
  private static final int FIRST_BROKEN = 5;
  private static final int MIN_REMINDED = 8;

  private final World world;
  private final Mailbox mailbox;
  private final Answers answers;
  private final SplittableRandom random;
  private int met;

  Outreach(World world, Mailbox mailbox, Answers answers, SplittableRandom random) {
    this.world = world;
    this.mailbox = mailbox;
    this.answers = answers;
    this.random = random;
  }

  void run(List<Campaign> plan) {
    plan.forEach(this::run);
  }

  private void run(Campaign campaign) {
    List<Letter> unanswered = new ArrayList<>();
    for (int i = 0; i < campaign.reach(); i++) {
      Letter letter = letter(campaign, recipient(campaign, i), i);
      mailbox.add(letter);
      if (random.nextInt(ANSWERED_ONE_IN) == 0 && !letter.recipients().get(0).isHidden()) {
        answers.exchange(letter);
      } else {
        unanswered.add(letter);
        if (letter.isMail() && random.nextInt(ABSENT_ONE_IN) == 0) {
          answers.absence(letter);
        }
      }
    }
    if (campaign.reminder() != null) {
      int reminded = Math.max(MIN_REMINDED, unanswered.size() * 2 / 5);
      for (int i = 0; i < Math.min(reminded, unanswered.size()); i++) {
        mailbox.add(reminder(campaign, unanswered.get(i)));
      }
    }
  }

  /** Now and then colleagues write to the same person, and some accounts are closed by now. */
  private Person recipient(Campaign campaign, int number) {
    int sender = mailbox.number;
    if (random.nextInt(SHARED_ONE_IN) == 0) {
      return world.acquaintance((sender + 1) % world.senders(), number);
    }
    Person person = world.acquaintance(sender, met++);
    boolean closed = campaign.way() == Letter.Way.LI_MESSAGE && random.nextInt(HIDDEN_ONE_IN) == 0;
    return closed ? person.hidden() : person;
  }

  private Letter letter(Campaign campaign, Person to, int number) {
    long at = Calendar.sending(campaign, number, random);
    return world.letter(campaign.way(), mailbox.owner, to, at, true, wording(campaign, to, number));
  }

  private Wording wording(Campaign campaign, Person to, int number) {
    boolean semi = campaign.kind() == Kind.SEMI;
    String own = semi ? answers.prose().sentences(9 + random.nextInt(14)) : "";
    TemplateText.Fields fields = TemplateText.Fields.of(to, own);
    boolean broken = campaign.kind() == Kind.MERGE && number % BROKEN_ONE_IN == FIRST_BROKEN;
    BrokenMerge defect = BrokenMerge.of(to, number / BROKEN_ONE_IN + mailbox.number);
    TemplateText.Fields filled = broken ? defect.fields(fields) : fields;
    String body = campaign.text().body(filled, random);
    String subject = subject(campaign, fields);
    int customised = Words.count(own);
    Wording wording =
        new Wording(
            campaign.kind(),
            subject,
            body,
            false,
            "",
            campaign.label(),
            customised,
            Words.count(body) - customised,
            broken ? defect.defect() : "");
    boolean html = campaign.way() == Letter.Way.LI_INMAIL || (isHtmlMail(campaign));
    return html ? wording.inHtml(Html.of(body)) : wording;
  }

  /** Blasts by mail are HTML through and through. */
  private static boolean isHtmlMail(Campaign campaign) {
    return campaign.way() == Letter.Way.EMAIL && campaign.kind() == Kind.BLAST;
  }

  private String subject(Campaign campaign, TemplateText.Fields fields) {
    boolean shown = campaign.way() == Letter.Way.EMAIL || campaign.way() == Letter.Way.LI_INMAIL;
    return shown ? campaign.text().subject(fields, random) : "";
  }

  private Letter reminder(Campaign campaign, Letter first) {
    TemplateText text = campaign.reminder();
    Person to = first.recipients().get(0);
    TemplateText.Fields fields = TemplateText.Fields.of(to, "");
    String body = text.body(fields, random);
    String subject = first.wording().subject().isEmpty() ? "" : "Re: " + first.wording().subject();
    String label = CampaignPlan.label(text, mailbox.number);
    Wording wording = Wording.canned(Kind.FOLLOW_UP, subject, body, label);
    long at = first.at() + (5 + random.nextInt(4)) * Calendar.DAY + random.nextInt(3600);
    return world.letter(first.way(), mailbox.owner, to, at, true, wording);
  }
}
