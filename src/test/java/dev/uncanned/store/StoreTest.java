package dev.uncanned.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.uncanned.store.Manifest.PublishedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

  @TempDir Path root;

  private Store store() throws IOException {
    Store store = new Store(root.resolve("out"));
    store.create();
    return store;
  }

  private static Manifest manifest(Store store, Generation generation, String key)
      throws IOException {
    Manifest.Request request = new Manifest.Request(key, "2026-11-22", "0.1.0", "1", "abcd", null);
    return Manifest.of(generation, request, store.files(generation));
  }

  private static Generation published(Store store, String key) throws Exception {
    Generation generation = store.begin("r" + key);
    Files.writeString(generation.tables().resolve("part.parquet"), key);
    store.publish(generation, manifest(store, generation, key));
    return generation;
  }

  @Test
  void nothingIsPublishedAtFirst() throws Exception {
    assertThat(store().newest()).isEmpty();
    assertThat(store().current()).doesNotExist();
  }

  @Test
  void publishingMovesReadersToTheNewGeneration() throws Exception {
    Store store = store();
    published(store, "one");
    Path first = store.current().toRealPath();
    published(store, "two");
    assertThat(store.newest().orElseThrow().generation()).isEqualTo(2);
    assertThat(store.newest().orElseThrow().parent_generation()).isEqualTo(1);
    assertThat(store.current().resolve("tables/part.parquet")).hasContent("two");
    assertThat(first.resolve("tables/part.parquet")).hasContent("one");
  }

  @Test
  void manifestNamesEveryFileWithItsHash() throws Exception {
    Store store = store();
    published(store, "one");
    assertThat(store.newest().orElseThrow().files())
        .singleElement()
        .satisfies(
            file -> {
              assertThat(file.path()).isEqualTo("tables/part.parquet");
              assertThat(file.bytes()).isEqualTo(3);
              assertThat(file.sha256())
                  .isEqualTo("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed");
            });
  }

  @Test
  void unfinishedGenerationIsInvisibleAndRemoved() throws Exception {
    Store store = store();
    published(store, "one");
    Generation crashed = store.begin("crashed");
    Files.writeString(crashed.tables().resolve("part.parquet"), "half");
    Store next = store();
    try (StoreLock lock = next.lock()) {
      next.recover(lock);
    }
    assertThat(crashed.folder()).doesNotExist();
    assertThat(next.current().resolve("tables/part.parquet")).hasContent("one");
  }

  @Test
  void hintThatIsBehindIsSetRight() throws Exception {
    Store store = store();
    Generation first = published(store, "one");
    published(store, "two");
    Files.delete(store.current());
    Files.createSymbolicLink(store.current(), first.folder());
    try (StoreLock lock = store.lock()) {
      store.recover(lock);
    }
    assertThat(store.current().resolve("tables/part.parquet")).hasContent("two");
  }

  @Test
  void folderOfANewerProgramIsLeftAlone() throws Exception {
    Store store = store();
    published(store, "one");
    Path manifest = root.resolve("out/manifests/000000000001.json");
    String text = Files.readString(manifest);
    for (String version : new String[] {"2.0", "10"}) {
      Files.writeString(manifest, text.replace("\"1.1\"", "\"" + version + "\""));
      assertThatThrownBy(store::newest).as(version).isInstanceOf(StoreNewerException.class);
      try (StoreLock lock = store.lock()) {
        assertThatThrownBy(() -> store.recover(lock)).isInstanceOf(StoreNewerException.class);
      }
    }
    assertThat(store.current()).exists();
  }

  private Path manifestFile(long number) {
    return root.resolve("out/manifests/00000000000" + number + ".json");
  }

  private Manifest roundTrip(String text) throws Exception {
    Files.writeString(manifestFile(1), text);
    return store().newest().orElseThrow();
  }

  @Test
  void manifestOfTheFirstLayoutIsRead() throws Exception {
    Store store = store();
    Generation first = published(store, "one");
    Manifest old =
        roundTrip(
            """
            {"format_version" : "1.0", "generation" : 1, "parent_generation" : 0,
             "run_id" : "rone", "request_key" : "one", "as_of" : "2026-11-22",
             "code_version" : "0.1.0", "metric_version" : "1", "key_id" : "abcd",
             "files" : [{"path" : "tables/part.parquet", "bytes" : 3, "sha256" : "%s"}]}
            """
                .formatted("7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"));
    assertThat(store.folder(old)).isEqualTo(first.folder());
    assertThat(store.verify(old)).isEmpty();
    published(store, "two");
    assertThat(store.newest().orElseThrow().parent_generation()).isEqualTo(1);
  }

  @Test
  void fieldOfALaterMinorLayoutIsNoDamage() throws Exception {
    published(store(), "one");
    String text = Files.readString(manifestFile(1));
    String later =
        text.replace("\"1.1\"", "\"1.9\"")
            .replace("\"run_id\"", "\"colour\" : 7,\n  \"run_id\"")
            .replaceAll("[0-9a-f]{64}\"\\s*}\\s*$", "0".repeat(64) + "\"\n}");
    byte[] sealed = ManifestSeal.sealed(later.getBytes(StandardCharsets.UTF_8));
    assertThat(roundTrip(new String(sealed, StandardCharsets.UTF_8)).format_version())
        .isEqualTo("1.9");
  }

  @Test
  void everyFlippedBitAndEveryCutOfAManifestIsNoticed() throws Exception {
    Store store = store();
    published(store, "one");
    published(store, "two");
    byte[] whole = Files.readAllBytes(manifestFile(2));
    for (int i = 0; i < whole.length; i++) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 1;
      Files.write(manifestFile(2), flipped);
      assertThat(newestOrRefused(store)).as("byte %d", i).isNotEqualTo(2);
      Files.write(manifestFile(2), Arrays.copyOf(whole, i));
      assertThat(newestOrRefused(store)).as("%d bytes", i).isEqualTo(1);
    }
    Files.write(manifestFile(2), whole);
    assertThat(newestOrRefused(store)).isEqualTo(2);
  }

  /** The newest generation, 0 if the folder is refused as one of a newer program. */
  private static long newestOrRefused(Store store) throws IOException {
    try {
      return store.newest().orElseThrow().generation();
    } catch (StoreNewerException refused) {
      return 0;
    }
  }

  @Test
  void numberOfADamagedManifestIsNotUsedAgain() throws Exception {
    Store store = store();
    published(store, "one");
    Generation lost = published(store, "two");
    Files.writeString(manifestFile(2), "{");
    try (StoreLock lock = store.lock()) {
      store.recover(lock);
    }
    assertThat(store.damagedManifests()).containsExactly(2L);
    assertThat(lost.folder()).as("may still be restored").exists();
    assertThat(store.current().resolve("tables/part.parquet")).hasContent("one");
    assertThat(published(store, "three").number()).isEqualTo(3);
    assertThat(store.newest().orElseThrow().parent_generation()).isEqualTo(1);
  }

  @Test
  void segmentsOfACrashedRunGoThoughADamagedManifestKeepsOlderOnes() throws Exception {
    Store store = store();
    Generation first = store.begin("r1");
    Path kept = store.beginState(first, "archive");
    Files.writeString(kept.resolve("1.segment"), "night one");
    store.publish(first, manifest(store, first, "one").withState(store.newState(first)));
    published(store, "two");
    Files.writeString(manifestFile(1), "{");
    Path left;
    try (StoreLock lock = store.lock()) {
      store.recover(lock);
      left = store.beginState(store.begin("r3"), "archive");
    }
    try (StoreLock lock = store.lock()) {
      store.recover(lock);
      assertThat(left).doesNotExist();
      assertThat(kept).as("the damaged manifest may name it").exists();
      assertThat(store.beginState(store.begin("r3"), "archive")).isEqualTo(left);
    }
  }

  @Test
  void rollbackNamesTheOldTablesUnderANewNumber() throws Exception {
    Store store = store();
    Generation first = published(store, "one");
    published(store, "two");
    try (StoreLock lock = store.lock()) {
      Manifest again = store.rollback(lock, 1);
      assertThat(again.generation()).isEqualTo(3);
      assertThat(again.parent_generation()).isEqualTo(2);
      assertThat(again.rollback_of()).isEqualTo(1);
      assertThat(store.folder(again)).isEqualTo(first.folder());
      assertThat(store.current().toRealPath()).isEqualTo(first.folder().toRealPath());
      assertThat(store.rollback(lock, 3)).as("is published").isEqualTo(store.newest().get());
      assertThatThrownBy(() -> store.rollback(lock, 9))
          .isInstanceOf(NoSuchGenerationException.class)
          .hasMessage("generation 9 is not kept; there are [1, 2, 3]");
    }
  }

  @Test
  void rollbackToMissingFilesIsRefused() throws Exception {
    Store store = store();
    Generation first = published(store, "one");
    published(store, "two");
    Files.delete(first.tables().resolve("part.parquet"));
    try (StoreLock lock = store.lock()) {
      assertThatThrownBy(() -> store.rollback(lock, 1))
          .isInstanceOf(DamagedException.class)
          .hasMessageContaining("tables/part.parquet");
    }
    assertThat(store.newest().orElseThrow().generation()).isEqualTo(2);
  }

  @Test
  void removalOfAllBeforeAGenerationSparesNeitherYoungNorDamagedOnes() throws Exception {
    Store store = store();
    Generation first = published(store, "one");
    Generation second = published(store, "two");
    Generation third = published(store, "three");
    Files.writeString(root.resolve("out/manifests/000000000002.json"), "{}");
    try (StoreLock lock = store.lock()) {
      store.removeBefore(lock, 3);
    }
    assertThat(first.folder()).doesNotExist();
    assertThat(second.folder()).doesNotExist();
    assertThat(third.folder()).exists();
    assertThat(store.generations()).extracting(Manifest::generation).containsExactly(3L);
    assertThat(store.damagedManifests()).isEmpty();
    assertThat(store.current().resolve("tables/part.parquet")).hasContent("three");
  }

  @Test
  void collectionKeepsWhatIsYoungNewestOrLastOfItsMonth() throws Exception {
    Store store = store();
    Instant now = Instant.parse("2026-11-23T02:00:00Z");
    for (int i = 1; i <= 6; i++) {
      published(store, "n" + i);
      int ageInHours = i == 2 ? 71 : 400;
      Files.setLastModifiedTime(
          manifestFile(i), FileTime.from(now.minus(Duration.ofHours(ageInHours))));
    }
    Retention two = new Retention(2, 1, Duration.ofHours(72));
    Garbage planned = store.garbage(two, now);
    assertThat(planned.generations()).containsExactly(1L, 3L, 4L);
    assertThat(planned.folders()).hasSize(3);
    assertThat(planned.bytes()).isEqualTo(6);
    assertThat(store.generations()).as("nothing is gone by planning").hasSize(6);
    try (StoreLock lock = store.lock()) {
      assertThat(store.collect(lock, two, now)).isEqualTo(planned);
      assertThat(store.collect(lock, two, now).generations()).isEmpty();
    }
    assertThat(store.generations()).extracting(Manifest::generation).containsExactly(2L, 5L, 6L);
    assertThat(root.resolve("out/runs")).isDirectoryNotContaining("glob:**n[134]");
  }

  @Test
  void whatADamagedManifestNamesIsKeptAsLongAsAnyGeneration() throws Exception {
    Store store = store();
    Generation first = published(store, "one");
    Generation second = published(store, "two");
    Files.writeString(manifestFile(1), "garbage");
    Instant damaged = Instant.parse("2026-11-23T02:00:00Z");
    Files.setLastModifiedTime(manifestFile(1), FileTime.from(damaged));
    Retention one = new Retention(1, 0, Duration.ofHours(72));
    try (StoreLock lock = store.lock()) {
      assertThat(store.collect(lock, one, damaged.plus(Duration.ofHours(71))).generations())
          .isEmpty();
      assertThat(first.folder()).exists();
      assertThat(store.damagedManifests()).containsExactly(1L);
      assertThat(store.collect(lock, one, damaged.plus(Duration.ofHours(73))).generations())
          .containsExactly(1L);
    }
    assertThat(first.folder()).doesNotExist();
    assertThat(second.folder()).exists();
  }

  @Test
  void folderThatARollbackNamesIsNotCollected() throws Exception {
    Store store = store();
    Generation first = published(store, "one");
    published(store, "two");
    Retention one = new Retention(1, 0, Duration.ZERO);
    try (StoreLock lock = store.lock()) {
      store.rollback(lock, 1);
      store.collect(lock, one, Instant.MAX);
    }
    assertThat(store.generations()).extracting(Manifest::generation).containsExactly(3L);
    assertThat(first.folder()).exists();
    assertThat(store.verify(store.newest().orElseThrow())).isEmpty();
  }

  @Test
  void stateIsLiveAsTheManifestSays() throws Exception {
    Store store = store();
    Generation first = store.begin("one");
    Path segment = store.beginState(first, "texts");
    Files.writeString(segment.resolve("1.segment"), "night one");
    List<PublishedFile> state = store.newState(first);
    store.publish(first, manifest(store, first, "one").withState(state));
    Generation second = store.begin("two");
    Files.writeString(store.beginState(second, "texts").resolve("2.segment"), "both nights");
    store.publish(second, manifest(store, second, "two").withState(store.newState(second)));
    Manifest newest = store.newest().orElseThrow();
    assertThat(store.state(newest, "texts")).singleElement().asString().endsWith("2.segment");
    assertThat(store.state(newest, "other")).isEmpty();
    try (StoreLock lock = store.lock()) {
      Manifest again = store.rollback(lock, 1);
      assertThat(store.state(again, "texts")).containsExactly(segment.resolve("1.segment"));
      store.collect(lock, new Retention(1, 0, Duration.ZERO), Instant.MAX);
      assertThat(root.resolve("out/state/texts")).isDirectoryContaining("glob:**one");
      assertThat(root.resolve("out/state/texts")).isDirectoryNotContaining("glob:**two");
      Files.writeString(segment.resolve("1.segment"), "night won");
      assertThat(store.verify(again)).containsExactly("state/" + state.get(0).path() + ": changed");
    }
  }

  @Test
  void verifyTellsMissingChangedAndUnlistedFiles() throws Exception {
    Store store = store();
    Generation generation = published(store, "one");
    Manifest manifest = store.newest().orElseThrow();
    Files.writeString(generation.tables().resolve("more.parquet"), "more");
    Files.writeString(generation.tables().resolve("part.parquet"), "ONE");
    assertThat(store.verify(manifest))
        .containsExactly("tables/part.parquet: changed", "tables/more.parquet: not listed");
    Files.delete(generation.tables().resolve("part.parquet"));
    assertThat(store.verify(manifest)).contains("tables/part.parquet: missing");
  }

  @Test
  void manifestOfAMissingFileIsNotPublished() throws Exception {
    Store store = store();
    Generation generation = store.begin("one");
    Path file = Files.writeString(generation.tables().resolve("part.parquet"), "one");
    Manifest manifest = manifest(store, generation, "one");
    Files.delete(file);
    assertThatThrownBy(() -> store.publish(generation, manifest))
        .isInstanceOf(DamagedException.class);
    assertThat(store.newest()).isEmpty();
  }

  @Test
  void waitingForTheLockTakesItWhenItIsFree() throws Exception {
    Store store = store();
    StoreLock held = store.lock();
    Thread other =
        new Thread(
            () -> {
              try {
                Thread.sleep(300);
                held.close();
              } catch (Exception failed) {
                throw new IllegalStateException(failed);
              }
            });
    other.start();
    try (StoreLock waited = store.lock(60)) {
      assertThat(waited).isNotNull();
    }
    other.join();
  }

  @Test
  void takenNumberIsNotOverwritten() throws Exception {
    Store store = store();
    Generation slow = store.begin("slow");
    Generation quick = store.begin("quick");
    store.publish(quick, manifest(store, quick, "quick"));
    assertThatThrownBy(() -> store.publish(slow, manifest(store, slow, "slow")))
        .isInstanceOf(StoreBusyException.class);
    assertThat(store.newest().orElseThrow().request_key()).isEqualTo("quick");
  }

  @Test
  void oneRunAtATimeHoldsTheLock() throws Exception {
    Store store = store();
    try (StoreLock held = store.lock()) {
      assertThat(held).isNotNull();
      assertThatThrownBy(store::lock).isInstanceOf(StoreBusyException.class);
    }
    try (StoreLock again = store.lock()) {
      assertThat(again).isNotNull();
    }
  }

  @Test
  void nobodyElseMayLookInside() throws Exception {
    Store store = store();
    Generation generation = published(store, "one");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(generation.folder())))
        .isEqualTo("rwx------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve("out"))))
        .isEqualTo("rwx------");
  }
}
