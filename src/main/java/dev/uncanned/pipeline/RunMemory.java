package dev.uncanned.pipeline;

import dev.uncanned.archive.ContentHash;
import dev.uncanned.archive.NamedPart;
import dev.uncanned.cluster.ClusterConfig;
import dev.uncanned.cluster.ClusterMemory;
import dev.uncanned.cluster.StateRules;
import dev.uncanned.message.BelievedDates;
import dev.uncanned.message.PeopleDirectory;
import dev.uncanned.pipeline.Ledger.PartSegment;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Manifest.PublishedFile;
import dev.uncanned.store.Store;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a run takes over from the generation before it: rows of archives that it need not read
 * again, documents that it need not clean again, and the clusters of the texts seen so far.
 *
 * <p>What is taken over is exactly what the run would work out itself: a part of an archive is
 * known by its content, and documents are only taken while all holds that they depend on. Clusters
 * are different: which night brought a text decides which id its cluster gets, so that is
 * remembered.
 */
final class RunMemory {

  static final String ARCHIVE = "archive";
  static final String TEXT = "text";
  static final String CLUSTER = "cluster";
  static final String LEDGER = "ledger";

  private final PreparedRun run;
  private final long night;
  private final boolean replayed;
  private final Ledger ledger;
  private final Map<String, Map<Path, Long>> segments;
  private final List<Path> clusterFiles;
  private final LastRun last;

  private RunMemory(
      PreparedRun run,
      long night,
      boolean replayed,
      Ledger ledger,
      Map<String, Map<Path, Long>> segments,
      List<Path> clusterFiles,
      LastRun last) {
    this.run = run;
    this.night = night;
    this.replayed = replayed;
    this.ledger = ledger;
    this.segments = segments;
    this.clusterFiles = clusterFiles;
    this.last = last;
  }

  /** Nothing: for work that follows no other and that none follows. */
  static RunMemory none(PreparedRun run) {
    return none(run, 1);
  }

  /** Nothing, for the first run. */
  static RunMemory none(PreparedRun run, long night) {
    return new RunMemory(run, night, false, null, Map.of(), List.of(), LastRun.none());
  }

  /**
   * What a generation left.
   *
   * @param night number of the run, above that of the generation
   * @throws UserException if the state is damaged, or was made by other rules and the run does not
   *     replay
   */
  static RunMemory of(PreparedRun run, Store store, Manifest last, long night) throws IOException {
    boolean replayed = run.request().rebuild();
    LastRun before = LastRun.of(store, last, run.key());
    List<Path> ledgers = store.state(last, LEDGER);
    if (ledgers.isEmpty()) {
      return new RunMemory(run, night, replayed, null, Map.of(), List.of(), before);
    }
    requireUndamaged(store, last, replayed);
    Ledger ledger = ledger(ledgers.get(0));
    Map<String, Map<Path, Long>> segments = new HashMap<>();
    for (String table : List.of(ARCHIVE, TEXT)) {
      segments.put(table, replayed ? Map.of() : folders(store, last, table));
    }
    List<Path> clusters = store.state(last, CLUSTER);
    RunMemory memory =
        new RunMemory(
            run, night, replayed, ledger, segments, clusters, before.with(ledger.owners()));
    memory.requireSameClusterRules();
    return memory;
  }

  static Ledger ledger(Path file) throws IOException {
    return StateJson.read(file, Ledger.class, Ledger.FORMAT_VERSION, "the state");
  }

  private static void requireUndamaged(Store store, Manifest last, boolean replayed)
      throws IOException {
    List<String> faults = store.verifyState(last, file -> !replayed || isReplayed(file));
    if (!faults.isEmpty()) {
      boolean isMadeAnew = store.verifyState(last, RunMemory::isReplayed).isEmpty();
      throw new UserException(
          ExitCode.INTERNAL,
          faults.get(0)
              + " since it was published; restore it from a backup, or "
              + (isMadeAnew
                  ? "run once with --rebuild, which makes it anew"
                  : "see uncanned rollback for an older generation"));
    }
  }

  /** Whether a file of the state, by its path below it, says what a replay has to know. */
  private static boolean isReplayed(String file) {
    return file.startsWith(LEDGER + "/")
        || file.startsWith(CLUSTER + "/") && ClusterMemory.isReplayed(Path.of(file));
  }

  private static Map<Path, Long> folders(Store store, Manifest last, String table) {
    Map<Path, Long> bytes = new TreeMap<>();
    for (PublishedFile file : last.state()) {
      if (file.path().startsWith(table + "/")) {
        bytes.merge(store.statePath(file).getParent(), file.bytes(), Long::sum);
      }
    }
    return bytes;
  }

  private void requireSameClusterRules() {
    if (clusterFiles.isEmpty()) {
      return;
    }
    if (!StateRules.areReadable(ledger.cluster_rules())) {
      throw new UserException(
          ExitCode.CONFIG,
          "the clusters of earlier runs are of a newer program; update the program, or go back with"
              + " its rollback");
    }
    String differences = replayed ? "" : clusterRules().differences(ledger.cluster_rules());
    if (!differences.isEmpty()) {
      throw new UserException(
          ExitCode.CONFIG,
          "the clusters of earlier runs were made by other rules ("
              + differences
              + "); run once with --rebuild, or use the former settings");
    }
  }

  /**
   * Refuses to go on where the clusters of earlier runs cannot be kept, so that no id is lost
   * unnoticed.
   */
  void requireNoClusters() {
    if (!replayed && !clusterFiles.isEmpty()) {
      throw new UserException(
          ExitCode.CONFIG,
          "there are more distinct texts than fit one task, and then clusters do not keep their ids;"
              + " set UNCANNED_MEMORY to "
              + ClusterConfig.BYTES_A_TEXT
              + " bytes for each and cluster.max_texts_in_one_task above their number, or run once"
              + " with --rebuild");
    }
  }

  /** What an earlier run had read of the archives, as far as that is compared. */
  LastRun last() {
    return last;
  }

  /** Whether all is decided anew but which night brought which text. */
  boolean replays() {
    return replayed;
  }

  /** The rules of the clusters of this run. */
  StateRules clusterRules() {
    String text = Version.TEXT + " " + ContentHash.of(run.config().text().toString());
    return new StateRules(text, run.config().signature(), run.config().cluster());
  }

  /** Hash of all that makes a document from a row of an archive, besides people and dates. */
  String textRules() {
    return ContentHash.of(
        Version.CODE,
        Version.TEXT,
        Version.DOCUMENT,
        run.config().text().toString(),
        run.config().archive().toString(),
        run.pseudonyms().keyId());
  }

  /** The parts that no earlier run has read. */
  List<NamedPart> freshParts() {
    Set<String> known = knownParts();
    return run.parts().stream().filter(part -> !known.contains(part.name())).toList();
  }

  /** Size of the parts that no earlier run has read. */
  long freshBytes() {
    return freshParts().stream().mapToLong(part -> part.part().bytes()).sum();
  }

  private Set<String> knownParts() {
    Set<String> known = new HashSet<>();
    if (!replayed && ledger != null) {
      ledger.archive().forEach(segment -> known.addAll(segment.parts()));
    }
    return known;
  }

  /** Names of the parts of this run whose rows are taken over. */
  Set<String> keptParts() {
    Set<String> kept = liveParts();
    kept.retainAll(knownParts());
    return kept;
  }

  /** Names of all parts of this run. */
  Set<String> liveParts() {
    Set<String> live = new HashSet<>();
    run.parts().forEach(part -> live.add(part.name()));
    return live;
  }

  /** Whether a part that an earlier run has read is there no more, or has changed. */
  boolean partsAreGone() {
    return !liveParts().containsAll(knownParts());
  }

  /** The segments of rows of archives of which any part is still there. */
  List<Path> archiveSegments() {
    Set<String> live = liveParts();
    return segments.getOrDefault(ARCHIVE, Map.of()).keySet().stream()
        .filter(folder -> partsOf(folder).stream().anyMatch(live::contains))
        .toList();
  }

  /** Names of the parts in a segment that this run took over. */
  List<String> partsOf(Path segment) {
    String folder = segment.getFileName().toString();
    return ledger.archive().stream()
        .filter(one -> one.folder().equals(folder))
        .map(PartSegment::parts)
        .findFirst()
        .orElse(List.of());
  }

  /** Size of a segment that this run took over. */
  long bytes(String table, Path segment) {
    return segments.getOrDefault(table, Map.of()).getOrDefault(segment, 0L);
  }

  /** The segments of documents. */
  List<Path> textSegments() {
    return new ArrayList<>(segments.getOrDefault(TEXT, Map.of()).keySet());
  }

  /**
   * Whether documents of earlier runs still are what this run would make of the same rows, but for
   * those with dates between the two limits of what is believed.
   */
  boolean documentsHold(PeopleDirectory people) {
    return !textSegments().isEmpty()
        && !partsAreGone()
        && ledger.text_rules().equals(textRules())
        && ledger.people().equals(people.fingerprint())
        && ledger.owners().entrySet().stream()
            .allMatch(one -> people.ownerFingerprint(one.getKey()).equals(one.getValue()));
  }

  /** Whether an earlier run knew the same people. */
  boolean knew(PeopleDirectory people) {
    return ledger != null && ledger.people().equals(people.fingerprint());
  }

  /** Hash of the owner of each archive of this run, by its id. */
  Map<String, String> owners(PeopleDirectory people) {
    Map<String, String> owners = new TreeMap<>();
    for (NamedPart part : run.parts()) {
      String archive = part.part().archive_id();
      owners.computeIfAbsent(archive, people::ownerFingerprint);
    }
    return owners;
  }

  /** The dates that the run before believed. */
  BelievedDates datesBefore() {
    Map<String, Instant> earliest = new TreeMap<>();
    ledger.earliest().forEach((archive, at) -> earliest.put(archive, Instant.parse(at)));
    return new BelievedDates(Instant.parse(ledger.latest()), earliest);
  }

  /**
   * What the clustering takes over.
   *
   * @param folder for the new segments
   */
  ClusterMemory clusters(Path folder) {
    List<String> files = clusterFiles.stream().map(Path::toString).toList();
    return new ClusterMemory(files, night, folder.toString(), replayed);
  }
}
