package dev.uncanned.pipeline;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HeapCheckTest {

  @Test
  void lessThanSparkNeedsIsRefusedWithTheWayOut() {
    assertThatThrownBy(() -> HeapCheck.require(64L << 20))
        .isInstanceOf(UserException.class)
        .hasMessageContaining("set UNCANNED_MEMORY to more");
    assertThatCode(() -> HeapCheck.require(1L << 30)).doesNotThrowAnyException();
  }
}
