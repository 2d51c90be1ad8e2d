package dev.uncanned.store;

import dev.uncanned.store.CrashDisk.Crash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Folders as runs, rollbacks, collections, crashes and bad luck leave them, and what comes next.
 */
final class Scenarios {

  static final Path LINK = Nights.OUT.resolve("current");
  static final Path FILE = Nights.OUT.resolve("CURRENT.json");

  private static final String FIRST = "000000000001-a";

  private Scenarios() {}

  /** Something that is done to an output folder. */
  interface Deed {
    void to(Nights nights, CrashDisk disk) throws Exception;

    default Deed then(Deed next) {
      return (nights, disk) -> {
        to(nights, disk);
        next.to(nights, disk);
      };
    }
  }

  /** A folder as it was, and what is done to it while it is disturbed. */
  record Scenario(Deed before, Deed deed) {

    /** The folder as it was, all of it on the disk. */
    CrashDisk prepared() throws Exception {
      CrashDisk disk = new CrashDisk();
      before.to(new Nights(disk), disk);
      return disk.left(CrashDisk.Loss.NOTHING);
    }
  }

  private static Deed night(String label) {
    return (nights, disk) -> nights.night(label);
  }

  private static Deed state(String label, int keep) {
    return (nights, disk) -> nights.nightWithState(label, keep);
  }

  private static Deed rollback(long to) {
    return (nights, disk) -> nights.rollback(to);
  }

  private static Deed stopped(Deed deed, int at) {
    return (nights, disk) -> {
      disk.stopAt(at);
      try {
        deed.to(nights, disk);
      } catch (Crash stopped) {
        return;
      }
      throw new IllegalStateException("there are fewer operations");
    };
  }

  private static Path manifest(long number) {
    return Nights.OUT.resolve("manifests").resolve(Numbered.name(number) + ".json");
  }

  private static void cut(CrashDisk disk, Path file) throws Exception {
    byte[] all = disk.read(file).readAllBytes();
    disk.damage(file, Arrays.copyOf(all, all.length / 2));
  }

  /** All of them, by name. */
  static Map<String, Scenario> all() {
    Deed none = (nights, disk) -> {};
    Deed collect = (nights, disk) -> nights.collect();
    Deed recover = (nights, disk) -> nights.locked(lock -> {});
    Deed one = night("a");
    Deed two = one.then(night("b"));
    Deed four = two.then(night("c")).then(night("d"));
    Deed nights = state("a", 9).then(state("b", 9)).then(state("c", 9));
    Deed staleLink =
        (some, disk) -> {
          disk.delete(LINK);
          disk.symbolicLink(LINK, Path.of("runs", FIRST));
        };
    Deed staleFile =
        (some, disk) ->
            disk.damage(
                FILE,
                ("{\"generation\":1,\"folder\":\"runs/" + FIRST + "\"}")
                    .getBytes(StandardCharsets.UTF_8));
    Map<String, Scenario> all = new LinkedHashMap<>();
    all.put("first night", new Scenario(none, one));
    all.put("first night, folders there", new Scenario(recover, one));
    all.put("next night", new Scenario(one, night("b")));
    all.put("fifth night", new Scenario(four, night("e")));
    all.put("link behind", new Scenario(two.then(staleLink), night("c")));
    all.put("file behind", new Scenario(two.then(staleFile), night("c")));
    all.put("both behind", new Scenario(two.then(staleLink).then(staleFile), recover));
    all.put("link gone", new Scenario(two.then((n, disk) -> disk.delete(LINK)), night("c")));
    all.put("file gone", new Scenario(two.then((n, disk) -> disk.delete(FILE)), night("c")));
    all.put("file cut", new Scenario(two.then((n, disk) -> cut(disk, FILE)), night("c")));
    all.put("after a dead run", new Scenario(two.then((n, d) -> n.dies("x")), night("c")));
    for (int at : List.of(5, 20, 30, 33, 35, 36, 38)) {
      all.put("after a stop at " + at, new Scenario(one.then(stopped(night("x"), at)), night("b")));
    }
    for (int at : List.of(2, 7, 14, 18, 22, 26, 28)) {
      all.put(
          "collection stopped at " + at, new Scenario(four.then(stopped(collect, at)), collect));
    }
    for (int at : List.of(4, 6, 8, 10, 12)) {
      Deed rolled = two.then(night("c")).then(stopped(rollback(1), at));
      all.put("rollback stopped at " + at, new Scenario(rolled, night("d")));
    }
    all.put("same run again", new Scenario(one.then(stopped(night("b"), 30)), night("b")));
    all.put("first state", new Scenario(one, state("b", 0)));
    all.put("state grows", new Scenario(state("a", 0), state("b", 9)));
    all.put("state merged", new Scenario(nights, state("d", 0)));
    all.put("rollback", new Scenario(two.then(night("c")), rollback(1)));
    all.put("rollback of state", new Scenario(nights, rollback(2)));
    all.put("night after rollback", new Scenario(nights.then(rollback(1)), state("d", 9)));
    all.put("rollback of a rollback", new Scenario(two.then(rollback(1)), rollback(2)));
    all.put("collection", new Scenario(four, collect));
    all.put("collection of state", new Scenario(nights.then(state("d", 1)), collect));
    all.put("collection after rollback", new Scenario(four.then(rollback(2)), collect));
    all.put("collection of nothing", new Scenario(two, collect));
    all.put("night and collection", new Scenario(four, night("e").then(collect)));
    Deed erasure = (some, disk) -> some.nightWithoutPast("e");
    all.put("erasure", new Scenario(nights, erasure));
    all.put("erasure after rollback", new Scenario(nights.then(rollback(1)), erasure));
    all.put("rollback and collection", new Scenario(four, rollback(3).then(collect)));
    Deed torn = (some, disk) -> cut(disk, manifest(4));
    all.put("manifest cut, night", new Scenario(four.then(torn), night("e")));
    all.put("manifest cut, rollback", new Scenario(four.then(torn), rollback(2)));
    all.put("manifest cut, recovery", new Scenario(four.then(torn), recover));
    all.put(
        "manifest cut, collection",
        new Scenario(four.then(torn).then(night("e")).then(night("f")), collect));
    return all;
  }
}
