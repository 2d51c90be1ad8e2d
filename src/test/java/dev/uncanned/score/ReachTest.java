package dev.uncanned.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReachTest {

  private static final Instant DAY0 = Instant.parse("2025-06-01T09:00:00Z");

  private final Reach reach = new Reach(ScoreConfig.DEFAULT);

  @Test
  void countsDistinctRecipientsOfTheSender() {
    List<FamilySend> sends = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      sends.add(send("m" + i, "s", "r" + i, i));
    }
    sends.add(send("again", "s", "r0", 7));
    sends.add(send("other", "t", "r9", 7));
    Map<String, FamilyReach> reaches = reaches(sends);
    assertThat(reaches.get("m0").reach_n()).isEqualTo(6);
    assertThat(reaches.get("again").reach_n()).isEqualTo(6);
    assertThat(reaches.get("other").reach_n()).isEqualTo(1);
    assertThat(reaches.get("other").team_reach_n()).isEqualTo(7);
  }

  @Test
  void closesTheWindowAfterNinetyDays() {
    Map<String, FamilyReach> reaches =
        reaches(
            List.of(
                send("m0", "s", "r0", 0), send("m1", "s", "r1", 90), send("m2", "s", "r2", 181)));
    assertThat(reaches.get("m0").reach_n()).isEqualTo(2);
    assertThat(reaches.get("m1").reach_n()).isEqualTo(2);
    assertThat(reaches.get("m2").reach_n()).isEqualTo(1);
  }

  @Test
  void doesNotTakeOneMailToManyForTheirOwnMails() {
    List<FamilySend> sends = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      sends.add(send("weekly1", "s", "r" + i, 0));
      sends.add(send("weekly2", "s", "r" + i, 7));
    }
    assertThat(reaches(sends).get("weekly1").reach_n()).isEqualTo(1);
    sends.add(send("single", "s", "x", 8));
    assertThat(reaches(sends).get("weekly1").reach_n()).isEqualTo(2);
  }

  @Test
  void countsTwoBlastsToDifferentPeople() {
    List<FamilySend> sends = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      sends.add(send("blast1", "s", "r" + i, 0));
      sends.add(send("blast2", "s", "q" + i, 7));
    }
    assertThat(reaches(sends).get("blast1").reach_n()).isEqualTo(51);
  }

  @Test
  void aMailToThemAllTakesNobodyBackWhoHadOneAlone() {
    List<FamilySend> sends = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      sends.add(send("m" + i, "s", "r" + i, i));
      sends.add(send("all", "s", "r" + i, 95));
    }
    Map<String, FamilyReach> reaches = reaches(sends);
    assertThat(reaches.get("m5").reach_n()).isEqualTo(6);
    assertThat(reaches.get("m5").team_reach_n()).isEqualTo(6);
    assertThat(reaches.get("all").reach_n()).as("m0 to m4 lie before its window").isEqualTo(1);
  }

  @Test
  void leavesAnswersOut() {
    FamilySend reply =
        new FamilySend("f", Scope.TEMPLATE, "m1", "s", "r1", null, "x", false, DAY0, false);
    Map<String, FamilyReach> reaches = reaches(List.of(send("m0", "s", "r0", 0), reply));
    assertThat(reaches.get("m0").reach_n()).isEqualTo(1);
    assertThat(reaches.get("m1").team_reach_n()).isNull();
  }

  @Test
  void measuresUndatedMessagesOverAllMembers() {
    FamilySend undated =
        new FamilySend("f", Scope.TEMPLATE, "m9", "s", "r9", null, "x", false, null, true);
    Map<String, FamilyReach> reaches =
        reaches(List.of(undated, send("m0", "s", "r0", 0), send("m1", "s", "r1", 900)));
    assertThat(reaches.get("m9").reach_n()).isEqualTo(3);
    assertThat(reaches.get("m0").reach_n()).isEqualTo(1);
  }

  @Test
  void countsArchivesOfInboundCopiesBySender() {
    Map<String, FamilyReach> reaches =
        reaches(
            List.of(
                inbound("m0", "s", "r0", "x"),
                inbound("m1", "s", "r1", "y"),
                inbound("m2", "t", "r1", "y")));
    assertThat(reaches.get("m0").archives_n()).isEqualTo(2);
    assertThat(reaches.get("m2").archives_n()).isEqualTo(1);
  }

  @Test
  void slidingWindowEqualsCountingFromScratch() {
    Random random = new Random(11);
    List<FamilySend> sends = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int day = random.nextInt(1000);
      Set<Integer> to = new HashSet<>();
      for (int j = random.nextInt(4); j >= 0; j--) {
        to.add(random.nextInt(80));
      }
      for (int recipient : to) {
        sends.add(send("m" + i, "s", "r" + recipient, day));
      }
    }
    Collections.shuffle(sends, random);
    Map<String, FamilyReach> reaches = reaches(sends);
    for (FamilySend send : sends) {
      assertThat(reaches.get(send.message_id()).reach_n()).isEqualTo(byHand(sends, send));
    }
  }

  private static int byHand(List<FamilySend> sends, FamilySend at) {
    Set<String> recipients = new HashSet<>();
    Map<String, Integer> sizes = new HashMap<>();
    Map<String, String> readers = new HashMap<>();
    for (FamilySend send : sends) {
      long days = Math.abs(Duration.between(send.sent_at(), at.sent_at()).toDays());
      if (days <= 90) {
        recipients.add(send.recipient_id());
        sizes.merge(send.message_id(), 1, Integer::sum);
        readers.put(send.message_id(), send.recipient_id());
      }
    }
    readers.keySet().removeIf(message -> sizes.get(message) > 1);
    int alone = Set.copyOf(readers.values()).size();
    return Math.max(recipients.size() - Collections.max(sizes.values()) + 1, alone);
  }

  private Map<String, FamilyReach> reaches(List<FamilySend> sends) {
    Map<String, FamilyReach> reaches = new HashMap<>();
    reach.reaches(sends.iterator()).forEachRemaining(r -> reaches.put(r.message_id(), r));
    return reaches;
  }

  private static FamilySend send(String id, String sender, String recipient, int day) {
    Instant at = DAY0.plus(Duration.ofDays(day));
    return new FamilySend("f", Scope.TEMPLATE, id, sender, recipient, "team", "x", false, at, true);
  }

  private static FamilySend inbound(String id, String sender, String recipient, String archive) {
    return new FamilySend(
        "f", Scope.TEMPLATE, id, sender, recipient, null, archive, true, DAY0, true);
  }
}
