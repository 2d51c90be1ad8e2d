package dev.uncanned.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTraceTest {

  private static String trace(Throwable failure) {
    return String.join("\n", SafeTrace.lines(failure));
  }

  @Test
  void messagesOfLibrariesAreLeftOut() {
    Throwable foreign = null;
    try {
      Long.parseLong("ann@x.example");
    } catch (NumberFormatException quoting) {
      foreign = quoting;
    }
    assertThat(foreign).hasMessageContaining("ann@x.example");
    String trace = trace(new IllegalStateException("a step failed", foreign));
    assertThat(trace)
        .contains("java.lang.IllegalStateException", "caused by java.lang.NumberFormatException")
        .contains("SafeTraceTest.java")
        .doesNotContain("ann@x.example");
  }

  @Test
  void messagesOfTheProgramAreTold() {
    assertThat(trace(new IllegalStateException("counts do not add up")))
        .contains("IllegalStateException: counts do not add up");
  }

  @Test
  void circlesOfCausesEnd() {
    Exception one = new Exception("one");
    Exception other = new Exception("other", one);
    one.initCause(other);
    assertThat(trace(one)).contains("caused by");
  }
}
