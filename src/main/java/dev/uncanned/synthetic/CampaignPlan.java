package dev.uncanned.synthetic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Decides which campaigns a sender runs: about half of the messages, each text used only once.
 *
 * <p>The kinds come round in turn, each sender beginning with another one, so that even a small
 * world has all of them.
 */
final class CampaignPlan {

  private static final int MIN_REACH = 8;
  private static final int MIN_BLAST = 20;
  private static final int MAX_REACH = 500;
  private static final int MIN_FOR_REMINDER = 20;
  private static final int MESSAGES_A_CAMPAIGN = 90;
  private static final int MAX_CAMPAIGNS = 24;

  private final TemplateShelf shelf;
  private final List<List<TemplateText>> turns;

  CampaignPlan(TemplateShelf shelf) {
    this.shelf = shelf;
    this.turns =
        List.of(shelf.blast, shelf.merge, shelf.spintax, shelf.semi, shelf.invite, shelf.merge);
  }

  /**
   * The campaigns of a sender.
   *
   * @param sender number of the sender, from 0
   * @param budget messages of the sender in all
   * @param mail whether the sender has a mailbox too; every second campaign goes by mail then
   */
  List<Campaign> of(int sender, int budget, boolean mail, SplittableRandom random) {
    int wanted = Math.min(MAX_CAMPAIGNS, Math.max(1, budget / MESSAGES_A_CAMPAIGN));
    int left = Math.max(MIN_BLAST, budget / 2);
    List<Campaign> plan = new ArrayList<>();
    for (int turn = 0; plan.size() < wanted && left >= MIN_BLAST && turn < 60; turn++) {
      List<TemplateText> texts = turns.get((sender + turn) % turns.size());
      int times = (turn / turns.size()) * (texts == shelf.merge ? 2 : 1);
      boolean second = texts == shelf.merge && (sender + turn) % turns.size() == 5;
      int use = times + (second ? 1 : 0);
      if (use < texts.size()) {
        double share = (0.6 + 0.8 * random.nextDouble()) * left / (wanted - plan.size());
        int least = texts == shelf.blast ? MIN_BLAST : MIN_REACH;
        int reach = (int) Math.max(least, Math.min(MAX_REACH, share));
        int step = texts == shelf.merge ? 2 : 1;
        TemplateText text = texts.get((sender * step + use) % texts.size());
        plan.add(campaign(sender, plan.size(), kind(texts), text, reach, mail, random));
        left -= reach;
      }
    }
    return plan;
  }

  private Kind kind(List<TemplateText> texts) {
    if (texts == shelf.blast) {
      return Kind.BLAST;
    }
    if (texts == shelf.spintax) {
      return Kind.SPINTAX;
    }
    return texts == shelf.semi ? Kind.SEMI : Kind.MERGE;
  }

  private Campaign campaign(
      int sender,
      int number,
      Kind kind,
      TemplateText text,
      int reach,
      boolean mail,
      SplittableRandom random) {
    boolean invitation = shelf.invite.contains(text);
    Letter.Way way = Letter.Way.LI_MESSAGE;
    if (invitation) {
      way = Letter.Way.LI_INVITE;
    } else if (mail && number % 2 == 0) {
      way = Letter.Way.EMAIL;
    } else if (kind == Kind.MERGE && sender % 3 == 0) {
      way = Letter.Way.LI_INMAIL;
    }
    boolean reminds =
        !invitation && reach >= MIN_FOR_REMINDER && number < 2 * shelf.followUp.size();
    boolean reminder = reminds && number % 2 == 0;
    int bump = (sender + number / 2) % shelf.followUp.size();
    return new Campaign(
        kind,
        text,
        label(text, sender),
        way,
        reach,
        Calendar.campaignStart(random),
        reminder ? shelf.followUp.get(bump) : null);
  }

  /** Names the campaign that a sender makes of a text. */
  static String label(TemplateText text, int sender) {
    return text.name() + "/" + (sender + 1);
  }
}
