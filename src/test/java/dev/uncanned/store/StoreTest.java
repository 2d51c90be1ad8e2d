package dev.uncanned.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
    return new Manifest(
        Store.FORMAT_VERSION,
        generation.number(),
        generation.parent(),
        generation.runId(),
        key,
        "2026-11-22",
        "0.1.0",
        "1",
        "abcd",
        store.files(generation));
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
    Files.writeString(manifest, text.replace("\"1.0\"", "\"1.9\""));
    assertThat(store.newest()).isPresent();
    for (String version : new String[] {"2.0", "10", "", "x.1", "99999999999.0"}) {
      Files.writeString(manifest, text.replace("\"1.0\"", "\"" + version + "\""));
      assertThatThrownBy(store::newest).as(version).isInstanceOf(StoreNewerException.class);
      try (StoreLock lock = store.lock()) {
        assertThatThrownBy(() -> store.recover(lock)).isInstanceOf(StoreNewerException.class);
      }
    }
    assertThat(store.current()).exists();
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
