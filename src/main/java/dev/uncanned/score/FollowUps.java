package dev.uncanned.score;

import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;

/**
 * Goes through what one person wrote to another and says what each follow-up adds.
 *
 * <p>A follow-up with fewer than {@value #BARE} new words is a bare bump. A message that may be an
 * answer or not, because both wrote at the same instant, is called no follow-up, and those behind
 * it are not counted until an answer is sure. Messages of the same instant are taken in the order
 * of their ids. Memory is that of the distinct words of the two and of the bags of their messages.
 */
public final class FollowUps implements Serializable {

  /** New words from which a follow-up says something. */
  static final int BARE = 10;

  private static final long serialVersionUID = 1L;
  private static final String REMINDERS = "/score/reminder-words.txt";
  private static final IntOpenHashSet IDLE = idle();
  private static final Comparator<FollowUpTouch> IN_TIME =
      Comparator.comparing(FollowUpTouch::sent_at).thenComparing(FollowUpTouch::message_id);

  /** The follow-ups among all messages of a sender to a recipient, which may come in any order. */
  public Iterator<FollowUp> of(Iterator<FollowUpTouch> dyad) {
    List<FollowUpTouch> touches = new ArrayList<>();
    while (dyad.hasNext()) {
      FollowUpTouch touch = dyad.next();
      if (touch.touch_no() != null && touch.sent_at() != null) {
        touches.add(touch);
      }
    }
    touches.sort(IN_TIME);
    IntOpenHashSet known = new IntOpenHashSet();
    List<FollowUp> followUps = new ArrayList<>();
    Integer run = 0;
    for (FollowUpTouch touch : touches) {
      boolean follows = Boolean.FALSE.equals(touch.heard_back()) && (run == null || run > 0);
      run = run(run, touch.heard_back());
      byte[] words = touch.words();
      boolean worded = words != null && words.length > 0;
      Integer unseen = worded ? Integer.valueOf(WordBag.learn(words, known, IDLE)) : null;
      if (follows) {
        followUps.add(followUp(touch, run, unseen));
      }
    }
    return followUps.iterator();
  }

  /** How many messages came in a row; null if not known. */
  private static Integer run(Integer before, Boolean heardBack) {
    if (Boolean.TRUE.equals(heardBack) || before != null && before == 0) {
      return 1;
    }
    return heardBack == null || before == null ? null : Integer.valueOf(before + 1);
  }

  private static FollowUp followUp(FollowUpTouch touch, Integer run, Integer unseen) {
    Boolean bare = unseen == null ? null : Boolean.valueOf(unseen < BARE);
    return new FollowUp(touch.message_id(), touch.recipient_id(), run, unseen, bare);
  }

  /** The words of reminders in all languages: each line has a language and its words. */
  private static IntOpenHashSet idle() {
    IntOpenHashSet idle = new IntOpenHashSet();
    try (InputStream in = FollowUps.class.getResourceAsStream(REMINDERS)) {
      if (in == null) {
        throw new IllegalStateException("resource " + REMINDERS + " is missing");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#") && line.indexOf(' ') > 0)
          .forEach(
              line ->
                  WordBag.learn(
                      WordBag.of(line.substring(line.indexOf(' ') + 1)),
                      idle,
                      new IntOpenHashSet()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + REMINDERS, e);
    }
    return idle;
  }
}
