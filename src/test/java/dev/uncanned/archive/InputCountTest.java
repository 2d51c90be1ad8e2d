package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InputCountTest {

  private static InputCount pass(long start, long end, long size) {
    return new InputCount("i", "a", "mbox", 1, 1, 0, 0, end - start, null, 0, start, end, size);
  }

  private static InputCount silent(long quarantined) {
    return new InputCount("i", "a", "mbox", quarantined, 0, quarantined, 0, 0, null);
  }

  @Test
  void passesThatCoverTheFileInAnyOrderAreFine() {
    assertThat(InputCount.tilingFault(List.of(pass(0, 10, 10)))).isNull();
    assertThat(InputCount.tilingFault(List.of(pass(4, 10, 10), pass(7, 7, 10), pass(0, 4, 10))))
        .isNull();
    assertThat(InputCount.tilingFault(List.of(pass(0, 0, 0)))).isNull();
  }

  @Test
  void gapsOverlapsAndMissingEndsAreNamed() {
    assertThat(InputCount.tilingFault(List.of(pass(0, 4, 10), pass(5, 10, 10))))
        .isEqualTo("gap at byte 4");
    assertThat(InputCount.tilingFault(List.of(pass(0, 5, 10), pass(4, 10, 10))))
        .isEqualTo("overlap at byte 4");
    assertThat(InputCount.tilingFault(List.of(pass(0, 9, 10)))).isEqualTo("gap at byte 9");
    assertThat(InputCount.tilingFault(List.of(pass(0, 11, 10)))).isEqualTo("end at byte 11");
    assertThat(InputCount.tilingFault(List.of(pass(0, 4, 10), pass(4, 10, 11))))
        .isEqualTo("the passes differ in what they say");
    assertThat(InputCount.tilingFault(List.of(pass(0, 4, 10), silent(0))))
        .isEqualTo("the passes differ in what they say");
  }

  @Test
  void bytesThatAreCountedMustBeThoseThatAreCovered() {
    InputCount half = new InputCount("i", "a", "mbox", 1, 1, 0, 0, 5, null, 0, 0, 10, 10);
    assertThat(InputCount.tilingFault(List.of(half))).isEqualTo("5 bytes counted of 10");
  }

  @Test
  void otherFormatsAndPassesThatBrokeOffAreNotJudged() {
    assertThat(InputCount.tilingFault(List.of(silent(0), silent(0)))).isNull();
    assertThat(InputCount.tilingFault(List.of(pass(0, 4, 10), silent(1)))).isNull();
  }
}
