package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.uncanned.Duck;
import dev.uncanned.Program;
import dev.uncanned.WarmProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole job on real mail, where the shared data is at hand. */
@Tag("spark")
class RealMailTest {

  private static final Path DATA = Path.of("..", "shared", "data");

  @TempDir Path folder;

  private Duck run(String name) throws Exception {
    Path input = DATA.resolve(name);
    assumeTrue(Files.isDirectory(input), name + " is not at hand, so it is not tried");
    Path out = folder.resolve("out");
    Program.Ended ended = WarmProgram.run("run", input.toString(), "--out", out.toString());
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    return new Duck(out.resolve("current").toRealPath());
  }

  @Test
  void enronFoldersHoldEachMessageOnce() throws Exception {
    try (Duck duck = run("mini-enron")) {
      assertThat(duck.number("select sum(seen_n) from inputs")).isEqualTo(1_041);
      assertThat(duck.number("select count(distinct message_id) from messages")).isEqualTo(874);
      assertThat(
              duck.number(
                  "select count(*) from message_scores where mass_send and reach_n < 5"
                      + " and mass_evidence <> 'headers'"))
          .as("a folder copy reaches nobody new")
          .isZero();
      assertThat(duck.number("select count(*) from message_scores where mass_send")).isZero();
    }
  }

  @Test
  void spamAssassinLosesNothing() throws Exception {
    try (Duck duck = run("spamassassin")) {
      assertThat(duck.number("select sum(seen_n) from inputs")).isEqualTo(6_046);
      assertThat(duck.number("select sum(quarantined_n) from inputs"))
          .isEqualTo(duck.number("select count(*) from rejected_records"));
      assertThat(duck.number("select sum(parsed_n - duplicate_n - out_of_scope_n) from inputs"))
          .isEqualTo(duck.number("select count(distinct message_id) from messages"));
    }
  }
}
