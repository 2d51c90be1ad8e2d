package dev.uncanned.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MboxTextTest {

  private static boolean isCutOff(String boundary, String body) {
    String type = "Content-Type: multipart/mixed; boundary=\"" + boundary + "\"\n\n";
    return MboxText.isCutOff((MboxFiles.HEAD + type + body).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void findsEndOfMultipartAtBeginningOfLineOnly() {
    assertThat(isCutOff("b", "--b\n\nHello\n--b--\n")).isFalse();
    assertThat(isCutOff("b", "--b\r\n\r\nHello\r\n--b--\r\n")).isFalse();
    assertThat(isCutOff("b", "--b--\n")).isFalse();
    assertThat(isCutOff("b", "--b\n\nHello\n--b-- and more\n")).isFalse();
    assertThat(isCutOff("b", "--b\n\nthe end is --b--\n")).isTrue();
    assertThat(isCutOff("b", "--b\n\nHello\n--b\n")).isTrue();
    assertThat(isCutOff("b", "--b\n\nHello\n--b-\n")).isTrue();
  }

  @Test
  @Timeout(120)
  void looksForLongBoundaryInLinearTime() {
    String boundary = "-".repeat(500_000);
    String line = "-".repeat(20_000_000) + "\n";
    assertThat(isCutOff(boundary + "x", line)).isTrue();
    assertThat(isCutOff(boundary + "x", line + "--" + boundary + "x--\n")).isFalse();
  }
}
