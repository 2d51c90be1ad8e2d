package dev.uncanned.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.uncanned.Program;
import dev.uncanned.store.Generation;
import dev.uncanned.store.Manifest;
import dev.uncanned.store.Store;
import dev.uncanned.store.StoreLock;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands for an output folder that need no run: status, path, verify, rollback, gc. */
class StoreCommandsTest {

  private static final int GENERATIONS = 4;

  @TempDir Path folder;
  private Store store;

  @BeforeEach
  void publishSome() throws Exception {
    store = new Store(folder.resolve("out"));
    store.create();
    for (int i = 1; i <= GENERATIONS; i++) {
      Generation generation = store.begin("run" + i);
      Files.writeString(generation.folder().resolve("run.json"), "{\"n\":" + i + "}");
      Manifest.Request request =
          new Manifest.Request("key" + i, "2026-11-2" + i, "0.1.0", "1", "abcd", null);
      store.publish(generation, Manifest.of(generation, request, store.files(generation)));
    }
  }

  private static Program.Ended command(String... arguments) {
    CommandLine line = Uncanned.commandLine();
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return new Program.Ended(line.execute(arguments), out.toString(), err.toString());
  }

  private Program.Ended on(String name, String... more) {
    String[] all = new String[2 + more.length];
    all[0] = name;
    all[1] = "--out=" + folder.resolve("out");
    System.arraycopy(more, 0, all, 2, more.length);
    return command(all);
  }

  private JsonNode json(String name, String... more) throws Exception {
    Program.Ended ended = on(name, more);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out().strip().lines()).hasSize(1);
    return new ObjectMapper().readTree(ended.out());
  }

  private void fails(int code, String message, String name, String... more) {
    Program.Ended ended = on(name, more);
    assertThat(ended.exitCode()).as(ended.err()).isEqualTo(code);
    assertThat(ended.err().strip().lines()).singleElement().asString().contains(message);
  }

  private Path manifest(int number) {
    return folder.resolve("out/manifests/00000000000" + number + ".json");
  }

  @Test
  void statusTellsWhatIsPublishedAndKept() throws Exception {
    JsonNode status = json("status");
    assertThat(status.path("generation").asLong()).isEqualTo(GENERATIONS);
    assertThat(status.path("kept").findValuesAsText("generation"))
        .containsExactly("1", "2", "3", "4");
    assertThat(status.path("bytes").asLong()).isEqualTo(7);
    assertThat(status.path("hints_agree").asBoolean()).isTrue();
    Files.delete(store.current());
    Files.writeString(manifest(2), "{");
    assertThat(json("status").path("hints_agree").asBoolean()).isFalse();
    assertThat(json("status").path("damaged_manifests").toString()).isEqualTo("[2]");
  }

  @Test
  void pathComesFromTheManifestsNotFromTheHints() throws Exception {
    Files.delete(store.current());
    assertThat(on("path").out().strip()).endsWith("runs/000000000004-run4");
    assertThat(on("path", "--generation=2").out().strip()).endsWith("runs/000000000002-run2");
    fails(66, "generation 9 is not kept; there are [1, 2, 3, 4]", "path", "--generation=9");
  }

  @Test
  void rollbackPublishesTheOldTablesAgain() throws Exception {
    JsonNode result = json("rollback", "--to=2");
    assertThat(result.path("generation").asLong()).isEqualTo(GENERATIONS + 1);
    assertThat(result.path("rollback_of").asLong()).isEqualTo(2);
    assertThat(store.current().resolve("run.json")).hasContent("{\"n\":2}");
    assertThat(json("status").path("rollback_of").asLong()).isEqualTo(2);
    fails(66, "generation 77 is not kept", "rollback", "--to=77");
    Files.delete(store.folder(store.generation(1)).resolve("run.json"));
    fails(70, "run.json is missing", "rollback", "--to=1");
  }

  @Test
  void collectionRemovesOnlyWithoutDryRun() throws Exception {
    String[] two = {"--keep=2", "--months=0", "--older-than=0"};
    JsonNode planned = json("gc", two[0], two[1], two[2], "--dry-run");
    assertThat(planned.path("removed").asBoolean()).isFalse();
    assertThat(planned.path("generations").toString()).isEqualTo("[1,2]");
    assertThat(planned.path("bytes").asLong()).isEqualTo(14);
    assertThat(store.generations()).hasSize(GENERATIONS);
    assertThat(json("gc", two).path("folders").asLong()).isEqualTo(2);
    assertThat(store.generations()).extracting(Manifest::generation).containsExactly(3L, 4L);
    assertThat(json("gc").path("generations")).as("all are young").isEmpty();
    fails(64, "--keep is 1 or more", "gc", "--keep=0");
  }

  @Test
  void verifyFindsAChangedByte() throws Exception {
    assertThat(json("verify").path("faults")).isEmpty();
    assertThat(json("verify", "--generation=3").path("generation").asLong()).isEqualTo(3);
    Files.writeString(store.current().resolve("run.json"), "{\"n\":5}");
    fails(70, "run.json: changed", "verify");
    assertThat(on("verify").out()).contains("\"faults\":[\"run.json: changed\"]");
    assertThat(json("verify", "--generation=3").path("faults")).isEmpty();
  }

  @Test
  void recomputingWithoutDigestsIsRefused() {
    fails(66, "without digests", "verify", "--recompute", folder.toString());
  }

  @Test
  void commandsThatWriteWaitForOthersOnlyIfTold() throws Exception {
    try (StoreLock held = store.lock()) {
      assertThat(held).isNotNull();
      fails(75, "another run is writing", "rollback", "--to=1");
      fails(75, "--lock-wait", "gc", "--lock-wait=1");
      fails(75, "another run is writing", "gc", "--dry-run");
      assertThat(json("status").path("generation").asLong()).isEqualTo(GENERATIONS);
    }
    fails(64, "--lock-wait: 0 to", "gc", "--lock-wait=-1");
  }

  @Test
  void folderOfANewerProgramIsRefused() throws Exception {
    String text = Files.readString(manifest(GENERATIONS));
    Files.writeString(manifest(GENERATIONS), text.replace("\"1.1\"", "\"2.0\""));
    fails(78, "update the program", "status");
    fails(78, "update the program", "rollback", "--to=1");
    fails(78, "update the program", "gc");
  }

  @Test
  void whereNothingIsPublishedThereIsNothingToDo() {
    for (String name : new String[] {"status", "path", "verify", "gc"}) {
      Program.Ended ended = command(name, "--out=" + folder.resolve("none"));
      assertThat(ended.exitCode()).as(name).isEqualTo(66);
      assertThat(ended.err()).contains("nothing is published there");
    }
    assertThat(folder.resolve("none")).doesNotExist();
  }
}
