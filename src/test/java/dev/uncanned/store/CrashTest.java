package dev.uncanned.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.uncanned.store.CrashDisk.Crash;
import dev.uncanned.store.CrashDisk.Loss;
import dev.uncanned.store.CrashDisk.Refusal;
import dev.uncanned.store.Scenarios.Scenario;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Disturbs the publish protocol at each of its operations, takes from the disk what was not forced,
 * and looks at what readers and the next run find.
 */
class CrashTest {

  private static final int MANY_STATES = 10_000;
  private static final int MANY_TWICE = 2_000;
  private static final int MANY_REFUSALS = 5_000;
  private static final int MANY_SCENARIOS = 20;
  private static final int EVERY_FEW = Boolean.getBoolean("uncanned.long") ? 1 : 6;

  /** What a round of disturbances gave. */
  private static final class Tally {
    private final List<String> faults = new ArrayList<>();
    private int states;

    void add(String where, List<String> found) {
      states++;
      if (!found.isEmpty()) {
        faults.add(where + ": " + found);
      }
    }
  }

  private static CrashDisk whole(Scenario scenario, CrashDisk prepared) throws Exception {
    CrashDisk disk = prepared.left(Loss.NOTHING);
    scenario.deed().to(new Nights(disk), disk);
    return disk;
  }

  private static boolean finishes(Scenario scenario, CrashDisk disk) throws Exception {
    try {
      scenario.deed().to(new Nights(disk), disk);
      return true;
    } catch (Crash stopped) {
      return false;
    }
  }

  /** Each operation of a deed and each loss; the disk may lie about what it has forced. */
  private static void crash(String name, Scenario scenario, boolean files, boolean names, Tally all)
      throws Exception {
    CrashDisk prepared = scenario.prepared();
    CrashDisk after = whole(scenario, prepared);
    Aftermath aftermath = new Aftermath(prepared, after);
    for (int at = 1; at <= after.operations() + 1; at++) {
      CrashDisk disk = prepared.left(Loss.NOTHING).lying(files, names).stopAt(at);
      boolean finished = finishes(scenario, disk);
      for (Loss loss : Loss.values()) {
        String where = name + " " + at + " " + loss;
        all.add(where, aftermath.faults(disk.left(loss), finished));
      }
    }
  }

  @Test
  void everyCrashLeavesTheOldGenerationOrTheNewOneWhole() throws Exception {
    Map<String, Scenario> scenarios = Scenarios.all();
    assertThat(scenarios).hasSizeGreaterThanOrEqualTo(MANY_SCENARIOS);
    Tally tally = new Tally();
    for (Map.Entry<String, Scenario> scenario : scenarios.entrySet()) {
      crash(scenario.getKey(), scenario.getValue(), false, false, tally);
    }
    assertThat(tally.faults).as("of %d states", tally.states).isEmpty();
    assertThat(tally.states).isGreaterThanOrEqualTo(MANY_STATES);
    System.out.println(
        scenarios.size() + " scenarios, " + tally.states + " crash states, 0 faults");
  }

  @Test
  void crashWhileRecoveringFromACrashIsNoWorse() throws Exception {
    Tally tally = new Tally();
    for (String name : List.of("next night", "state merged", "collection", "rollback of state")) {
      Scenario scenario = Scenarios.all().get(name);
      CrashDisk prepared = scenario.prepared();
      int operations = whole(scenario, prepared).operations();
      for (int at = 1; at <= operations; at += EVERY_FEW) {
        for (Loss loss : List.of(Loss.NOTHING, Loss.SOME)) {
          CrashDisk disk = prepared.left(Loss.NOTHING).stopAt(at);
          assertThat(finishes(scenario, disk)).isFalse();
          CrashDisk left = disk.left(loss);
          Scenario again = new Scenario((n, d) -> {}, (n, d) -> n.night("again"));
          recoveries(name + " " + at + " " + loss, again, left, tally);
        }
      }
    }
    assertThat(tally.faults).as("of %d states", tally.states).isEmpty();
    assertThat(tally.states).isGreaterThanOrEqualTo(MANY_TWICE);
    System.out.println(tally.states + " states of two crashes, 0 faults");
  }

  private static void recoveries(String name, Scenario again, CrashDisk left, Tally tally)
      throws Exception {
    CrashDisk after = whole(again, left);
    Aftermath aftermath = new Aftermath(left, after);
    for (int at = 1; at <= after.operations(); at += 2) {
      CrashDisk disk = left.left(Loss.NOTHING).stopAt(at);
      assertThat(finishes(again, disk)).isFalse();
      for (Loss loss : List.of(Loss.NOTHING, Loss.UNSYNCED, Loss.OTHERS)) {
        tally.add(name + ", again " + at + " " + loss, aftermath.faults(disk.left(loss), false));
      }
    }
  }

  @Test
  void refusedWriteIsReportedAndPublishesNothingBad() throws Exception {
    Tally tally = new Tally();
    for (Map.Entry<String, Scenario> scenario : Scenarios.all().entrySet()) {
      CrashDisk prepared = scenario.getValue().prepared();
      CrashDisk after = whole(scenario.getValue(), prepared);
      Aftermath aftermath = new Aftermath(prepared, after);
      for (int at = 1; at <= after.operations(); at++) {
        for (Refusal how : Refusal.values()) {
          boolean onwards = how == Refusal.ENOSPC;
          CrashDisk disk = prepared.left(Loss.NOTHING).refuse(at, how, onwards);
          List<String> faults = new ArrayList<>();
          if (!isRefused(scenario.getValue(), disk)) {
            faults.add("the error is not reported");
          }
          faults.addAll(aftermath.faults(disk.left(Loss.NOTHING), false));
          tally.add(scenario.getKey() + " " + at + " " + how, faults);
        }
      }
    }
    assertThat(tally.faults).as("of %d states", tally.states).isEmpty();
    assertThat(tally.states).isGreaterThanOrEqualTo(MANY_REFUSALS);
    System.out.println(tally.states + " refused operations, 0 faults");
  }

  private static boolean isRefused(Scenario scenario, CrashDisk disk) throws Exception {
    try {
      scenario.deed().to(new Nights(disk), disk);
      return false;
    } catch (IOException refused) {
      return true;
    }
  }

  @Test
  void diskThatDoesNotForceFilesIsFoundOut() throws Exception {
    Tally tally = new Tally();
    crash("next night", Scenarios.all().get("next night"), true, false, tally);
    assertThat(tally.faults).isNotEmpty();
  }

  @Test
  void diskThatDoesNotForceFoldersIsFoundOut() throws Exception {
    Tally tally = new Tally();
    crash("next night", Scenarios.all().get("next night"), false, true, tally);
    assertThat(tally.faults).isNotEmpty();
  }
}
