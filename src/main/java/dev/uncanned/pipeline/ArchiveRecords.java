package dev.uncanned.pipeline;

import dev.uncanned.archive.InputCount;
import dev.uncanned.message.PeopleDirectory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * How many records a run has read of each archive, to find out what a later run has less.
 *
 * <p>An archive that is not there any more is looked for under another name: a copy of it has all
 * of its records, and what the owner has exported since is compared with it. Else an archive is
 * known by its place alone.
 *
 * @param records by archive, without files that are no messages
 * @param owners hash of the owner of each archive, by archive; none where nobody knows
 * @param contents hash of all that an archive holds, by archive; none where an older run wrote none
 */
record ArchiveRecords(
    Map<String, Long> records, Map<String, String> owners, Map<String, String> contents) {

  private static final String OTHER = "other";

  ArchiveRecords {
    records = new TreeMap<>(records);
    owners = new TreeMap<>(owners);
    contents = new TreeMap<>(contents);
  }

  /**
   * Records that are gone.
   *
   * @param measure {@link QualityGate#SHRUNK}, or {@link QualityGate#VANISHED} for those of a whole
   *     archive
   * @param of the archive's records at the last run, or those of all archives for a whole one
   * @param accepted whether that was published before and is only said once more
   */
  record Loss(String measure, String archive, long n, long of, boolean accepted) {}

  static ArchiveRecords of(
      List<InputCount> counts, PeopleDirectory people, Map<String, String> contents) {
    Map<String, Long> records = new TreeMap<>();
    Map<String, String> owners = new TreeMap<>();
    for (InputCount count : counts) {
      String archive = count.archive_id();
      if (holdsMessages(count.format())) {
        records.merge(archive, count.parsed_n(), Long::sum);
        if (people.owner(archive) != null) {
          owners.put(archive, people.ownerFingerprint(archive));
        }
      }
    }
    return new ArchiveRecords(records, owners, contents);
  }

  static boolean holdsMessages(String format) {
    return !format.startsWith(OTHER);
  }

  /** What a later run has less. */
  List<Loss> missingIn(ArchiveRecords now) {
    List<Loss> losses = new ArrayList<>();
    Set<String> copied = new HashSet<>(contents.values());
    Map<String, List<String>> later = now.exportedSince(records.keySet(), copied);
    Map<String, Long> moved = new TreeMap<>();
    long all = records.values().stream().mapToLong(Long::longValue).sum();
    records.forEach(
        (archive, before) -> {
          String owner = owners.get(archive);
          if (now.records.containsKey(archive)) {
            shrunk(losses, archive, before, now.records.get(archive));
          } else if (now.holds(contents.get(archive))) {
            return;
          } else if (owner != null && later.containsKey(owner)) {
            moved.merge(owner, before, Long::sum);
          } else if (before > 0) {
            losses.add(new Loss(QualityGate.VANISHED, archive, before, all, false));
          }
        });
    moved.forEach(
        (owner, before) -> {
          List<String> exports = later.get(owner);
          long rest = exports.stream().mapToLong(now.records::get).sum();
          shrunk(losses, exports.get(0), before, rest);
        });
    return losses;
  }

  private static void shrunk(List<Loss> losses, String archive, long before, long now) {
    if (now < before) {
      losses.add(new Loss(QualityGate.SHRUNK, archive, before - now, before, false));
    }
  }

  private String content(String archive) {
    return contents.getOrDefault(archive, "");
  }

  /** Whether a copy of an archive is there. */
  private boolean holds(String content) {
    return content != null && contents.containsValue(content);
  }

  /** The archives that were not there before, nor are copies of one that was, by owner. */
  private Map<String, List<String>> exportedSince(Set<String> before, Set<String> copied) {
    Map<String, List<String>> byOwner = new TreeMap<>();
    records.forEach(
        (archive, n) -> {
          String owner = owners.get(archive);
          boolean fresh = !before.contains(archive) && !copied.contains(content(archive));
          if (owner != null && fresh) {
            byOwner.computeIfAbsent(owner, one -> new ArrayList<>()).add(archive);
          }
        });
    return byOwner;
  }
}
